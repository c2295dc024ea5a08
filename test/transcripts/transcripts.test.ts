import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn } from '../books';
import { openHouse } from '../chat';
import { anyStore, countedIds, testClock } from '../databases';
import { play } from './play';

const folder = join(__dirname, 'stories');
const people = readFileSync(join(__dirname, 'people.csv'), 'utf8');

describe('the transcripts', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    it(`${file} goes as it is written`, async () => {
      const newId = countedIds();
      const clock = testClock();
      const store = await anyStore({ clock, newId });
      const house = await openHouse(store, people, clock, newId);
      try {
        const written = readFileSync(join(folder, file), 'utf8');
        const played = await play(house, written);
        if (process.env.UPDATE_GOLDEN) writeFileSync(join(folder, file), played);
        else expect(played).toBe(written);
        expect(await faultsIn(store)).toEqual({});
      } finally {
        await house.close();
        await store.drop();
      }
    }, 60_000);
  }
});
