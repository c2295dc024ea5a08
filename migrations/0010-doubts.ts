import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A message of which nobody knows whether it arrived keeps the time at which its sending began (sending_since) for as long
 * as the platform can be asked; these few are found by index. Those of before have none: nobody knows where they went.
 */
const schema = `
create index message_in_doubt on message (organization_id, created_at) where state = 'uncertain' and sending_since is not null;
`;

export class Doubts1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
