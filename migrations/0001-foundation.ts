import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/** Tables that hold an organization's rows: row-level security is enabled and forced on each of them. */
const tenantTables = [
  'organization',
  'unit',
  'person',
  'person_role',
  'identity',
  'program_switch',
  'topic_open',
  'mentor_profile',
  'offer',
  'request',
  'pairing',
  'inbound',
  'event',
  'audit',
  'notice',
  'message',
];
const appendOnly = new Set(['event', 'audit']);

const schema = `
create table organization (
  organization_id uuid primary key,
  name text not null,
  zone text not null,
  wrapped_key text not null,
  created_at timestamptz not null
);
create table installation (
  channel text not null check (channel in ('slack', 'teams')),
  tenant text not null,
  organization_id uuid not null,
  active boolean not null default true,
  primary key (channel, tenant)
);
create table organization_index (
  organization_id uuid primary key
);
create table unit (
  organization_id uuid not null references organization,
  unit_id uuid not null,
  parent_id uuid,
  name text not null,
  path text not null,
  primary key (organization_id, unit_id),
  unique (organization_id, path),
  foreign key (organization_id, parent_id) references unit (organization_id, unit_id)
);
create table person (
  organization_id uuid not null references organization,
  person_id uuid not null,
  name text not null,
  email text not null,
  unit_id uuid,
  grade text,
  hired_on date,
  appointment text,
  supervisor_email text,
  zone text,
  left_on date,
  wrapped_key text not null,
  primary key (organization_id, person_id),
  unique (organization_id, email),
  foreign key (organization_id, unit_id) references unit (organization_id, unit_id)
);
create table person_role (
  organization_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentee', 'mentor', 'supervisor', 'coordinator', 'program_manager')),
  unit_path text not null default '',
  program_id text not null default '',
  primary key (organization_id, person_id, role, unit_path, program_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create table identity (
  organization_id uuid not null,
  channel text not null check (channel in ('slack', 'teams')),
  tenant text not null,
  user_id text not null,
  person_id uuid not null,
  address text,
  zone text,
  seen_at timestamptz,
  active boolean not null default true,
  primary key (organization_id, channel, tenant, user_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create index identity_person on identity (organization_id, person_id);
create table program_switch (
  organization_id uuid not null references organization,
  program_id text not null,
  switched_on_at timestamptz not null,
  primary key (organization_id, program_id)
);
create table topic_open (
  organization_id uuid not null,
  program_id text not null,
  topic_id text not null,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (organization_id, program_id, topic_id),
  foreign key (organization_id, program_id) references program_switch (organization_id, program_id)
);
create table mentor_profile (
  organization_id uuid not null,
  person_id uuid not null,
  capacity integer not null check (capacity between 0 and 99),
  load integer not null default 0 check (load >= 0),
  ways text[] not null default '{}',
  carried_over boolean not null default false,
  told_at timestamptz,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create table offer (
  organization_id uuid not null,
  topic_id text not null,
  mentor_id uuid not null,
  open boolean not null,
  score integer not null,
  primary key (organization_id, mentor_id, topic_id),
  foreign key (organization_id, mentor_id) references mentor_profile (organization_id, person_id)
);
create index offer_open on offer (organization_id, topic_id, score desc, mentor_id) where open;
create table request (
  organization_id uuid not null,
  request_id uuid not null,
  program_id text not null,
  topic_id text not null,
  mentee_id uuid not null,
  mentor_id uuid not null,
  state text not null check (state in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')),
  version integer not null,
  need text not null,
  ways text[] not null default '{}',
  suits text,
  reason_kind text,
  reason text,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, request_id),
  foreign key (organization_id, mentee_id) references person (organization_id, person_id),
  foreign key (organization_id, mentor_id) references person (organization_id, person_id),
  check (mentee_id <> mentor_id)
);
create unique index request_waiting on request (organization_id, mentee_id, mentor_id, topic_id) where state = 'waiting';
create index request_of_mentor on request (organization_id, mentor_id) where state = 'waiting';
create index request_of_mentee on request (organization_id, mentee_id, asked_at);
create table pairing (
  organization_id uuid not null,
  pairing_id uuid not null,
  program_id text not null,
  topic_id text not null,
  mentee_id uuid not null,
  mentor_id uuid not null,
  request_id uuid,
  kind text not null check (kind in ('exchange', 'formal')),
  state text not null check (state in ('active', 'ended')),
  version integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, pairing_id),
  unique (organization_id, request_id),
  foreign key (organization_id, mentee_id) references person (organization_id, person_id),
  foreign key (organization_id, mentor_id) references person (organization_id, person_id),
  foreign key (organization_id, request_id) references request (organization_id, request_id)
);
create index pairing_of_mentor on pairing (organization_id, mentor_id) where state = 'active';
create index pairing_of_mentee on pairing (organization_id, mentee_id) where state = 'active';
create table inbound (
  organization_id uuid not null references organization,
  inbound_id text not null,
  state text not null check (state in ('received', 'done', 'failed')),
  payload text,
  tries integer not null default 0,
  received_at timestamptz not null,
  done_at timestamptz,
  primary key (organization_id, inbound_id)
);
create index inbound_unfinished on inbound (organization_id, received_at) where state = 'received';
create table event (
  organization_id uuid not null references organization,
  event_id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor_id uuid,
  request_id uuid,
  pairing_id uuid,
  person_id uuid,
  facts jsonb not null default '{}',
  primary key (organization_id, event_id)
);
create index event_by_time on event (organization_id, at);
create table audit (
  organization_id uuid not null references organization,
  audit_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id text,
  outcome text not null,
  primary key (organization_id, audit_id)
);
create table message (
  organization_id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'canceled', 'dead')),
  reason text,
  tries integer not null default 0,
  key text not null,
  address text,
  channel text,
  platform_id text,
  drawn text,
  created_at timestamptz not null,
  sending_since timestamptz,
  sent_at timestamptz,
  primary key (organization_id, message_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create unique index message_lane on message (organization_id, person_id) where state = 'sending';
create index message_open on message (organization_id, created_at) where state in ('queued', 'sending');
create index message_in_chat on message (organization_id, person_id, platform_id) where platform_id is not null;
create table notice (
  organization_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  kind text not null,
  about_kind text not null,
  about_id uuid not null,
  occurrence text not null,
  message_id uuid,
  state text not null check (state in ('waiting', 'told', 'suppressed', 'canceled')),
  reason text,
  created_at timestamptz not null,
  primary key (organization_id, notice_id),
  unique (organization_id, person_id, kind, about_kind, about_id, occurrence),
  foreign key (organization_id, person_id) references person (organization_id, person_id),
  foreign key (organization_id, message_id) references message (organization_id, message_id)
);
create index notice_of_message on notice (organization_id, message_id);
create index notice_about on notice (organization_id, about_kind, about_id);
create table due (
  organization_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  due_at timestamptz not null,
  primary key (organization_id, kind, subject_id)
);
create index due_by_kind on due (kind, due_at);
create table cron_fire (
  key text primary key,
  fired_at timestamptz not null
);
`;

/** The first tables, the role that business transactions take, and row-level security on every organization's rows. */
export class Foundation1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Parallel set-ups on one server race for the role, which belongs to the whole server.
    await runner.query(`select pg_advisory_xact_lock(hashtext('mentor_app role'))`);
    await runner.query(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'mentor_app') then
        create role mentor_app nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
      end if;
    end $$`);
    await runner.query(`do $$ begin
      if not pg_has_role(current_user, 'mentor_app', 'member') then execute format('grant mentor_app to %I', current_user); end if;
    end $$`);
    await runner.query(schema);
    await runner.query('grant usage on schema public to mentor_app');
    for (const table of tenantTables) {
      await keepApart(runner, table, appendOnly.has(table) ? 'select, insert' : 'select, insert, update, delete');
    }
    await runner.query('grant select, insert, update, delete on due to mentor_app');
    await runner.query('grant select on installation, organization_index to mentor_app');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
