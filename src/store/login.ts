import { DataSource } from 'typeorm';
import { connectionOptions } from './store';

/**
 * Why row-level security does not hold for the login role of a database server; undefined where it does. Asked over a
 * connection of its own, so that it is known before anything is changed. Throws where the server cannot be reached.
 */
export async function loginAbove(databaseUrl: string): Promise<'superuser' | 'bypassrls' | undefined> {
  const dataSource = new DataSource({
    type: 'postgres',
    ...connectionOptions({ databaseUrl, poolSize: 1 }, undefined),
  });
  try {
    await dataSource.initialize();
    const rows: { super: boolean; bypasses: boolean }[] = await dataSource.query(
      'select rolsuper as super, rolbypassrls as bypasses from pg_roles where rolname = current_user',
    );
    if (rows[0]?.super === true) return 'superuser';
    return rows[0]?.bypasses === true ? 'bypassrls' : undefined;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
