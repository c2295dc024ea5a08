import PgBoss from 'pg-boss';
import type { Store, Tx } from '../store';
import { createTaker, type Taker } from './taker';

const sending = 'delivery';
const lost = 'delivery-dead';
const seeking = 'delivery-seek';
/** The names under which the queue keeps its jobs. */
export const queues = [sending, lost, seeking] as const;
const chores = 60;
const stopSeconds = 12;
/** After a job was put in, so many looks are worth while: the transaction that did it may end only after some of them. */
const looksForNew = 20;

/** Ids only: every organization's jobs stand in one table. `seek`: finds out whether a message of unknown fate stands. */
export type Job = {
  readonly organizationId: string;
  readonly messageId: string;
  readonly task: 'send' | 'redraw' | 'seek';
};

/** The jobs of delivery: at least once, with growing pauses between tries, kept when the process stops. */
export type Queue = {
  /** Puts a job in, inside the transaction that causes it: rolled back with it. */
  enqueue(tx: Tx, job: Job, afterSeconds?: number): Promise<void>;
  /** Takes jobs up until `stop`. `carryOut` throws to have a job tried again; `giveUp` gets what failed every time. */
  work(carryOut: (job: Job) => Promise<void>, giveUp: (job: Job) => Promise<void>): Promise<void>;
  /** Looks for jobs now instead of at the next half second. */
  wake(): void;
  /** The same, where this process has put some in of late: most turns put in none, and to look costs as much as a turn's reads. */
  wakeForNew(): void;
  /** How many jobs could be taken up now, or are under way. */
  depth(): Promise<number>;
  stop(): Promise<void>;
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
  const takers: Taker[] = [];
  let looksLeft = 0;
  const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');

  const take = (name: string, carryOut: (job: Job) => Promise<void>, most: number, rest: number): Taker =>
    createTaker<PgBoss.Job<unknown>>({
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
    });

  const wake = (): void => {
    for (const taker of takers) taker.wake();
  };

  return {
    async enqueue(tx, job, afterSeconds = 0) {
      const within = {
        executeSql: async (text: string, values: unknown[]) => ({ rows: await tx.manager.query(text, values) }),
      };
      await boss.send(job.task === 'seek' ? seeking : sending, job, { db: within, startAfter: afterSeconds });
      looksLeft = looksForNew;
    },
    async work(carryOut, giveUp) {
      takers.push(take(sending, carryOut, atOnce, 500), take(lost, giveUp, 1, 5000));
      // One at a time and beside the others: however many are looked for, no message waits for it.
      takers.push(take(seeking, carryOut, 1, 5000));
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
    async stop() {
      await Promise.race([Promise.all(takers.map((taker) => taker.stop())), patience(stopSeconds)]);
      await boss.stop({ graceful: false, close: false });
    },
  };
}

const patience = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000).unref();
  });
