import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * What somebody has set of the messages that she gets: on which clock, in which hours and on which days (1 is Monday), and
 * which of them at all. Without a row of hers it is as usual. And a planned meeting can turn out not to have taken place.
 */
const schema = `
create table setting (
  organization_id uuid not null,
  person_id uuid not null,
  version integer not null,
  zone text,
  quiet_from text not null check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_to text not null check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  days integer[] not null check (cardinality(days) > 0 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
  reminders boolean not null,
  digest boolean not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id),
  check (quiet_from <> quiet_to)
);
alter table meeting drop constraint meeting_state_check;
alter table meeting add constraint meeting_state_check
  check (state in ('proposed', 'planned', 'called-off', 'past', 'missed'));
`;

export class Settings1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'setting', 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
