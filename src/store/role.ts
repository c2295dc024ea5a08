import type { DataSource } from 'typeorm';

/** The database would not keep organizations apart. Its message is for the administrator. */
export class RoleError extends Error {
  override readonly name = 'RoleError';
}

const isRow = (row: unknown): row is { above: boolean; owner: boolean } =>
  typeof row === 'object' && row !== null && 'above' in row && 'owner' in row;

/** Refuses (RoleError) where the role of business transactions could see past row-level security. */
export async function checkRole(dataSource: DataSource): Promise<void> {
  const rows: unknown = await dataSource.query(
    `select rolsuper or rolbypassrls as above, exists (select 1 from pg_class where relowner = r.oid) as owner
     from pg_roles r where rolname = 'mentor_app'`,
  );
  const [row] = Array.isArray(rows) ? rows : [];
  if (!isRow(row))
    throw new RoleError('The role mentor_app is missing in the database. Run: npm run mentor -- migrate');
  if (row.above) {
    throw new RoleError(
      'The role mentor_app may bypass row-level security, so organizations would not be kept apart. Run on the database: alter role mentor_app nosuperuser nobypassrls;',
    );
  }
  if (row.owner) {
    throw new RoleError(
      'The role mentor_app owns tables in the database, so row-level security could be switched off. Give them to the login role: reassign owned by mentor_app to current_user;',
    );
  }
}
