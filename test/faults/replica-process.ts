import { readConfig } from '../../src/config';
import { createMetrics } from '../../src/http';
import { realClock } from '../../src/start/clock';
import { layFoundation } from '../../src/start/house';
import { createPace, freePace } from '../../src/start/pace';
import { createEngine } from '../../src/start/running';
import { slackAt } from './plain-post';

/** The product without its door, in a process of its own: queue, workers and heartbeat, and the real Slack channel. It never ends by itself. */
async function run(databaseUrl: string, keys: string, apiUrl: string, organizationId: string): Promise<void> {
  const read = readConfig({ DATABASE_URL: databaseUrl, MENTOR_KEYS: keys });
  if (!read.ok) throw new Error(read.faults.join());
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const foundation = await layFoundation(read.config, realClock, log);
  const organizationOf = async (): Promise<string> => organizationId;
  const { pacing } = createPace(freePace, { store: foundation.store, organizationOf, now: Date.now, log });
  const engine = createEngine({
    foundation,
    channels: [slackAt(apiUrl)],
    organizationOf,
    clock: realClock,
    realNow: () => new Date(),
    log,
    hearing: {
      understand: () => {
        throw new Error('Nobody speaks here.');
      },
    },
    pacing,
    counts: createMetrics().counts,
  });
  await engine.start();
  process.stdout.write('ready\n');
}

const [databaseUrl = '', keys = '', apiUrl = '', organizationId = ''] = process.argv.slice(2);
void run(databaseUrl, keys, apiUrl, organizationId);
