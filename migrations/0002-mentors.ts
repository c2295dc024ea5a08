import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

const schema = `
alter table mentor_profile
  add column times text[] not null default '{}',
  add column paused_until date,
  add column agreed_at timestamptz;
create index person_of_unit on person (organization_id, unit_id);
create table wish (
  organization_id uuid not null references organization,
  wish_id uuid not null,
  person_id uuid not null,
  topic_id text not null,
  state text not null check (state in ('kept', 'met', 'dropped')),
  kept_at timestamptz not null,
  met_by uuid,
  ended_at timestamptz,
  primary key (organization_id, wish_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create unique index wish_kept on wish (organization_id, topic_id, person_id) where state = 'kept';
create index wish_of_person on wish (organization_id, person_id) where state = 'kept';
create table pending (
  organization_id uuid not null references organization,
  person_id uuid not null,
  intent text not null,
  args jsonb not null,
  since timestamptz not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
`;

/** How mentors like to meet and until when they pause; wishes kept for later; what a person was offered last. */
export class Mentors1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    for (const table of ['wish', 'pending']) await keepApart(runner, table, 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
