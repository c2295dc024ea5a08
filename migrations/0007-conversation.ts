import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * What is open between the bot and one person: what it has asked, what could be picked, and a second wish that she named.
 * All of it is sealed, as it holds her words; a new one takes the place of the one before.
 */
const schema = `
create table conversation (
  organization_id uuid not null,
  person_id uuid not null,
  words text not null,
  until timestamptz not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create index conversation_by_end on conversation (organization_id, until);
`;

export class Conversation1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'conversation', 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
