import { request } from 'node:http';
import { startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

const get = async (path: string) => {
  const response = await fetch(`${place.url}/local/api/${path}`);
  return { status: response.status, body: JSON.parse(await response.text()) };
};
const post = async (
  path: string,
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${place.url}/local/api/${path}`, { method: 'POST', headers, body: text });
  return { status: response.status, body: JSON.parse(await response.text()) };
};
/** fetch does not let a Host be chosen; a plain request does. */
const statusFor = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(`${place.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });

describe('who may use the local workspace', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', '10.0.0.1', 'localhost:1:2'])(
    'not the host %s',
    async (host) => {
      for (const path of [
        '/local/',
        '/local/api/people',
        '/local/slack/api/auth.test',
        '/local/teams/v3/conversations',
      ])
        expect(await statusFor(path, { host })).toBe(403);
    },
  );
  it.each(['localhost', 'localhost:3978', '127.0.0.1:1', '[::1]:3978'])('but the host %s', async (host) => {
    expect(await statusFor('/local/api/people', { host })).toBe(200);
  });
  it('not the page of another origin', async () => {
    for (const origin of ['https://evil.example', 'http://localhost:9', 'null', 'http://127.0.0.1'])
      expect(await statusFor('/local/api/people', { origin })).toBe(403);
    expect(await statusFor('/local/api/people', { origin: place.url })).toBe(200);
  });
  it('not a form', async () => {
    const answer = await post('home', 'person=ana', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer).toMatchObject({ status: 415, body: { error: expect.stringContaining('application/json') } });
    expect((await post('home', '{"person":"ana"}', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('the local API', () => {
  it('lists people', async () => {
    const { body } = await get('people');
    expect(body.people.map((person: { id: string }) => person.id)).toEqual(['ana', 'ben', 'joan']);
  });

  it('says, clicks, fills in and closes in Slack', async () => {
    await post('say', { person: 'ana', channel: 'slack', as: 'command', text: '/mentor find interviewing' });
    const chat = (await get('chat?person=ana&channel=slack')).body;
    expect(chat.messages).toMatchObject([
      { from: 'me', author: 'Ana Ruiz', text: '/mentor find interviewing', ephemeral: true, place: 'private' },
      { from: 'bot', author: 'Mentor Exchange', text: 'You said find interviewing', ephemeral: true, replaced: false },
    ]);
    const clicked = await post('click', {
      person: 'ana',
      channel: 'slack',
      message: chat.messages[1].id,
      action: 'ask-joan',
    });
    expect(clicked).toEqual({ status: 200, body: { ok: true } });
    await opened('ana');
    const refused = await post('submit', { person: 'ana', values: { need: 'Notes' } });
    expect(refused).toMatchObject({
      status: 422,
      body: { fields: { topic: expect.any(String), ways: expect.any(String) } },
    });
    expect((await get('chat?person=ana&channel=slack')).body.modal.errors).toEqual(refused.body.fields);
    const found = await post('search', { person: 'ana', block: 'who', text: 'Sam' });
    expect(found.body.options).toMatchObject([{ value: 'id-Sam' }]);
    const values = { need: 'Notes', topic: 'notes', ways: ['phone'], who: 'id-Sam' };
    expect(await post('submit', { person: 'ana', channel: 'slack', values })).toEqual({
      status: 200,
      body: { ok: true },
    });
    expect((await get('chat?person=ana&channel=slack')).body.modal).toBeUndefined();
    expect((await post('close', { person: 'ana' })).status).toBe(422);
  });

  it('shows in #general by name who is mentioned', async () => {
    await post('say', { person: 'ben', channel: 'slack', as: 'mention', text: 'ask <@U0ANA> or <@U0NOBODY>' });
    const said = (await get('chat?person=ana&channel=slack')).body.messages.at(-1);
    expect(said).toMatchObject({ place: 'shared', text: '@Mentor Exchange ask @Ana Ruiz or @U0NOBODY' });
  });

  it('opens the Home tab', async () => {
    const change = await listening();
    await post('home', { person: 'ana' });
    await change('slack');
    expect((await get('chat?person=ana&channel=slack')).body.home.view.type).toBe('home');
  });

  it('says, installs and presses in Teams', async () => {
    await post('install', { person: 'joan' });
    await post('say', { person: 'joan', channel: 'teams', text: 'hello' });
    const { messages } = (await get('chat?person=joan&channel=teams')).body;
    expect(messages).toMatchObject([
      { text: 'Welcome!' },
      { from: 'me', text: 'hello' },
      { from: 'bot', summary: 'A request' },
    ]);
    const press = { person: 'joan', channel: 'teams', message: messages[2].id };
    expect((await post('click', { ...press, action: 'Accept' })).body.fields).toEqual({ way: 'Choose a way to meet.' });
    expect((await post('click', { ...press, action: 'Read more' })).body.opens).toBe('https://example.org/more');
    await post('click', { ...press, action: 1, values: { way: 'phone' } });
    const after = (await get('chat?person=joan&channel=teams')).body.messages;
    expect(after[2]).toMatchObject({ replaced: true, card: { body: [{ text: 'Done: accept phone' }] } });
  });

  it('reads back all calls, from a number on', async () => {
    await post('say', { person: 'ana', channel: 'slack', as: 'command', text: 'help' });
    await post('say', { person: 'joan', channel: 'teams', text: 'hello' });
    const all = (await get('sent')).body.calls;
    expect(all.map((call: { what: string }) => call.what)).toEqual(['command', 'message', 'send', 'send']);
    expect((await get(`sent?since=${all[1].n}`)).body.calls).toHaveLength(2);
  });

  it('moves the clock forward only, one move after the other', async () => {
    expect((await get('clock')).body).toEqual({ now: '2026-11-18T09:00:00.000-09:00', zone: 'America/Anchorage' });
    const release = place.holdClock();
    const both = [post('clock', { by: 'PT1H' }), post('clock', { by: 'P1D' })];
    while (place.moves.length === 0) await get('clock');
    for (let turn = 0; turn < 5; turn += 1) await get('clock');
    expect(place.moves).toHaveLength(1);
    release();
    await Promise.all(both);
    expect((await get('clock')).body.now).toBe('2026-11-19T10:00:00.000-09:00');
    expect((await post('clock', { to: '2026-11-23T09:00:00' })).body.now).toBe('2026-11-23T09:00:00.000-09:00');
    const back = await post('clock', { to: '2026-11-20T09:00:00' });
    expect(back).toMatchObject({ status: 400, body: { error: expect.stringContaining('only moves forward') } });
    expect(place.moves).toHaveLength(3);
  });

  it('orders and withdraws faults', async () => {
    const order = { platform: 'slack', method: 'chat.postMessage', effect: 'answer', status: 503 };
    expect((await post('faults', order)).status).toBe(201);
    expect((await get('faults')).body).toMatchObject({
      slack: [{ method: 'chat.postMessage', status: 503 }],
      teams: [],
    });
    await fetch(`${place.url}/local/api/faults`, { method: 'DELETE' });
    expect((await get('faults')).body).toEqual({ slack: [], teams: [] });
  });

  it('explains itself', async () => {
    expect((await get('explain')).body).toEqual({ notices: [] });
  });

  it.each<readonly [string, string, unknown, number, string]>([
    ['an unknown person', 'say', { person: 'eve', channel: 'slack', text: 'x' }, 404, 'Nobody here has the id "eve"'],
    [
      'a person without an account',
      'say',
      { person: 'ben', channel: 'teams', text: 'x' },
      400,
      'Ben Ivanoff has no Teams account',
    ],
    ['an unknown channel', 'say', { person: 'ana', channel: 'fax', text: 'x' }, 400, 'must be slack or teams'],
    ['no text', 'say', { person: 'ana', channel: 'slack' }, 400, '"text"'],
    ['a field too many', 'home', { person: 'ana', extra: 1 }, 400, 'extra'],
    ['no JSON', 'home', '{', 400, 'no JSON'],
    [
      'a message that is not there',
      'click',
      { person: 'ana', channel: 'slack', message: '1.2', action: 'x' },
      422,
      'no such message',
    ],
    ['no open form', 'submit', { person: 'ana' }, 409, 'No form is open'],
    ['a bad duration', 'clock', { by: 'soon' }, 400, 'ISO duration'],
    ['a negative duration', 'clock', { by: '-PT1H' }, 400, 'ISO duration'],
    ['too far a jump', 'clock', { by: 'P9Y' }, 400, 'at most 800 days'],
    ['an unknown fault', 'faults', { platform: 'slack', effect: 'explode' }, 400, 'effect'],
    ['an unknown path', 'dance', {}, 404, 'There is no POST /local/api/dance here'],
  ])('says what is wrong with %s', async (_name, path, body, status, says) => {
    const answer = await post(path, body);
    expect(answer).toMatchObject({ status, body: { error: expect.stringContaining(says) } });
  });

  it('says so when the bot is not there, and shows it in the client', async () => {
    place.bot.router.stack.length = 0;
    const answer = await post('say', { person: 'ana', channel: 'slack', as: 'command', text: 'help' });
    expect(answer).toMatchObject({ status: 502, body: { error: 'The bot answered with HTTP 404.' } });
    expect((await get('chat?person=ana&channel=slack')).body.troubles).toEqual(['The bot answered with HTTP 404.']);
  });

  it('tells of changes by server-sent events', async () => {
    const change = await listening();
    await post('say', { person: 'joan', channel: 'teams', text: 'hello' });
    expect(await change('teams')).toEqual({ channel: 'teams', user: 'o-joan' });
  });
});

/** Listens to the event stream; the function given back waits for the next change in a channel. */
async function listening(): Promise<(channel: string) => Promise<unknown>> {
  const response = await fetch(`${place.url}/local/api/events`);
  return async (channel) => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) {
      const found = decoder
        .decode(piece)
        .split('\n')
        .filter((line) => line.startsWith('data: '))
        .map((line) => JSON.parse(line.slice(6)))
        .find((told) => told.channel === channel && told.user !== undefined);
      if (found) return found;
    }
    return undefined;
  };
}

/** Waits until this person has a form open. */
async function opened(person: string): Promise<void> {
  for (;;) {
    const { body } = await get(`chat?person=${person}&channel=slack`);
    if (body.modal) return;
    await new Promise(setImmediate);
  }
}

describe('starting over', () => {
  it('begins after the answer, where it can be', async () => {
    let begun = 0;
    await place.close();
    place = await startWorkspace(undefined, () => {
      begun += 1;
    });
    expect(await post('start-over', {})).toEqual({ status: 202, body: { ok: true } });
    expect(begun).toBe(1);
  });
  it('is refused in a sentence where the data are not the demo’s own', async () => {
    const answer = await post('start-over', {});
    expect(answer).toMatchObject({ status: 409, body: { error: expect.stringContaining('database server') } });
  });
});
