import PgBoss from 'pg-boss';
import type { Store, Tx } from '../store';

const sending = 'delivery';
const lost = 'delivery-dead';
const chores = 3600;

/** Ids only: every organization's jobs stand in one table. */
export type Job = { readonly organizationId: string; readonly messageId: string; readonly task: 'send' | 'redraw' };

/** The jobs of delivery: at least once, with growing pauses between tries, kept when the process stops. */
export type Queue = {
  /** Puts a job in, inside the transaction that causes it: rolled back with it. */
  enqueue(tx: Tx, job: Job, afterSeconds?: number): Promise<void>;
  /** Takes jobs up until `stop`. `carryOut` throws to have a job tried again; `giveUp` gets what failed every time. */
  work(carryOut: (job: Job) => Promise<void>, giveUp: (job: Job) => Promise<void>): Promise<void>;
  /** Looks for jobs now instead of at the next half second. */
  wake(): void;
  /** How many jobs wait or are under way. */
  depth(): Promise<number>;
  stop(): Promise<void>;
};

const isJob = (data: unknown): data is Job =>
  typeof data === 'object' && data !== null && 'organizationId' in data && 'messageId' in data && 'task' in data;

/** Opens the queue on the product's own connections and lets the business role put jobs in. */
export async function openQueue(
  store: Store,
  log: { warn(fields: object, message: string): void },
  workers = store.kind === 'server' ? 4 : 2,
): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.script(text, values) },
    schedule: false,
    maintenanceIntervalSeconds: chores,
  });
  boss.on('error', (fault) => log.warn({ event: 'queue.fault', code: fault.name }, 'The job queue met a fault.'));
  await boss.start();
  await boss.createQueue(lost);
  await boss.createQueue(sending, {
    name: sending,
    retryLimit: 6,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 60,
    deadLetter: lost,
  });
  await store.script(`grant usage on schema pgboss to mentor_app;
    grant select, insert on all tables in schema pgboss to mentor_app;
    grant execute on all functions in schema pgboss to mentor_app;`);
  const ids: string[] = [];

  const eachAlone = (carryOut: (job: Job) => Promise<void>) => async (jobs: PgBoss.Job<unknown>[]) => {
    await Promise.all(
      jobs.map(async ({ id, data, name }) => {
        try {
          if (isJob(data)) await carryOut(data);
        } catch (fault) {
          log.warn(
            { event: 'delivery.try-failed', code: fault instanceof Error ? fault.name : 'unknown' },
            'A delivery will be tried again.',
          );
          await boss.fail(name, id);
        }
      }),
    );
  };

  return {
    async enqueue(tx, job, afterSeconds = 0) {
      const within = {
        executeSql: async (text: string, values: unknown[]) => ({ rows: await tx.manager.query(text, values) }),
      };
      await boss.send(sending, job, { db: within, startAfter: afterSeconds });
    },
    async work(carryOut, giveUp) {
      for (let worker = 0; worker < workers; worker += 1) {
        ids.push(await boss.work(sending, { batchSize: 8, pollingIntervalSeconds: 0.5 }, eachAlone(carryOut)));
      }
      await boss.work(lost, { batchSize: 8, pollingIntervalSeconds: 5 }, eachAlone(giveUp));
    },
    wake() {
      for (const id of ids) boss.notifyWorker(id);
    },
    async depth() {
      const rows = await store.sql(
        `select count(*)::int as depth from pgboss.job where name = $1 and state < 'completed'`,
        [sending],
      );
      return typeof rows[0]?.depth === 'number' ? rows[0].depth : 0;
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 12_000, close: false }),
  };
}
