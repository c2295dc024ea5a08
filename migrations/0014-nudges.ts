import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * What one of two partners has answered to a nudge: not before that day, or not so often. From when on a notice may go out.
 * Whoever is paired or mentors already is looked at from the first beat on.
 */
const schema = `
create table nudge_wish (
  organization_id uuid not null,
  pairing_id uuid not null,
  person_id uuid not null,
  until timestamptz,
  pace integer not null default 1 check (pace in (1, 2, 4)),
  primary key (organization_id, pairing_id, person_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
alter table notice add column not_before timestamptz;
create index event_of_pairing on event (organization_id, pairing_id, actor_id, at) where pairing_id is not null;
insert into due (organization_id, kind, subject_id, due_at)
  select organization_id, 'nudges-begin', organization_id, now() from organization_index on conflict do nothing;
`;

export class Nudges1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'nudge_wish', 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
