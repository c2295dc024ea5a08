import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepApart } from './tenant-table';

/**
 * Installing by OAuth into several workspaces: their tokens, sealed; which Grid a workspace is part of; who is renewing
 * a token just now. And whether an account can be written to: a Teams account can only where the app is installed.
 */
const schema = `
alter table installation add column grid text;
alter table installation add column token_expires_at timestamptz;
alter table installation add column renewing_until timestamptz;
create index installation_grid on installation (channel, grid) where grid is not null;
create table slack_token (
  organization_id uuid not null references organization,
  tenant text not null,
  sealed text not null,
  stored_at timestamptz not null,
  primary key (organization_id, tenant)
);
alter table identity add column installed_at timestamptz;
alter table identity no force row level security;
update identity set installed_at = seen_at where channel = 'teams' and active and address like '%"conversation"%';
alter table identity force row level security;
alter table identity add column reachable boolean not null generated always as
  (active and address is not null and (channel <> 'teams' or installed_at is not null)) stored;
create index identity_reachable on identity (organization_id, person_id) where reachable;
`;

export class Installs1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await keepApart(runner, 'slack_token', 'select, insert, update, delete');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
