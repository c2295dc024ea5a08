import type { QueryRunner } from 'typeorm';

/** Puts a table under forced row-level security: rows of the transaction's organization are all that exists. */
export async function keepApart(runner: QueryRunner, table: string, rights: string): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(
    `create policy ${table}_tenant on ${table}
     using (organization_id = nullif(current_setting('mentor.organization', true), '')::uuid)
     with check (organization_id = nullif(current_setting('mentor.organization', true), '')::uuid)`,
  );
  await runner.query(`grant ${rights} on ${table} to mentor_app`);
}
