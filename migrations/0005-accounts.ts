import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

const schema = `
alter table person add column guest boolean not null default false;
create table account_claim (
  organization_id uuid not null references organization,
  claim_id uuid not null,
  channel text not null check (channel in ('slack', 'teams')),
  tenant text not null,
  user_id text not null,
  state text not null check (state in ('asked', 'waiting', 'linked', 'refused')),
  guest boolean not null,
  person_id uuid,
  not_person_id uuid,
  address text,
  zone text,
  profile text,
  wanted text,
  looked_at timestamptz,
  created_at timestamptz not null,
  raised_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  primary key (organization_id, claim_id),
  unique (organization_id, channel, tenant, user_id),
  foreign key (organization_id, person_id) references person (organization_id, person_id),
  foreign key (organization_id, not_person_id) references person (organization_id, person_id),
  foreign key (organization_id, settled_by) references person (organization_id, person_id),
  check (state in ('asked', 'waiting') or (profile is null and wanted is null))
);
create index account_claim_waiting on account_claim (organization_id, created_at) where state = 'waiting';
create index account_claim_raised on account_claim (organization_id, raised_at) where raised_at is not null;
create table link_code (
  organization_id uuid not null,
  code_hash text not null,
  person_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz,
  primary key (organization_id, code_hash),
  foreign key (organization_id, person_id) references person (organization_id, person_id)
);
create unique index link_code_open on link_code (organization_id, person_id) where used_at is null and replaced_at is null;
create table link_try (
  organization_id uuid not null references organization,
  try_id uuid not null,
  channel text not null,
  tenant text not null,
  user_id text not null,
  tried_at timestamptz not null,
  primary key (organization_id, try_id)
);
create index link_try_of_account on link_try (organization_id, channel, tenant, user_id, tried_at);
`;

const tenantTables = ['account_claim', 'link_code', 'link_try'];

/** Accounts that nobody has linked yet, the codes by which people link their second one, and who is a guest. */
export class Accounts1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    for (const table of tenantTables) await keepApart(runner, table, 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
