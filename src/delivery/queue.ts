import PgBoss from 'pg-boss';
import type { Store, Tx } from '../store';
import { createTaker, type Taker } from './taker';

const sending = 'delivery';
const lost = 'delivery-dead';
const seeking = 'delivery-seek';
/** The names under which the queue keeps its jobs. */
export const queues = [sending, lost, seeking] as const;
const chores = 60;
/** In milliseconds. No send takes as long as the first; at the end what is under way gets the second. */
const [longestJob, patience] = [30_000, 10_000] as const;
/** After a job was put in, so many looks are worth while: the transaction that did it may end only after some of them. */
const looksForNew = 20;

/** What somebody did goes before what only the schedule says. */
export type Lane = 'act' | 'schedule';
const priority: Readonly<Record<Lane, number>> = { act: 1, schedule: 0 };

/**
 * Ids and numbers only: every organization's jobs stand in one table. `seek`: finds out whether a message of unknown fate
 * stands.
 */
export type Job = {
  readonly organizationId: string;
  readonly messageId: string;
  readonly task: 'send' | 'redraw' | 'seek';
  /** Without one it is an act's. */
  readonly lane?: Lane;
  /** Its number in its installation's line, where it had to wait. */
  readonly number?: number | undefined;
};

/** The jobs of delivery: at least once, with growing pauses between tries, kept when the process stops. */
export type Queue = {
  /** Puts a job in, inside the transaction that causes it: rolled back with it. */
  enqueue(tx: Tx, job: Job, afterSeconds?: number): Promise<void>;
  /**
   * Takes jobs up until `stop`. `carryOut` throws to have a job tried again; `giveUp` gets what failed every time. `alive`
   * is called at least each second while jobs can be taken up.
   */
  work(carryOut: (job: Job) => Promise<void>, giveUp: (job: Job) => Promise<void>, alive?: () => void): Promise<void>;
  /** Looks for jobs now instead of at the next half second. */
  wake(): void;
  /** The same, where this process has put some in of late: most turns put in none, and to look costs as much as a turn's reads. */
  wakeForNew(): void;
  /** How many jobs could be taken up now, or are under way. */
  depth(): Promise<number>;
  /** All jobs that are not over, by how they stand and by lane; and for how many seconds the oldest of them has been due. */
  outbox(): Promise<readonly { state: string; lane: string; jobs: number; oldestSeconds: number }[]>;
  /** Takes up no more; what is under way gets some seconds. Returns what was not over then. */
  stop(): Promise<readonly Job[]>;
};

const isJob = (data: unknown): data is Job =>
  typeof data === 'object' && data !== null && 'organizationId' in data && 'messageId' in data && 'task' in data;

/** Opens the queue on the product's own connections and lets the business role put jobs in. */
export async function openQueue(
  store: Store,
  log: { warn(fields: object, message: string): void },
  atOnce = store.kind === 'server' ? 8 : 4,
): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.script(text, values) },
    schedule: false,
    maintenanceIntervalSeconds: chores,
  });
  boss.on('error', (fault) => log.warn({ event: 'queue.fault', code: fault.name }, 'The job queue met a fault.'));
  await boss.start();
  // What was under way when a process died is free again as soon as its time is up, and looked for at every start.
  await boss.maintain();
  await boss.createQueue(lost);
  await boss.createQueue(sending, {
    name: sending,
    retryLimit: 6,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 60,
    deadLetter: lost,
  });
  await boss.createQueue(seeking, {
    name: seeking,
    retryLimit: 6,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 120,
  });
  await store.script(`grant usage on schema pgboss to mentor_app;
    grant select, insert on all tables in schema pgboss to mentor_app;
    grant execute on all functions in schema pgboss to mentor_app;`);
  const takers: Taker<PgBoss.Job<unknown>>[] = [];
  let looksLeft = 0;
  const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');

  const take = (
    name: string,
    carryOut: (job: Job) => Promise<void>,
    { most, rest, alive }: { readonly most: number; readonly rest: number; readonly alive: () => void },
  ): Taker<PgBoss.Job<unknown>> =>
    createTaker({
      fetch(free) {
        looksLeft = Math.max(0, looksLeft - 1);
        return boss.fetch(name, { batchSize: free });
      },
      async run({ id, data }) {
        try {
          if (isJob(data)) await carryOut(data);
        } catch (fault) {
          log.warn({ event: 'delivery.try-failed', code: nameOf(fault) }, 'A delivery will be tried again.');
          return boss.fail(name, id);
        }
        return boss.complete(name, id);
      },
      fault: (fault) => log.warn({ event: 'queue.fault', code: nameOf(fault) }, 'The job queue met a fault.'),
      most,
      rest,
      longest: longestJob,
      alive,
    });

  const wake = (): void => {
    for (const taker of takers) taker.wake();
  };

  return {
    async enqueue(tx, job, afterSeconds = 0) {
      const within = {
        executeSql: async (text: string, values: unknown[]) => ({ rows: await tx.manager.query(text, values) }),
      };
      const queue = job.task === 'seek' ? seeking : sending;
      await boss.send(queue, job, { db: within, startAfter: afterSeconds, priority: priority[job.lane ?? 'act'] });
      looksLeft = looksForNew;
    },
    async work(carryOut, giveUp, alive = () => undefined) {
      const unseen = (): void => undefined;
      takers.push(
        take(sending, carryOut, { most: atOnce, rest: 500, alive }),
        take(lost, giveUp, { most: 1, rest: 5000, alive: unseen }),
        // One at a time and beside the others: however many are looked for, no message waits for it.
        take(seeking, carryOut, { most: 1, rest: 5000, alive: unseen }),
      );
    },
    wake,
    wakeForNew() {
      if (looksLeft > 0) wake();
    },
    async depth() {
      const rows = await store.sql(
        `select count(*)::int as depth from pgboss.job where name = $1 and state < 'completed' and start_after <= now()`,
        [sending],
      );
      return typeof rows[0]?.depth === 'number' ? rows[0].depth : 0;
    },
    async outbox() {
      const rows = await store.sql(
        `select case when state = 'active' then 'under-way' when start_after > now() then 'put-off' else 'waiting' end as state,
           coalesce(data->>'lane', 'act') as lane, count(*)::int as jobs,
           coalesce(max(extract(epoch from now() - start_after)) filter (where state < 'active' and start_after <= now()), 0)::float8 as oldest
         from pgboss.job where name = $1 and state < 'completed' group by 1, 2`,
        [sending],
      );
      return rows.map(({ state, lane, jobs, oldest }) => ({
        state: String(state),
        lane: lane === 'schedule' ? 'schedule' : 'act',
        jobs: Number(jobs),
        oldestSeconds: Number(oldest),
      }));
    },
    async stop() {
      const left = (await Promise.all(takers.map((taker) => taker.stop(patience)))).flat();
      await boss.stop({ graceful: false, close: false });
      return left.flatMap(({ data }) => (isJob(data) ? [data] : []));
    },
  };
}
