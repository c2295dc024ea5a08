import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { openHouse } from '../chat';
import { anyStore, testClock } from '../databases';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');

it('a digest that somebody does not want is not written, and comes again once she does', async () => {
  const clock = testClock();
  const store = await anyStore({ clock });
  const house = await openHouse(store, people, clock);
  const digests = () => house.sends.filter(({ card }) => card.name === 'digest').length;
  const on = (iso: string) => house.moveTo(DateTime.fromISO(iso, { zone: 'utc' }));
  try {
    await house.say('slack', 'nora', 'turn off the weekly digest');
    await on('2026-11-24T20:00:00Z');
    expect(digests()).toBe(0);
    await house.say('slack', 'nora', 'turn the weekly digest back on');
    await on('2026-12-01T20:00:00Z');
    expect(digests()).toBe(1);
  } finally {
    await house.close();
    await store.drop();
  }
}, 60_000);
