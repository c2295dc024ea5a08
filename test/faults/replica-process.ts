import { readConfig } from '../../src/config';
import { realClock } from '../../src/start/clock';
import { layFoundation } from '../../src/start/house';
import { createEngine } from '../../src/start/running';
import { slackAt } from './plain-post';

/** The product without its door, in a process of its own: queue, workers and heartbeat, and the real Slack channel. It never ends by itself. */
async function run(databaseUrl: string, keys: string, apiUrl: string, organizationId: string): Promise<void> {
  const read = readConfig({ DATABASE_URL: databaseUrl, MENTOR_KEYS: keys });
  if (!read.ok) throw new Error(read.faults.join());
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const foundation = await layFoundation(read.config, realClock, log);
  const engine = createEngine({
    foundation,
    channels: [slackAt(apiUrl)],
    organizationOf: async () => organizationId,
    clock: realClock,
    realNow: () => new Date(),
    log,
    hearing: {
      understand: () => {
        throw new Error('Nobody speaks here.');
      },
    },
    pace: { perSecond: 1000, burst: 1000 },
  });
  await engine.start();
  process.stdout.write('ready\n');
}

const [databaseUrl = '', keys = '', apiUrl = '', organizationId = ''] = process.argv.slice(2);
void run(databaseUrl, keys, apiUrl, organizationId);
