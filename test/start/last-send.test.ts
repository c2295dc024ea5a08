import { randomUUID } from 'node:crypto';
import type { Channel } from '../../src/chat';
import { readConfig } from '../../src/config';
import { createMetrics } from '../../src/http';
import { layFoundation } from '../../src/start/house';
import { createPace, freePace } from '../../src/start/pace';
import { createEngine } from '../../src/start/running';
import { addPerson, createOrganization, linkAccount, makeMasterKeys, type Tx } from '../../src/store';
import { onServer, testClock } from '../databases';
import { migratedDatabase } from '../templates';

onServer('a process that is told to stop', () => {
  it('leaves a send that outlasts its patience as one of which nobody knows whether it arrived', async () => {
    const database = await migratedDatabase();
    const read = readConfig({ DATABASE_URL: database.url, MENTOR_KEYS: makeMasterKeys() });
    if (!read.ok) throw new Error(read.faults.join());
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const clock = testClock();
    const foundation = await layFoundation(read.config, clock, log);
    const { store, ledger } = foundation;
    const organizationId = await createOrganization(store, randomUUID(), 'Post', 'UTC');
    const organizationOf = async (): Promise<string> => organizationId;
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.inOrganization(organizationId, undefined, work);
    const to = await inside(async (tx) => {
      const id = await addPerson(tx, 'Ana', 'ana@post.example.gov', 'UTC');
      await linkAccount(tx, id, { channel: 'slack', tenant: 'T1', user: 'ana' }, { channel: 'slack', ref: 'ana' });
      return id;
    });
    let begun = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (begun = resolve));
    const hanging: Channel = {
      name: 'slack',
      start: async () => undefined,
      stop: async () => undefined,
      deliver: () => {
        begun();
        return new Promise(() => undefined);
      },
      update: () => new Promise(() => undefined),
      profile: async () => undefined,
    };
    const engine = createEngine({
      foundation,
      channels: [hanging],
      organizationOf,
      clock,
      realNow: () => new Date(),
      log,
      hearing: {
        understand: () => {
          throw new Error('Nobody speaks here.');
        },
      },
      pacing: createPace(freePace, { store, organizationOf, now: Date.now, log }).pacing,
      counts: createMetrics().counts,
    });
    await engine.start();
    const about = { kind: 'person' as const, id: to };
    await inside((tx) => ledger.tell(tx, { to, kind: 'home', about, occurrence: 'slack' }));
    await underWay;
    await engine.stop();
    const messages = await inside((tx) => tx.manager.query('select state, reason from message'));
    expect(messages).toEqual([{ state: 'uncertain', reason: 'sender-stopped' }]);
    await store.close();
    await database.drop();
  }, 60_000);
});
