import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createLedger, openQueue } from '../../src/delivery';
import { addPerson, createOrganization, linkAccount, openStore, type Tx } from '../../src/store';
import { faultsIn } from '../books';
import { onServer, testClock, testKeys } from '../databases';
import { ownProgram } from '../own-processes';
import { migratedDatabase } from '../templates';
import { afterTheDead } from './afterwards';
import { betweenBooks, nothing } from './between-books';
import { kills, patience } from './counted';
import { homeOf, plainKinds, team, tell } from './plain-post';
import type { Halt } from './sender-process';
import { type Hold, slackOutside } from './slack-outside';

/** So many messages are cut off by each kill. */
const cutAtOnce = 4;
const quiet = { info: () => undefined, warn: () => undefined };

type Point = { readonly name: string; readonly halt: Halt; readonly hold?: Hold };
const post = 'chat.postMessage';
const points: readonly Point[] = [
  { name: 'between the notice and its job', halt: 'told' },
  { name: 'after the claim, before the request', halt: 'claimed' },
  { name: 'with the request taken in and not answered', halt: 'taken', hold: { method: post, how: 'taken' } },
  { name: 'with the request not taken in', halt: 'underway', hold: { method: post, how: 'at the door' } },
  { name: 'after the answer, before it is recorded', halt: 'answered' },
  { name: 'after it is recorded, before the job is done', halt: 'recorded' },
  { name: 'while it is looked for', halt: 'sought' },
];

onServer('a sender that is killed', () => {
  const open = async (people: number) => {
    const database = await migratedDatabase();
    const outside = await slackOutside(people);
    const store = await openStore({
      databaseUrl: database.url,
      keys: testKeys(),
      clock: testClock(),
      newId: randomUUID,
      poolSize: 6,
      log: quiet,
    });
    const organizationId = await createOrganization(store, randomUUID(), 'Post', 'UTC');
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.inOrganization(organizationId, undefined, work);
    const ids: string[] = [];
    for (let index = 0; index < people; index += 1) {
      const user = `U${index}`;
      ids.push(
        await inside(async (tx) => {
          const id = await addPerson(tx, user, `${user}@post.example.gov`, 'UTC');
          await linkAccount(tx, id, { channel: 'slack', tenant: team, user }, homeOf(user));
          return id;
        }),
      );
    }
    const telling = await openQueue(store, quiet);

    const afterwards = (): Promise<void> => afterTheDead(store, organizationId, plainKinds, outside.apiUrl);

    /** Lets a process send to these people until all of it has come to the point, and kills it there. */
    const kill = async ({ halt, hold }: Point, to: readonly string[]): Promise<void> => {
      // They are looked for one at a time.
      let left = halt === 'sought' ? 1 : cutAtOnce;
      let arrived = (): void => undefined;
      const all = new Promise<void>((resolve) => (arrived = resolve));
      const reached = (): void => {
        left -= 1;
        if (left === 0) arrived();
      };
      outside.holding(hold, reached);
      if (halt !== 'told') {
        for (const person of to) await inside((tx) => tell(tx, createLedger(telling), person));
      }
      const child = spawn(
        process.execPath,
        [ownProgram('faults/sender-process'), database.url, outside.apiUrl, halt, organizationId, to.join()],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      createInterface(child.stdout).on('line', (line) => {
        if (line === 'here') reached();
      });
      const ended = once(child, 'close');
      await Promise.race([all, ended.then(() => Promise.reject(new Error('The sender ended by itself.')))]);
      child.kill('SIGKILL');
      await ended;
      outside.holding(undefined, () => undefined);
      outside.faults.clear();
    };
    const close = async (): Promise<void> => {
      await telling.stop();
      await store.close();
      await outside.close();
      await database.drop();
    };
    return { store, inside, ids, outside, kill, afterwards, close };
  };

  const each = kills * cutAtOnce;
  let world: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    world = await open(points.length * each);
  }, 120_000);
  afterAll(() => world.close());

  it.each(points.map((point, index) => ({ ...point, from: index * each })))(
    '$name loses nothing and doubles nothing',
    async ({ from, ...point }) => {
      const own = world.ids.slice(from, from + each);
      for (let killed = 0; killed < kills; killed += 1) {
        const to = own.slice(killed * cutAtOnce, (killed + 1) * cutAtOnce);
        if (point.halt === 'sought')
          world.outside.faults.order({ method: post, effect: killed % 2 === 0 ? 'drop' : 'cut', times: cutAtOnce });
        await world.kill(point, to);
        await world.afterwards();
      }
      const rows: { state: string }[] = await world.inside((tx) =>
        tx.manager.query('select state from message where person_id = any($1)', [own]),
      );
      expect(rows.map(({ state }) => state)).toEqual(own.map(() => 'sent'));
      expect(own.map((_, index) => world.outside.standing([`U${from + index}`]).length)).toEqual(own.map(() => 1));
      expect(await world.inside((tx) => betweenBooks(tx, world.outside.standing()))).toEqual(nothing);
      expect(await faultsIn(world.store)).toEqual({});
      expect(world.outside.slack.troubles()).toEqual([]);
    },
    patience,
  );
});
