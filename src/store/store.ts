import type { DateTime } from 'luxon';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { migrations } from '../../migrations';
import type { Clock } from '../mentoring';
import { type Embedded, openEmbedded } from './embedded';
import { KeepingClient } from './kept';
import type { MasterKeys } from './keys';
import { checkRole } from './role';
import { begunSomewhere } from './silence';
import { tables } from './tables';
import { createVault, type Vault } from './vault';

/** One transaction inside one organization: row-level security shows nothing else. Never opened inside another. */
export type Tx = {
  readonly organizationId: string;
  /** The person who acts; undefined for the bot itself. */
  readonly actorId: string | undefined;
  readonly at: DateTime;
  readonly newId: () => string;
  readonly manager: EntityManager;
  readonly vault: Vault;
};

export type StoreOptions = {
  /** A PostgreSQL server, 15 or newer. Without it the embedded database is opened in `dataDir`. */
  readonly databaseUrl?: string;
  /** Folder of the embedded database; undefined keeps it in memory (tests). */
  readonly dataDir?: string;
  readonly keys: MasterKeys;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly poolSize?: number;
  /** How long a request waits for a free connection before it fails, in milliseconds. */
  readonly patience?: number;
  readonly log: { warn(fields: object, message: string): void };
};

export type Store = {
  readonly kind: 'server' | 'embedded';
  /** Runs `work` in one transaction of this organization; repeated, at most three times, where the database asks for it. */
  inOrganization<T>(organizationId: string, actorId: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A statement as the login role, outside row-level security: installations, due times, jobs, health. */
  sql(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Several statements at once, as the queue's own schema set-up needs. */
  script(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  readonly vault: Vault;
  readonly dataSource: DataSource;
  close(): Promise<void>;
};

/** How long a turn waits for the database to say its first word, in milliseconds: then it fails, while its person still waits. */
const patience = 2000;
const repeatable = new Set(['40001', '40P01']);
const codeOf = (fault: unknown): string | undefined =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string'
    ? fault.code
    : undefined;

const isPool = (value: unknown): value is Pool =>
  typeof value === 'object' && value !== null && 'query' in value && 'connect' in value;

/** How to connect: to the server, or to the embedded database that has been opened. */
export const connectionOptions = (
  options: Pick<StoreOptions, 'databaseUrl' | 'poolSize' | 'patience'>,
  embedded: Embedded | undefined,
): { url?: string; poolSize: number; extra: object } => {
  if (embedded) return { poolSize: 1, extra: embedded.poolOptions };
  return {
    url: options.databaseUrl ?? '',
    poolSize: options.poolSize ?? 10,
    extra: {
      Client: KeepingClient,
      connectionTimeoutMillis: options.patience ?? patience,
      statement_timeout: 20_000,
      query_timeout: 25_000,
    },
  };
};

/** Opens the database, PostgreSQL or the embedded one, and brings its tables up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const embedded = options.databaseUrl ? undefined : await openEmbedded(options.dataDir);
  const dataSource = new DataSource({
    type: 'postgres',
    ...connectionOptions(options, embedded),
    entities: tables,
    migrations,
    migrationsTransactionMode: 'each',
    poolErrorHandler: () => options.log.warn({ event: 'database.connection-lost' }, 'A database connection was lost.'),
  });
  const close = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
  };
  try {
    await dataSource.initialize();
    listenToAll(poolOf(dataSource));
    await migrate(dataSource);
    await checkRole(dataSource);
  } catch (fault) {
    await close();
    throw fault;
  }

  const pool = poolOf(dataSource);
  const vault = createVault(options.keys);
  const longest = embedded ? undefined : (options.patience ?? patience);
  const attempt = <T>(organizationId: string, actorId: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> =>
    begunSomewhere(longest, (begun) =>
      dataSource.transaction(async (manager) => {
        await manager.query(
          `select set_config('role', 'mentor_app', true), set_config('mentor.organization', $1, true), set_config('mentor.actor', $2, true)`,
          [organizationId, actorId ?? ''],
        );
        begun();
        return work({ organizationId, actorId, at: options.clock.now(), newId: options.newId, manager, vault });
      }),
    );
  return {
    kind: embedded ? 'embedded' : 'server',
    async inOrganization(organizationId, actorId, work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(organizationId, actorId, work);
        } catch (fault) {
          if (tries === 3 || !repeatable.has(codeOf(fault) ?? '')) throw fault;
        }
      }
    },
    sql: (text, values = []) => begunSomewhere(longest, (begun) => runAnswered(dataSource, begun, text, values)),
    async script(text, values) {
      const result: unknown = await (values && values.length > 0
        ? pool.query(text, [...values])
        : runSeveral(pool, text));
      const last: unknown = Array.isArray(result) ? result.findLast((part) => rowsOf(part).length > 0) : result;
      return { rows: rowsOf(last) };
    },
    vault,
    dataSource,
    close,
  };
}

/**
 * A connection that breaks while it is lent out fails its statement, and says so once more to whoever listens: where
 * nobody does just then, that would end the process.
 */
function listenToAll(pool: Pool): void {
  const heard = new WeakSet<object>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('error', () => undefined);
  });
}

/** Several statements can hold a `begin` of their own: one that fails must not leave it open for the connection's next user. */
async function runSeveral(pool: Pool, text: string): Promise<unknown> {
  const client = await pool.connect();
  try {
    return await client.query(text);
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  } finally {
    client.release();
  }
}

/** One statement on a connection that has just shown that somebody answers there. */
async function runAnswered(
  dataSource: DataSource,
  begun: () => void,
  text: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select 1');
    begun();
    return await runner.query(text, [...values]);
  } finally {
    await runner.release();
  }
}

const rowsOf = (result: unknown): Record<string, unknown>[] =>
  typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows) ? result.rows : [];

function poolOf(dataSource: DataSource): Pool {
  const { driver } = dataSource;
  if ('master' in driver && isPool(driver.master)) return driver.master;
  throw new Error('The database driver has no connection pool.');
}

/** Runs what is missing of the migrations; replicas that start together wait for each other. */
async function migrate(dataSource: DataSource): Promise<void> {
  const lock = dataSource.createQueryRunner();
  const shared = dataSource.options.type === 'postgres' && dataSource.options.poolSize !== 1;
  try {
    if (shared) await lock.query(`select pg_advisory_lock(hashtext('mentor migrations'))`);
    await dataSource.runMigrations();
  } finally {
    if (shared) await lock.query(`select pg_advisory_unlock(hashtext('mentor migrations'))`);
    await lock.release();
  }
}
