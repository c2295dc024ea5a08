import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mentors of the list that a person was shown last, in their order: "the second one" means one of them. */
const schema = `
alter table pending add column shown uuid[];
`;

export class ShownAndDaysOff1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
