import { randomUUID } from 'node:crypto';
import { openStore } from '../../src/store';
import { openHouse } from '../chat';
import { testClock, testKeys } from '../databases';
import { crowd, menteeName } from './crowd';

/**
 * A product in a process of its own, which has nothing that catches what nobody awaited: it is asked for help over and
 * over while somebody breaks its database's connections, until it reads a line. It says how many turns got which answer.
 */
async function run(databaseUrl: string): Promise<void> {
  const clock = testClock();
  const log = { warn: () => undefined };
  const store = await openStore({ databaseUrl, keys: testKeys(), clock, newId: randomUUID, poolSize: 10, log });
  const house = await openHouse(store, crowd({ mentees: 4, mentors: 2, places: 9 }), clock);
  const names: Record<string, number> = {};
  let more = true;
  process.stdin.once('data', () => {
    more = false;
  });
  process.stdout.write('ready\n');
  while (more) {
    const turns = [0, 2].map((index) => house.say('slack', menteeName(index), 'help'));
    for (const reply of (await Promise.all(turns)).flat()) {
      const name = reply.kind === 'card' ? reply.card.name : reply.kind;
      names[name] = (names[name] ?? 0) + 1;
    }
  }
  const [last] = await house.say('slack', menteeName(0), 'help');
  process.stdout.write(`${JSON.stringify({ names, last: last?.kind === 'card' ? last.card.name : undefined })}\n`);
  process.exit(0);
}

void run(process.argv[2] ?? '');
