import type { Channel, Delivered, Sought } from '../../src/chat';
import { createDeliveryWorker, createSeeker, type Job, mendMessages, openQueue } from '../../src/delivery';
import type { Store } from '../../src/store';
import { faultsIn } from '../books';
import { onServer, serverStore, type TestStore } from '../databases';
import { openPost } from '../delivery/post';
import { everyLook, unpaced } from '../delivery/unpaced';
import { counted, patience } from './counted';
import { inLanes } from './world';

/** A process that dies here: nothing of it runs any more. */
class Death extends Error {}
const dies = (): never => {
  throw new Death();
};

const atOnce = 100;
const lanes = 16;
const ref = (to: string, message: string) => ({ address: { channel: 'slack' as const, ref: to }, message });

/** A platform that remembers every message by its key; some are still on their way when they are first looked for. */
function platform(readable: boolean) {
  const stands = new Map<string, string[]>();
  const late: (() => void)[] = [];
  let count = 0;
  const arrive = (key: string): string => {
    count += 1;
    const own = [...(stands.get(key) ?? []), `m${count}`];
    stands.set(key, own);
    return `m${count}`;
  };
  return {
    stands,
    arrive,
    arriveLate: (key: string): void => void late.push(() => void arrive(key)),
    letArrive(): void {
      for (const one of late.splice(0)) one();
    },
    async seek(to: string, key: string): Promise<Sought> {
      if (!readable) return { stands: 'cannot-tell', code: 'missing_scope' };
      const [found] = stands.get(key) ?? [];
      return found === undefined ? { stands: 'no' } : { stands: 'yes', ref: ref(to, found) };
    },
  };
}
type Platform = ReturnType<typeof platform>;

/** The store of a process that dies in its transaction of that number (from 1): before it, or in it, so that it is taken back. */
function dyingStore(store: Store, number: number, how: 'before' | 'within'): Pick<Store, 'inOrganization'> & Store {
  let count = 0;
  return {
    ...store,
    inOrganization: async (id, actor, work) => {
      count += 1;
      if (count !== number) return store.inOrganization(id, actor, work);
      if (how === 'before') return dies();
      return store.inOrganization(id, actor, async (tx) => {
        await work(tx);
        return dies();
      });
    },
  };
}

type Dying = {
  readonly deliver?: (key: string) => Delivered | undefined;
  readonly seek?: 'before' | 'after';
  readonly store?: Store;
};
/** What the process did before it died. By `turn`, 0 to 3, it is one of the things that can happen there. */
type Point = (life: {
  readonly sky: Platform;
  readonly turn: number;
  readonly store: Store;
  readonly send: (dying: Dying) => Promise<void>;
  readonly seek: (dying: Dying) => Promise<void>;
}) => Promise<void>;

const notBegun = 'between the notice and its job';
const recorded = 'after it is recorded, before the job is done';

const points: readonly (readonly [string, Point])[] = [
  [notBegun, async () => undefined],
  ['after the claim, before the request', ({ send }) => send({ deliver: dies })],
  [
    'with the request taken in, and the answer lost',
    ({ send, sky }) =>
      send({
        deliver: (key) => {
          sky.arrive(key);
          return dies();
        },
      }),
  ],
  [
    'with the request on its way: it never arrives, or late',
    ({ send, sky, turn }) =>
      send({
        deliver: (key) => {
          if (turn % 2 === 0) sky.arriveLate(key);
          return dies();
        },
      }),
  ],
  [
    'after the answer, before it is recorded',
    ({ send, store, turn }) => send({ store: dyingStore(store, 2, turn % 2 === 0 ? 'before' : 'within') }),
  ],
  [recorded, ({ send }) => send({})],
  [
    'while it is looked for',
    async ({ send, seek, sky, turn, store }) => {
      await send({
        deliver: (key) => {
          if (turn % 2 === 0) sky.arrive(key);
          return { ok: false, because: 'unknown', code: 'no_answer' };
        },
      });
      await seek(turn < 2 ? { store: dyingStore(store, 2, 'within') } : { seek: turn === 2 ? 'before' : 'after' });
    },
  ],
];

