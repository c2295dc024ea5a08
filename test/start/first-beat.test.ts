import { readConfig } from '../../src/config';
import { createMetrics } from '../../src/http';
import { layFoundation } from '../../src/start/house';
import { createPace, freePace } from '../../src/start/pace';
import { createEngine } from '../../src/start/running';
import { makeMasterKeys } from '../../src/store';
import { onServer, testClock } from '../databases';
import { migratedDatabase } from '../templates';

onServer('a start after a long time down', () => {
  it('does not wait for all that is to be caught up with, and is known to be at work meanwhile', async () => {
    const database = await migratedDatabase();
    const read = readConfig({ DATABASE_URL: database.url, MENTOR_KEYS: makeMasterKeys() });
    if (!read.ok) throw new Error(read.faults.join());
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const clock = testClock();
    const foundation = await layFoundation(read.config, clock, log);
    const organizationOf = async (): Promise<undefined> => undefined;
    let caughtUp = (): void => undefined;
    const catchingUp = new Promise<void>((resolve) => (caughtUp = resolve));
    const engine = createEngine({
      foundation,
      channels: [],
      organizationOf,
      clock,
      realNow: () => new Date(),
      log,
      hearing: {
        understand: () => {
          throw new Error('Nobody speaks here.');
        },
      },
      chores: [() => catchingUp],
      pacing: createPace(freePace, { store: foundation.store, organizationOf, now: Date.now, log }).pacing,
      counts: createMetrics().counts,
    });
    await engine.start();
    expect([engine.heartbeat.lastBeat(), engine.lastLook()]).toEqual([expect.any(Date), expect.any(Date)]);
    caughtUp();
    await engine.stop();
    await foundation.store.close();
    await database.drop();
  });
});
