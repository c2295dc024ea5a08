import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createLedger, openQueue } from '../../src/delivery';
import { loadPrograms } from '../../src/programs';
import { accept, ask, type Caller, houseOf, importPeople, noticeKinds } from '../../src/services';
import { realClock } from '../../src/start/clock';
import { makeMasterKeys, openStore, organizationIds, parseMasterKeys, peopleById } from '../../src/store';
import { faultsIn } from '../books';
import { onServer } from '../databases';
import { ownProgram } from '../own-processes';
import { migratedDatabase } from '../templates';
import { afterTheDead } from './afterwards';
import { betweenBooks, nothing } from './between-books';
import { patience } from './counted';
import { homeOf, team } from './plain-post';
import { slackOutside } from './slack-outside';
import { callerOf } from './world';

const isFull = process.env.FAULTS === 'full';
/** In milliseconds: how long people ask and accept, and how often a replica is killed meanwhile. */
const [loadFor, killEvery] = isFull ? [60_000, 5000] : [4000, 1500];
const [mentors, mentees] = [60, 200];
/** So many jobs may wait before the people pause; and so many requests are sent at least. */
const [most, leastAsked] = [400, 30];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const csv = [
  'name,email,unit,time_zone,slack_team,slack_user,roles,mentor_topics,mentor_capacity',
  ...Array.from({ length: mentors + mentees }, (_, n) => {
    const mentor = n < mentors ? 'interviewing,99' : ',';
    return `Person ${n},p${n}@replicas.example.gov,Here,America/Anchorage,${team},U${n},,${mentor}`;
  }),
].join('\n');

type Replica = { readonly child: ChildProcess; readonly ready: Promise<unknown>; readonly ended: Promise<unknown> };

onServer('three replicas, of which one is killed over and over', () => {
  it(
    'lose nothing and double nothing under load',
    async () => {
      const database = await migratedDatabase();
      const outside = await slackOutside(mentors + mentees);
      const keysText = makeMasterKeys();
      const keys = parseMasterKeys(keysText);
      if (!keys.ok) throw new Error(keys.reason);
      const store = await openStore({
        databaseUrl: database.url,
        keys: keys.keys,
        clock: realClock,
        newId: randomUUID,
        log: quiet,
      });
      const loaded = await loadPrograms(join(__dirname, '..', '..', 'programs'));
      if (!loaded.ok) throw new Error('The program definitions have faults.');
      const queue = await openQueue(store, quiet);
      const house = houseOf(loaded.programs, loaded.catalog, createLedger(queue));
      const firstProgram = house.programs.get('bethel-nome-exchange');
      if (!firstProgram) throw new Error('The Bethel/Nome program is missing.');
      const addressOf = ({ user }: { user: string }) => homeOf(user);
      const parts = { store, newId: randomUUID, house, firstProgram, addressOf };
      await importPeople(parts, csv, { full: false, today: realClock.now().toISODate() ?? '' });
      const [organizationId = ''] = await organizationIds(store);
      const callers = await store.inOrganization(organizationId, undefined, async (tx) => {
        const ids: { id: string }[] = await tx.manager.query(
          `select person_id as id from person order by split_part(name, ' ', 2)::int`,
        );
        const people = await peopleById(
          tx,
          ids.map(({ id }) => id),
        );
        return ids.flatMap(({ id }) => {
          const person = people.get(id);
          return person ? [callerOf(person)] : [];
        });
      });

      const replica = (): Replica => {
        const args = [ownProgram('faults/replica-process'), database.url, keysText, outside.apiUrl, organizationId];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
        const ready = once(createInterface(child.stdout), 'line');
        return { child, ready, ended: once(child, 'close') };
      };
      const kill = async ({ child, ended }: Replica): Promise<void> => {
        child.kill('SIGKILL');
        await ended;
      };

      const replicas = [replica(), replica(), replica()];
      await Promise.all(replicas.map(({ ready }) => ready));
      const ends = performance.now() + loadFor;
      let [asked, killed] = [0, 0];
      const isOn = (): boolean => performance.now() < ends || asked < leastAsked || killed === 0;
      const killing = async (): Promise<void> => {
        for (;;) {
          await pause(killEvery);
          if (!isOn()) return;
          const [oldest, ...others] = replicas;
          if (!oldest) return;
          await oldest.ready;
          await kill(oldest);
          killed += 1;
          replicas.splice(0, 3, ...others, replica());
        }
      };
      const as = (caller: Caller) => caller.person.personId;
      /** One asks, and the other accepts at once, while the senders are not too far behind. */
      const asking = async (): Promise<void> => {
        for (; isOn() && asked < mentors * mentees; asked += 1) {
          const mentee = callers[mentors + (asked % mentees)];
          const mentor = callers[(asked + Math.floor(asked / mentees)) % mentors];
          if (!mentee || !mentor) break;
          const draft = randomUUID();
          const wish = { mentorId: as(mentor), topicId: 'interviewing', draft, need: 'A word', ways: [], suits: null };
          const sent = await store.inOrganization(organizationId, as(mentee), (tx) => ask(tx, house, mentee, wish));
          if (!sent.ok) throw new Error(`Nobody could ask: ${sent.because.code}.`);
          await store.inOrganization(organizationId, as(mentor), (tx) => accept(tx, house, mentor, draft));
          while (isOn() && (await queue.depth()) > most) await pause(20);
        }
      };
      await Promise.all([killing(), asking()]);
      for (const each of replicas) await kill(each);
      await queue.stop();
      await afterTheDead(store, organizationId, noticeKinds(house), outside.apiUrl);

      const standing = outside.standing();
      const inside = await store.inOrganization(organizationId, undefined, (tx) => betweenBooks(tx, standing));
      const states: { state: string; n: number }[] = await store.inOrganization(organizationId, undefined, (tx) =>
        tx.manager.query(`select state, count(*)::int as n from message group by state order by state`),
      );
      const faults = await faultsIn(store);
      await store.close();
      await outside.close();
      await database.drop();
      if (isFull) process.stdout.write(`${JSON.stringify({ asked, killed, standing: standing.length, states })}\n`);
      expect(standing.length).toBeGreaterThan(asked);
      expect(
        states.map(({ state }) => state).filter((state) => !['canceled', 'sent', 'suppressed'].includes(state)),
      ).toEqual([]);
      expect([inside, faults]).toEqual([nothing, {}]);
    },
    patience,
  );
});
