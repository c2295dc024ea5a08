import { startWorkspace, token, type Workspace } from './workspace';

let place: Workspace;
afterEach(() => place.close());

type Message = { readonly ts: string; readonly text: string; readonly metadata?: unknown };
type Reply = {
  readonly ok: boolean;
  readonly error?: string;
  readonly ts: string;
  readonly messages: readonly Message[];
  readonly has_more: boolean;
  readonly response_metadata?: { readonly next_cursor: string };
};
const call = async (method: string, body: object): Promise<Reply> => {
  const response = await fetch(`${place.url}/local/slack/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
};
const post = (text: string, more: object = {}) => call('chat.postMessage', { channel: 'U0ANA', text, ...more });
const history = (more: object = {}) => call('conversations.history', { channel: 'DU0ANA', ...more });
const texts = (reply: Reply): readonly string[] => reply.messages.map((message) => message.text);
const metadata = { event_type: 'm', event_payload: { id: 'k' } };

describe('reading back what the bot said', () => {
  it('goes page by page, the newest first', async () => {
    place = await startWorkspace();
    for (const text of ['one', 'two', 'three']) await post(text);
    const first = await history({ limit: 2 });
    expect([texts(first), first.has_more]).toEqual([['three', 'two'], true]);
    const second = await history({ limit: 2, cursor: first.response_metadata?.next_cursor });
    expect([texts(second), second.has_more, second.response_metadata]).toEqual([['one'], false, undefined]);
    expect(await history({ cursor: 'nonsense' })).toMatchObject({ ok: false, error: 'invalid_cursor' });
  });

  it('keeps to the times that it is given', async () => {
    place = await startWorkspace();
    const sent: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      sent.push((await post(text)).ts);
      place.pass(60);
    }
    const [oldest, , latest] = sent;
    expect(texts(await history({ oldest, latest }))).toEqual(['two']);
    expect(texts(await history({ oldest, latest, inclusive: true }))).toEqual(['three', 'two', 'one']);
    expect(texts(await history({ oldest: sent[1] }))).toEqual(['three']);
  });

  it('tells metadata only where it is asked for', async () => {
    place = await startWorkspace();
    await post('one', { metadata });
    expect((await history()).messages[0]?.metadata).toBeUndefined();
    expect((await history({ include_all_metadata: true })).messages[0]?.metadata).toEqual(metadata);
  });

  it('shows what was taken in before the answer was lost', async () => {
    place = await startWorkspace();
    place.faults.slack.order({ method: 'chat.postMessage', effect: 'drop' });
    await expect(post('lost', { metadata })).rejects.toThrow();
    expect(texts(await history())).toEqual(['lost']);
    place.faults.slack.order({ method: 'chat.postMessage', effect: 'cut' });
    await expect(post('never taken', { metadata })).rejects.toThrow();
    expect(texts(await history())).toEqual(['lost']);
  });

  it('needs the scope im:history, as each call needs its own', async () => {
    place = await startWorkspace(['chat:write']);
    expect(await post('one')).toMatchObject({ ok: true });
    expect(await history()).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'im:history',
      provided: 'chat:write',
    });
    expect(await call('conversations.open', { users: 'U0ANA' })).toMatchObject({ needed: 'im:write' });
    expect(await call('users.info', { user: 'U0ANA' })).toMatchObject({ needed: 'users:read' });
    expect(place.log.list().at(-1)).toMatchObject({ fault: 'missing_scope users:read' });
  });
});