onServer('a process that dies', () => {
  let store: TestStore;
  let post: Awaited<ReturnType<typeof openPost>>;
  beforeAll(async () => {
    store = await serverStore({ poolSize: lanes + 4 });
    await (await openQueue(store, { warn: () => undefined })).stop();
    post = await openPost(store, atOnce);
  }, 60_000);
  afterAll(() => store.drop());

  const run = async (point: Point, readable: boolean) => {
    const sky = platform(readable);
    const rest = { ...post.parts, queue: post.queue, pacing: unpaced, looks: everyLook };

    /** A worker of its own, on a channel that dies as told. */
    const workerThat = ({ deliver, seek, store: own }: Dying) => {
      const slack: Pick<Channel, 'deliver' | 'update' | 'seek'> = {
        async deliver(to, _card, key) {
          const outcome = deliver ? deliver(key) : { ok: true as const, ref: ref(to.ref, sky.arrive(key)) };
          return outcome ?? dies();
        },
        update: async () => ({ ok: true }),
        async seek(to, key) {
          if (seek === 'before') return dies();
          const found = await sky.seek(to.ref, key);
          return seek === 'after' ? dies() : found;
        },
      };
      const parts = { ...rest, channels: { slack }, store: own ?? store };
      const [sender, seeker] = [createDeliveryWorker(parts), createSeeker(parts)];
      return (job: Job): Promise<void> => (job.task === 'seek' ? seeker(job) : sender(job));
    };
    const untilDeath = async (job: Job, dying: Dying): Promise<void> => {
      await workerThat(dying)(job).catch((fault: unknown) => {
        if (!(fault instanceof Death)) throw fault;
      });
    };

    /** Time passes, the sweep comes by, and whoever is alive does what there is to do. */
    const afterwards = async (seconds: number): Promise<void> => {
      await post.rows(`update message set sending_since = sending_since - interval '${seconds} seconds'`);
      await post.inside((tx) => mendMessages(tx, post.queue, 60));
      const worker = workerThat({});
      for (let more = true; more; ) {
        const now = post.jobs.splice(0);
        const later = now.filter(({ job, after }) => job.task === 'seek' && after > 10);
        post.jobs.push(...later);
        await inLanes(
          now.filter((one) => !later.includes(one)),
          lanes,
          ({ job }) => worker(job),
        );
        more = post.jobs.some(({ job, after }) => !(job.task === 'seek' && after > 10));
      }
      post.jobs.splice(0);
    };

    const trials = counted(1000);
    const told = new Set<unknown>();
    for (let done = 0; done < trials; done += atOnce) {
      const round = post.people.slice(0, trials - done).map((personId, index) => ({ personId, index }));
      await inLanes(round, lanes, async ({ personId, index }) => {
        await post.tell(personId, 'call', `${done + index}`);
      });
      const jobs = post.jobs.splice(0);
      for (const { job } of jobs) told.add(job.messageId);
      await inLanes([...jobs.entries()], lanes, ([index, { job }]) =>
        point({
          sky,
          store,
          turn: index % 4,
          send: (dying) => untilDeath(job, dying),
          seek: (dying) => untilDeath({ ...job, task: 'seek' }, dying),
        }),
      );
      // With the process half of the jobs are gone, too; the others come again.
      post.jobs.splice(0);
      post.jobs.push(...jobs.filter((_, index) => index % 8 < 4));
      await afterwards(61);
      sky.letArrive();
      await afterwards(200);
      await afterwards(200);
    }

    const rows = (await post.rows('select message_id as id, key, state from message')).filter(({ id }) => told.has(id));
    const times = (key: unknown): number => sky.stands.get(String(key))?.length ?? 0;
    return {
      trials: rows.length,
      lost: rows.filter(({ key, state }) => times(key) === 0 && state !== 'uncertain').length,
      doubled: rows.filter(({ key }) => times(key) > 1).length,
      uncertain: rows.filter(({ state }) => state === 'uncertain').length,
      sentInVain: rows.filter(({ key, state }) => state === 'sent' && times(key) === 0).length,
      foreign: [...sky.stands.keys()].filter((key) => !rows.some((row) => row.key === key)).length,
      faults: await faultsIn(store),
    };
  };

  const trials = counted(1000);
  const well = { trials, lost: 0, doubled: 0, sentInVain: 0, foreign: 0, faults: {} };

  it.each(points)(
    '%s loses nothing and doubles nothing, where the chat can be read back',
    async (_, point) => {
      expect(await run(point, true)).toEqual({ ...well, uncertain: 0 });
    },
    patience,
  );

  it.each(points)(
    '%s doubles nothing where it cannot be read back, and counts what may be lost',
    async (name, point) => {
      const isSettled = name === notBegun || name === recorded;
      expect(await run(point, false)).toEqual({ ...well, uncertain: isSettled ? 0 : trials });
    },
    patience,
  );
});
