import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

const schema = `
alter table request drop constraint request_state_check;
alter table request add constraint request_state_check
  check (state in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired', 'mentor-left', 'mentee-left'));
create table file (
  organization_id uuid not null references organization,
  file_id uuid not null,
  person_id uuid,
  kind text not null,
  name text not null,
  content text not null,
  created_at timestamptz not null,
  primary key (organization_id, file_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create table file_link (
  token_hash text primary key,
  organization_id uuid not null,
  file_id uuid not null,
  expires_at timestamptz not null
);
create index file_link_expiry on file_link (expires_at);
`;

/**
 * Requests that end because one of the two left; files that one person may fetch for a day. A link is found across
 * organizations by the hash of its token, so `file_link` stands outside row-level security and holds ids and times only.
 */
export class Administrator1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'file', 'select, insert, delete');
    await runner.query('grant insert on file_link to mentor_app');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
