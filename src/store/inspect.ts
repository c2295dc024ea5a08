import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { openEmbedded } from './embedded';
import { connectionOptions, type StoreOptions } from './store';

/** Tables with an organization's id that stand outside row-level security, as they hold ids and times only. */
const outside = ['installation', 'organization_index', 'due', 'file_link'];

/** What can be told of a database without changing it. */
export type Inspection = {
  /** Like 150020. */
  readonly version: number;
  readonly loginIsSuperuser: boolean;
  /** Row-level security does not hold for the login role, though it is no superuser. */
  readonly loginBypasses: boolean;
  readonly loginMayCreateRoles: boolean;
  readonly loginOwnsDatabase: boolean;
  readonly roleExists: boolean;
  readonly loginIsMember: boolean;
  /** The role of business transactions could see past row-level security, or owns tables. */
  readonly roleIsAbove: boolean;
  /** Tables whose row-level security is not forced. */
  readonly unforced: readonly string[];
  /** Migrations that have run, that have not, and those that this version does not know. */
  readonly done: number;
  readonly missing: number;
  readonly unknown: number;
  readonly at: Date;
};

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

async function migrationsIn(sql: Sql): Promise<Pick<Inspection, 'done' | 'missing' | 'unknown'>> {
  const known = new Set(migrations.map((migration) => migration.name));
  const [there] = await sql(`select to_regclass('public.migrations') is not null as yes`);
  const rows = there?.yes === true ? await sql('select name from migrations') : [];
  const done = rows.map((row) => String(row.name));
  return {
    done: done.length,
    missing: [...known].filter((name) => !done.includes(name)).length,
    unknown: done.filter((name) => !known.has(name)).length,
  };
}

async function inspect(sql: Sql): Promise<Inspection> {
  const [login] = await sql(
    `select current_setting('server_version_num')::int as version, now() as at,
       rolsuper as super, rolbypassrls as bypasses, rolsuper or rolcreaterole as creates,
       exists (select 1 from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'usage')) as owns
     from pg_roles where rolname = current_user`,
  );
  const [role] = await sql(
    `select pg_has_role(current_user, oid, 'member') as member,
       rolsuper or rolbypassrls or exists (select 1 from pg_class where relowner = r.oid) as above
     from pg_roles r where rolname = 'mentor_app'`,
  );
  const unforced = await sql(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
       and not c.relname = any($1) order by c.relname`,
    [outside],
  );
  return {
    version: Number(login?.version),
    loginIsSuperuser: login?.super === true,
    loginBypasses: login?.bypasses === true,
    loginMayCreateRoles: login?.creates === true,
    loginOwnsDatabase: login?.owns === true,
    roleExists: role !== undefined,
    loginIsMember: role?.member === true,
    roleIsAbove: role?.above === true,
    unforced: unforced.map((row) => String(row.name)),
    ...(await migrationsIn(sql)),
    at: login?.at instanceof Date ? login.at : new Date(Number.NaN),
  };
}

/** Looks at a database and changes nothing, not even what is out of date. Throws where it cannot be reached. */
export async function inspectDatabase(options: Pick<StoreOptions, 'databaseUrl' | 'dataDir'>): Promise<Inspection> {
  const embedded = options.databaseUrl ? undefined : await openEmbedded(options.dataDir);
  const dataSource = new DataSource({ type: 'postgres', ...connectionOptions(options, embedded) });
  try {
    await dataSource.initialize();
    return await inspect((text, values) => dataSource.query(text, values));
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
  }
}
