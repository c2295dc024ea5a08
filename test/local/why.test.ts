import { DateTime } from 'luxon';
import { createWhyBook } from '../../src/start/why-book';
import { startWorkspace, type Workspace } from './workspace';

describe('why a message was understood so', () => {
  let place: Workspace;
  beforeEach(async () => {
    place = await startWorkspace();
  });
  afterEach(() => place.close());
  const get = async (path: string) => {
    const response = await fetch(`${place.url}/local/api/${path}`);
    return { status: response.status, body: JSON.parse(await response.text()) };
  };

  it('is told to the one who wrote it, and marked at her message alone', async () => {
    await place.teams.message('o-ana', 'find word');
    const chat = await get('chat?channel=teams&person=ana');
    const [own] = chat.body.messages.filter(({ from }: { from: string }) => from === 'me');
    expect(own.understood).toBeUndefined();
    place.whys.set(`teams|o-ana|${own.id}`, ['said: "find word"', 'topic: word']);
    const again = await get('chat?channel=teams&person=ana');
    const marked = again.body.messages.filter(({ understood }: { understood?: true }) => understood);
    expect(marked.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect(await get(`why?channel=teams&person=ana&message=${own.id}`)).toEqual({
      status: 200,
      body: { why: ['said: "find word"', 'topic: word'] },
    });
    expect((await get(`why?channel=teams&person=joan&message=${own.id}`)).status).toBe(404);
    expect((await get('why?channel=teams&person=ana')).status).toBe(400);
  });

  it('is kept for the last 500 messages, by the platform’s id of them', () => {
    const book = createWhyBook();
    const say = (id: string) =>
      book.noted(
        {
          id,
          from: { channel: 'slack', tenant: 'T1', user: 'U1' },
          at: DateTime.fromISO('2026-11-18T10:00:00Z'),
          place: 'private',
          kind: 'message',
          text: 'find word',
        },
        { intent: 'find_mentor', slots: {}, confidence: 0.95, alternatives: [], why: ['topic: word'] },
      );
    say('slack:message:T1:D1:1.5');
    expect(book.whyOf('slack', 'U1', '1.5')).toEqual([
      'I took it as: find a mentor. I was sure of it (95 of 100).',
      'topic: word',
    ]);
    expect(book.whyOf('slack', 'U2', '1.5')).toBeUndefined();
    for (let count = 0; count < 500; count += 1) say(`slack:message:T1:D1:2.${count}`);
    expect(book.whyOf('slack', 'U1', '1.5')).toBeUndefined();
    expect(book.whyOf('slack', 'U1', '2.499')).toBeDefined();
  });
});
