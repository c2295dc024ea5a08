import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import {
  type Address,
  type Card,
  type Channel,
  card,
  type Delivered,
  type MessageRef,
  prose,
  type Sought,
  type Updated,
} from '../../src/chat';
import {
  createDeliveryWorker,
  createGiveUp,
  createLedger,
  createSeeker,
  type Job,
  type Ledger,
  type NewNotice,
  type NoticeKinds,
  type Pacing,
} from '../../src/delivery';
import type { Clock } from '../../src/mentoring';
import { addPerson, createOrganization, linkAccount, type Tx } from '../../src/store';
import type { TestStore } from '../databases';
import { everyLook, unpaced } from './unpaced';

/** What the subject of a notice says now, by its id; `fault` makes its card impossible to draw. */
export type Subjects = Map<string, string>;

const drawn =
  (subjects: Subjects) =>
  async (_: Tx, { about }: { about: { id: string } }): Promise<Card> => {
    const words = subjects.get(about.id) ?? 'gone';
    if (words === 'fault') throw new Error('This cannot be drawn.');
    return card('words', words, prose(words));
  };

/** A clock of which no two readings are the same: what was told first is the oldest. */
export function tickingClock(): Clock {
  let now: DateTime = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
  return {
    now: () => {
      now = now.plus({ milliseconds: 1 });
      return now;
    },
  };
}

/** A post office without a product around it: people with accounts, notices about subjects, jobs in the test's own hands. */
export async function openPost(store: TestStore, people: number) {
  const subjects: Subjects = new Map();
  const unwanted = async (_: Tx, { about }: { about: { id: string } }): Promise<string | undefined> =>
    subjects.get(about.id) === undefined ? 'gone' : undefined;
  const kinds: NoticeKinds = {
    call: { alone: true, unwanted, card: drawn(subjects) },
    news: { alone: false, unwanted, card: drawn(subjects) },
  };
  const organizationId = await createOrganization(store, randomUUID(), 'Post', 'UTC');
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.inOrganization(organizationId, undefined, work);
  const ids: string[] = [];
  for (let index = 0; index < people; index += 1) {
    const personId = await inside((tx) => addPerson(tx, `P${index}`, `p${index}@post.example.gov`, 'UTC'));
    ids.push(personId);
    for (const channel of ['slack', 'teams'] as const) {
      const identity = { channel, tenant: 't', user: `p${index}` };
      await inside((tx) => linkAccount(tx, personId, identity, { channel, ref: `p${index}` }));
    }
  }

  const jobs: { job: Job; after: number }[] = [];
  const enqueue = async (_: Tx, job: Job, after = 0): Promise<void> => void jobs.push({ job, after });
  const ledger: Ledger = createLedger({ enqueue });
  const sends: { channel: string; to: string; words: string; key: string }[] = [];
  /** What each message in a chat shows. */
  const shown = new Map<string, string>();
  const logged: string[] = [];
  const wire = {
    deliver: async (): Promise<Delivered | undefined> => undefined,
    update: async (): Promise<Updated> => ({ ok: true }),
    /** What Slack says of a message that is looked for, by its key. */
    seek: async (_: string): Promise<Sought> => ({ stands: 'cannot-tell', code: 'missing_scope' }),
  };
  const sought: { to: string; key: string; began: DateTime }[] = [];
  const channel = (name: 'slack' | 'teams'): Pick<Channel, 'deliver' | 'update'> => ({
    async deliver(to, { summary }, key) {
      sends.push({ channel: name, to: to.ref, words: summary, key });
      const scripted = await wire.deliver();
      if (scripted && !scripted.ok) return scripted;
      const ref: MessageRef = scripted?.ref ?? { address: to, message: randomUUID() };
      shown.set(ref.message, summary);
      return { ok: true, ref };
    },
    async update(ref, { summary }) {
      const outcome = await wire.update();
      if (outcome.ok) shown.set(ref.message, summary);
      return outcome;
    },
  });
  const line = (fields: object, message: string): void => void logged.push(JSON.stringify([fields, message]));
  const parts = {
    store,
    kinds,
    channels: {
      slack: {
        ...channel('slack'),
        seek: async (to: Address, key: string, began: DateTime) => {
          sought.push({ to: to.ref, key, began });
          return wire.seek(key);
        },
      },
      teams: channel('teams'),
    },
    log: { info: line, warn: line },
  };
  const queue = { enqueue };
  const workerWith = (pacing: Pacing) => {
    const deliver = createDeliveryWorker({ ...parts, queue, pacing });
    const seek = createSeeker({ ...parts, queue, looks: everyLook });
    return (job: Job): Promise<void> => (job.task === 'seek' ? seek(job) : deliver(job));
  };
  const worker = workerWith(unpaced);

  return {
    organizationId,
    inside,
    kinds,
    people: ids,
    subjects,
    ledger,
    parts,
    jobs,
    queue: { enqueue },
    sends,
    sought,
    shown,
    logged,
    wire,
    worker,
    workerWith,
    giveUp: createGiveUp(store, kinds),
    rows: (sql: string): Promise<Record<string, unknown>[]> => inside((tx) => tx.manager.query(sql)),
    /** Tells a person something about a new subject; its id. */
    async tell(personId: string, kind: 'call' | 'news', words: string): Promise<string> {
      const id = randomUUID();
      subjects.set(id, words);
      const notice: NewNotice = { to: personId, kind, about: { kind: 'topic', id }, occurrence: '1' };
      await inside((tx) => ledger.tell(tx, notice));
      return id;
    },
    redraw: (id: string): Promise<void> => inside((tx) => ledger.redraw(tx, { kind: 'topic', id }, undefined)),
    /** Carries out the jobs there are, and those that arise by it, one after the other. */
    async run(): Promise<void> {
      for (let next = jobs.shift(); next; next = jobs.shift()) await worker(next.job);
    },
  };
}
