import { randomUUID } from 'node:crypto';
import { type House, openHouse } from '../chat';
import { embeddedStore, onServer, serverStore, type TestStore } from '../databases';

const header = 'name,email,unit,time_zone,slack_team,slack_user,roles,mentor_topics,mentor_capacity\n';
const mentor = (n: number): string =>
  `Mentor ${n},m${n}@dpa.example.gov,DPA > Office ${n % 6},America/Anchorage,T1,m${n},mentor,interviewing,${1 + (n % 3)}\n`;
const mentee = 'Ana Reyes,ana@dpa.example.gov,DPA > Office 1,America/Anchorage,T1,ana,mentee,,\n';

const suites: [string, () => Promise<TestStore>, typeof describe][] = [
  ['on PGlite', embeddedStore, describe],
  ['on PostgreSQL', serverStore, onServer],
];

for (const [where, open, suite] of suites) {
  suite(`finds of one topic ${where}`, () => {
    let store: TestStore;
    let house: House;
    const mentors = 120;

    beforeAll(async () => {
      store = await open();
      const csv = header + mentee + Array.from({ length: mentors }, (_, n) => mentor(n)).join('');
      house = await openHouse(store, csv, undefined, randomUUID);
    }, 60_000);
    afterAll(async () => {
      await house.close();
      await store.drop();
    });

    const namesIn = async (text: string): Promise<readonly string[]> => {
      const [reply] = await house.say('slack', 'ana', text);
      if (reply?.kind !== 'card') throw new Error('There is no card.');
      return reply.card.blocks.flatMap((block) => (block.block === 'person' ? [block.name] : []));
    };

    it('reach all of 120 equals, though one reading holds fifty, and nobody stands in more than 15 % of them', async () => {
      const shown = new Map<string, number>();
      const finds = 200;
      for (let find = 0; find < finds; find += 1)
        for (const name of await namesIn('find interviewing')) shown.set(name, (shown.get(name) ?? 0) + 1);
      expect(shown.size).toBe(mentors);
      expect(Math.max(...shown.values()) / finds).toBeLessThanOrEqual(0.15);
    }, 60_000);

    it('show nobody twice on the pages that follow one another', async () => {
      const seen = [...(await namesIn('find interviewing'))];
      for (let page = 2; page <= 8; page += 1) seen.push(...(await namesIn('next')));
      expect(seen).toHaveLength(40);
      expect(new Set(seen).size).toBe(40);
    }, 60_000);
  });
}
