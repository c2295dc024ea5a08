import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * A coordinator may end an exchange so that the mentee finds somebody else: the pairing keeps that it was the program, and
 * why as one of a few kinds. And what she writes to both at once, sealed with her key.
 */
const schema = `
alter table pairing drop constraint pairing_ended_by_check;
alter table pairing add constraint pairing_ended_by_check
  check (ended_by in ('mentee', 'mentor', 'mentee-left', 'mentor-left', 'coordinator'));
create table pair_letter (
  organization_id uuid not null,
  letter_id uuid not null,
  pairing_id uuid not null,
  writer_id uuid not null,
  words text not null,
  written_at timestamptz not null,
  primary key (organization_id, letter_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id),
  foreign key (organization_id, writer_id) references person (organization_id, person_id)
);
create index pair_letter_of_pairing on pair_letter (organization_id, pairing_id);
create index pair_letter_of_writer on pair_letter (organization_id, writer_id);
`;

export class RePair1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'pair_letter', 'select, insert, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
