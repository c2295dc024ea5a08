import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * What a coordinator has said of a pair: fine as it is, until then. And what her weekly digest reads by index: mentors
 * whose places are all taken, messages that found no way. Who coordinates already gets her first digest on the next Monday.
 */
const schema = `
create table pairing_fine (
  organization_id uuid not null,
  pairing_id uuid not null,
  until timestamptz not null,
  primary key (organization_id, pairing_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id)
);
create index pairing_fine_by_end on pairing_fine (organization_id, until);
create index mentor_full on mentor_profile (organization_id, person_id) where load >= capacity and capacity > 0;
create index message_failed on message (organization_id, created_at) where state in ('dead', 'uncertain');
insert into due (organization_id, kind, subject_id, due_at)
  select organization_id, 'digest-readers', organization_id, now() from organization_index on conflict do nothing;
`;

export class Digest1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'pairing_fine', 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
