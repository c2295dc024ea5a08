import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * The exchange from its agreement to its end. Private words are sealed: `question`, `note`, `resources` and the like hold
 * nothing that a reader of the database could read. An evaluation carries no time but its quarter;
 * a snapshot is what is published of a quarter, and never changes: it counts evaluations, and no people.
 */
const schema = `
alter table request drop constraint request_state_check;
alter table request
  add constraint request_state_check check (state in
    ('waiting', 'accepted', 'declined', 'withdrawn', 'expired', 'mentor-left', 'mentee-left', 'mentor-full')),
  add column begins text check (begins in ('trial', 'active')),
  add column more text check (more in ('asked', 'answered')),
  add column more_at timestamptz,
  add column question text,
  add column answer text,
  add column rank integer not null default 1,
  add column next_choices uuid[] not null default '{}',
  add column follows uuid,
  alter column need drop not null;
create index audit_by_time on audit (organization_id, at);
insert into due (organization_id, kind, subject_id, due_at)
  select organization_id, 'retention', organization_id, now() from organization_index on conflict do nothing;
create unique index request_following on request (organization_id, follows) where follows is not null;

drop index pairing_of_mentor;
drop index pairing_of_mentee;
alter table pairing drop constraint pairing_state_check;
alter table pairing
  add constraint pairing_state_check check (state in ('trial', 'active', 'ended')),
  add column mentee_goes_on boolean not null default false,
  add column mentor_goes_on boolean not null default false,
  add column ended_by text check (ended_by in ('mentee', 'mentor', 'mentee-left', 'mentor-left')),
  add column end_kind text,
  add column agenda text,
  add column resources text,
  add column agenda_news boolean not null default false,
  add column resources_news boolean not null default false,
  add check ((state = 'ended') = (ended_at is not null));
create index pairing_of_mentor on pairing (organization_id, mentor_id) where state <> 'ended';
create index pairing_of_mentee on pairing (organization_id, mentee_id) where state <> 'ended';

create table meeting (
  organization_id uuid not null,
  meeting_id uuid not null,
  pairing_id uuid not null,
  state text not null check (state in ('proposed', 'planned', 'called-off', 'past')),
  version integer not null,
  proposed_by uuid not null,
  options timestamptz[] not null,
  minutes integer not null check (minutes between 5 and 720),
  way text not null,
  place text,
  starts_at timestamptz,
  was_at timestamptz,
  called_off_by uuid,
  proposed_at timestamptz not null,
  settled_at timestamptz,
  primary key (organization_id, meeting_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id),
  check (state <> 'planned' or starts_at is not null)
);
create unique index meeting_open on meeting (organization_id, pairing_id) where state in ('proposed', 'planned');
create index meeting_of_pairing on meeting (organization_id, pairing_id, proposed_at);

create table session (
  organization_id uuid not null,
  session_id uuid not null,
  pairing_id uuid not null,
  meeting_id uuid,
  state text not null check (state in ('logged', 'confirmed')),
  version integer not null,
  held_on date not null,
  minutes integer not null check (minutes between 1 and 720),
  way text not null,
  topic_id text not null,
  logged_by uuid not null,
  summary text,
  summary_by uuid,
  logged_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (organization_id, session_id),
  unique (organization_id, pairing_id, held_on),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id),
  foreign key (organization_id, meeting_id) references meeting (organization_id, meeting_id)
);
create table note (
  organization_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  words text not null,
  written_at timestamptz not null,
  primary key (organization_id, session_id, person_id),
  foreign key (organization_id, session_id) references session (organization_id, session_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create index note_of_person on note (organization_id, person_id);

create table evaluation (
  organization_id uuid not null,
  evaluation_id uuid not null,
  session_id uuid not null,
  writer_id uuid not null,
  writer_side text not null check (writer_side in ('mentee', 'mentor')),
  about_id uuid not null,
  program_id text not null,
  topic_id text not null,
  quarter text not null check (quarter ~ '^\\d{4}-Q[1-4]$'),
  points integer not null check (points between 1 and 5),
  able text not null check (able in ('yes', 'partly', 'not-yet')),
  go_on text not null check (go_on in ('yes', 'done', 'no')),
  contact_me boolean not null,
  themes text[] not null default '{}',
  releases_themes boolean not null default false,
  shows_partner boolean not null default false,
  helped text,
  improve text,
  primary key (organization_id, evaluation_id),
  unique (organization_id, session_id, writer_id),
  foreign key (organization_id, session_id) references session (organization_id, session_id),
  foreign key (organization_id, writer_id) references person (organization_id, person_id),
  foreign key (organization_id, about_id) references person (organization_id, person_id)
);
create index evaluation_of_quarter on evaluation (organization_id, quarter);
create table snapshot (
  organization_id uuid not null references organization,
  program_id text not null,
  quarter text not null check (quarter ~ '^\\d{4}-Q[1-4]$'),
  side text not null check (side in ('mentee', 'mentor', 'both')),
  subject_kind text not null check (subject_kind in ('program', 'topic', 'rest', 'mentor')),
  subject_id text not null,
  evaluations integer check (evaluations >= 5),
  average numeric(2, 1) check (average between 1.2 and 4.8),
  themes text[] not null default '{}',
  released_at timestamptz not null,
  primary key (organization_id, program_id, quarter, side, subject_kind, subject_id),
  check ((average is null) = (evaluations is null)),
  check (side = 'both' or average is not null),
  check ((subject_id = '') = (subject_kind in ('program', 'rest')))
);

create table concern (
  organization_id uuid not null,
  concern_id uuid not null,
  writer_id uuid not null,
  pairing_id uuid,
  kind text not null,
  words text not null,
  state text not null check (state in ('open', 'taken', 'closed')),
  version integer not null,
  handler_id uuid,
  passed_over uuid[] not null default '{}',
  opened_at timestamptz not null,
  taken_at timestamptz,
  closed_at timestamptz,
  primary key (organization_id, concern_id),
  foreign key (organization_id, writer_id) references person (organization_id, person_id),
  foreign key (organization_id, handler_id) references person (organization_id, person_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id)
);
create index concern_open on concern (organization_id, opened_at) where state <> 'closed';
create index concern_of_writer on concern (organization_id, writer_id, opened_at);

create table draft (
  organization_id uuid not null,
  person_id uuid not null,
  intent text not null,
  subject text not null,
  words text not null,
  kept_at timestamptz not null,
  primary key (organization_id, person_id, intent, subject),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create index draft_by_age on draft (organization_id, kept_at);

create index audit_of_object on audit (organization_id, object_id) where object_id is not null;

create table orientation (
  organization_id uuid not null,
  person_id uuid not null,
  program_id text not null,
  side text not null check (side in ('mentee', 'mentor')),
  pairing_id uuid,
  told_at timestamptz not null,
  seen_at timestamptz,
  primary key (organization_id, person_id, program_id, side),
  foreign key (organization_id, person_id) references person (organization_id, person_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id) on delete set null (pairing_id)
);

create table resource_person (
  organization_id uuid not null,
  pairing_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'yes', 'no', 'gone')),
  version integer not null,
  words text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (organization_id, pairing_id, person_id),
  foreign key (organization_id, pairing_id) references pairing (organization_id, pairing_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create unique index resource_person_open on resource_person (organization_id, pairing_id) where state in ('asked', 'yes');
`;

const tables = ['meeting', 'session', 'note', 'evaluation', 'concern', 'draft', 'orientation', 'resource_person'];

export class Exchange1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    for (const table of tables) await keepApart(runner, table, 'select, insert, update, delete');
    await keepApart(runner, 'snapshot', 'select, insert');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
