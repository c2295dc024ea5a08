import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a workspace or tenant may be sent, shared by all processes: how fast, from when, and how far its line has come.
 * Numbers and times, in real time. And of each account, when its own chat may take the next message, and when it was closed
 * last; and an index for the figure of what was denied.
 */
const schema = `
create table budget (
  channel text not null check (channel in ('slack', 'teams')),
  tenant text not null,
  rate double precision not null,
  free_at timestamptz not null,
  paused_until timestamptz not null,
  quiet_since timestamptz not null,
  drawn bigint not null,
  passed bigint not null,
  primary key (channel, tenant)
);
grant select, insert, update, delete on budget to mentor_app;
alter table identity add column free_at timestamptz;
alter table identity add column closed_at timestamptz;
create index audit_denied on audit (organization_id, object_kind) where outcome = 'denied';
`;

export class Pacing1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup to go back.');
  }
}
