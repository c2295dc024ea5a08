import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUpOrganization } from '../../src/services';
import { openTopics } from '../../src/store';
import { cardText, type House, openHouse } from '../chat';
import { anyStore, testClock } from '../databases';

const people = `${readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8').trimEnd()}
Olga Pete,olga@dpa.example.gov,DPA > Nome,Specialist,America/Anchorage,T1,olga,,,coordinator@Nome/bethel-nome-exchange,,
Paul Orr,paul@dpa.example.gov,DPA > Juneau,Specialist,America/Juneau,T1,paul,,,coordinator@/another-program,,
`;

describe('what a coordinator sees', () => {
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
    await asks('teams', 'ana', 'organization', 'PRIVATE-A');
    await asks('slack', 'ben', 'case_notes', 'PRIVATE-B');
  });
  afterEach(() => drop());

  async function asks(channel: 'slack' | 'teams', user: string, topic: string, need: string): Promise<void> {
    await house.say(channel, user, `find ${topic}`);
    await house.press(channel, user, 'Ask');
    await house.submit(channel, user, { topic, need });
    await house.settle();
  }

  const seen = async (user: string, text: string): Promise<string> =>
    (await house.say('slack', user, text))
      .flatMap((reply) => (reply.kind === 'card' ? [cardText(reply.card)] : []))
      .join('\n');

  it('holds who waits and since when, and never what about', async () => {
    const text = await seen('nora', 'overview');
    expect(text).toContain('Ana Reyes waits for Maya Okpik to answer, since November 18');
    expect(text).toMatch(/Ben Carter waits for .* to answer, since November 18/);
    expect(text).not.toContain('PRIVATE');
  });

  it('holds only the people of her unit, where she coordinates one', async () => {
    const text = await seen('olga', 'overview');
    expect(text).toContain('Ben Carter waits');
    expect(text).not.toContain('Ana Reyes');
  });

  it('holds nobody of a program that is not hers', async () => {
    expect(await seen('paul', 'overview')).not.toContain('waits');
  });

  it('says who is paired once the mentor has accepted', async () => {
    await house.press('teams', 'maya', 'Accept');
    await house.settle();
    expect(await seen('nora', 'overview')).toContain('Ana Reyes is paired with Maya Okpik, since November 18');
  });

  it('is paged by "next", to its end and no further', async () => {
    await seen('nora', 'overview');
    const pages: string[] = [];
    for (let at = 0; at < 12; at += 1) pages.push(await seen('nora', 'next'));
    expect(pages[0]).toContain('More offers and wishes');
    expect(pages.slice(-2).every((page) => page.includes('That was the end of the list.'))).toBe(true);
  });

  it('the coordinator of one’s own unit is the one who is named', async () => {
    expect(await seen('ben', 'can I talk to a human?')).toMatch(/Olga Pete/);
    expect(await seen('ben', 'can I talk to a human?')).not.toMatch(/Nora Bright/);
    expect(await seen('dora', 'can I talk to a human?')).toMatch(/Nora Bright/);
  });

  it('a topic that she has closed stays closed when the program is set up again', async () => {
    await seen('nora', 'close interviewing');
    const { store, newId, house: own } = house.foundation;
    const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
    const program = own.programs.get('bethel-nome-exchange');
    if (!program) throw new Error('The program is missing.');
    await setUpOrganization(
      { store, newId },
      {
        organizationId: String(id),
        organization: 'DPA',
        zone: 'America/Anchorage',
        coordinator: undefined,
        programs: [program],
      },
    );
    const open = await store.inOrganization(String(id), undefined, openTopics);
    expect(open.map(({ topicId }) => topicId).toSorted()).toEqual(['case_notes', 'organization']);
  });
});
