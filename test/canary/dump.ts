import { Client } from 'pg';
import { serverUrl, type TestStore } from '../databases';

type Rows = (sql: string) => Promise<Record<string, unknown>[]>;

/** Reads past row-level security, as whoever holds a dump of the database does. */
async function asAdministrator<T>(store: TestStore, work: (rows: Rows) => Promise<T>): Promise<T> {
  const { options } = store.dataSource;
  const own = 'url' in options && typeof options.url === 'string' ? options.url : '';
  if (own === '') return work((sql) => store.sql(sql));
  const url = new URL(serverUrl() ?? '');
  url.pathname = new URL(own).pathname;
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  try {
    return await work(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}

/** Every row of every table there is, the queue's among them, as text; by table. */
export const dumpOf = (store: TestStore): Promise<ReadonlyMap<string, readonly string[]>> =>
  asAdministrator(store, async (rows) => {
    const tables = await rows(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const dump = new Map<string, readonly string[]>();
    for (const { name } of tables) {
      const found = await rows(`select t::text as row from ${String(name)} t`);
      dump.set(
        String(name),
        found.map(({ row }) => String(row)),
      );
    }
    return dump;
  });
