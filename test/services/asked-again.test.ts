import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declineRestDays } from '../../src/mentoring';
import { ledgerOf } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, testClock } from '../databases';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');

describe('who was asked before', () => {
  let house: House;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    const clock = testClock();
    const store = await anyStore({ clock });
    house = await openHouse(store, people, clock);
    drop = async () => {
      await house.close();
      await store.drop();
    };
  });
  afterEach(() => drop());

  const seen = async (user: string, text: string): Promise<string> =>
    (await house.say('slack', user, text))
      .flatMap((reply) => (reply.kind === 'card' ? [cardText(reply.card)] : []))
      .join('\n');

  /** Ben asks whoever stands first for organizational skills, which Maya alone offers. */
  async function declined(): Promise<void> {
    await house.say('slack', 'ben', 'organization');
    await house.press('slack', 'ben', 'Ask');
    await house.submit('slack', 'ben', { topic: 'organization', need: 'My desk' });
    await house.settle();
    await house.press('teams', 'maya', 'Decline');
    await house.submit('teams', 'maya', { reason: 'no-time' });
    await house.settle();
  }

  it('a mentor who said no is left out for a while, in that topic only', async () => {
    await declined();
    expect(await seen('ben', 'organization')).not.toContain('* Maya Okpik');
    expect(await seen('ben', 'interviewing')).toContain('* Maya Okpik');
    expect(await seen('dora', 'organization')).toContain('* Maya Okpik');
    await house.moveTo(house.clock.now().plus({ days: declineRestDays - 1 }));
    expect(await seen('ben', 'organization')).not.toContain('* Maya Okpik');
    await house.moveTo(house.clock.now().plus({ days: 2 }));
    expect(await seen('ben', 'organization')).toContain('* Maya Okpik');
  });

  it('whoever was asked is not the next best again, though she could be asked', async () => {
    await house.say('slack', 'ben', 'organization');
    await house.press('slack', 'ben', 'Ask');
    await house.submit('slack', 'ben', { topic: 'organization', need: 'My desk' });
    await house.moveTo(house.clock.now().plus({ days: 14 }));
    const ended = house.sends.filter(({ user, card }) => user === 'ben' && card.name === 'request-expired');
    expect(ended.map(({ card }) => cardText(card)).join()).toContain('Nobody else has a free place');
    expect(await seen('ben', 'organization')).toContain('* Maya Okpik');
  });

  it('his wish can be kept, and she who said no does not meet it', async () => {
    await declined();
    await house.say('slack', 'ben', 'organization');
    expect(JSON.stringify(await house.press('slack', 'ben', 'Keep my wish'))).toContain('I keep your wish');
    await house.say('teams', 'maya', 'my entry');
    await house.press('teams', 'maya', 'Change');
    await house.submit('teams', 'maya', { topics: ['organization'], places: '0', agreed: 'yes' });
    await house.press('teams', 'maya', 'Change');
    await house.submit('teams', 'maya', { topics: ['organization'], places: '3' });
    await house.settle();
    const [{ id } = { id: '' }] = await house.foundation.store.sql(
      'select organization_id as id from organization_index',
    );
    const ledger = await house.foundation.store.inOrganization(String(id), undefined, ledgerOf);
    expect(JSON.stringify(ledger)).not.toContain('wish-met');
  });

  it('those who have waited longest are told first, the others a day later while the place is free', async () => {
    const waiting = ['rosa', 'dora', 'ben', 'joan', 'victor'];
    for (const user of waiting) {
      await house.say('slack', user, 'word');
      await house.press('slack', user, 'Keep my wish');
      await house.moveTo(house.clock.now().plus({ minutes: 1 }));
    }
    await house.say('slack', 'nora', 'open word');
    await house.say('slack', 'wendy', 'my entry');
    await house.press('slack', 'wendy', 'Change');
    await house.submit('slack', 'wendy', { topics: ['word'], places: '1', agreed: 'yes' });
    await house.settle();
    const told = (): readonly string[] =>
      house.sends.filter(({ card }) => card.name === 'wish-met').map(({ user }) => user);
    expect(told().toSorted()).toEqual(['ben', 'dora', 'rosa']);
    await house.moveTo(house.clock.now().plus({ days: 4 }));
    expect(told().toSorted()).toEqual(waiting.toSorted());
    expect(told().slice(3).toSorted()).toEqual(['joan', 'victor']);
  });

  it('nobody hears of a place that was taken meanwhile', async () => {
    for (const user of ['rosa', 'dora', 'ben', 'joan']) {
      await house.say('slack', user, 'word');
      await house.press('slack', user, 'Keep my wish');
      await house.moveTo(house.clock.now().plus({ minutes: 1 }));
    }
    await house.say('slack', 'nora', 'open word');
    await house.say('slack', 'wendy', 'my entry');
    await house.press('slack', 'wendy', 'Change');
    await house.submit('slack', 'wendy', { topics: ['word'], places: '1', agreed: 'yes' });
    await house.settle();
    await house.press('slack', 'ben', 'Find');
    await house.press('slack', 'ben', 'Ask');
    await house.submit('slack', 'ben', { topic: 'word', need: 'Styles' });
    await house.settle();
    await house.press('slack', 'wendy', 'Accept');
    await house.moveTo(house.clock.now().plus({ days: 4 }));
    expect(house.sends.filter(({ user, card }) => user === 'joan' && card.name === 'wish-met')).toEqual([]);
  });
});
