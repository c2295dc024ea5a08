import { request } from 'node:http';
import { isObject } from '../../../src/channels/teams/json';
import { card, type Form, prose, replaceWith, say } from '../../../src/chat';
import { everyField } from '../../cards/samples';
import { wordsOf } from './cards';
import { type Connector, startConnector } from './connector';
import { payload } from './payload';
import { now, type Rig, startRig } from './rig';

let connector: Connector;
let rig: Rig;

beforeAll(async () => {
  connector = await startConnector();
  rig = await startRig({ waits: { invoke: 40, recorded: 40, message: 60, send: 4000 } });
});
afterAll(async () => {
  await rig.close();
  await connector.close();
});
beforeEach(() => {
  connector.clear();
  rig.inbounds.length = 0;
  rig.missed.length = 0;
  rig.logs.length = 0;
  rig.answerWith(() => []);
  rig.recordWhen(Promise.resolve());
});

const hello = (text: string) => card('hello', text, prose(text));
const form: Form = everyField;
let sequence = 0;
const send = (name: string, changes: Readonly<Record<string, unknown>> = {}) => {
  sequence += 1;
  return rig.post(payload(name, { serviceUrl: connector.url, id: `id-${sequence}`, ...changes }));
};
/** What the bot told the connector: method, path, and the words of the card. */
const told = () =>
  connector.calls.map(({ method, path, body }) => [
    `${method} ${decodeURIComponent(path)}`,
    isObject(body) && Array.isArray(body.attachments) ? wordsOf(body.attachments[0].content) : undefined,
  ]);
const eventually = async (holds: () => boolean): Promise<void> => {
  const end = performance.now() + 3000;
  while (!holds() && performance.now() < end) await new Promise<void>((resolve) => setImmediate(resolve));
};

describe('an answer that Teams does not take', () => {
  it.each([
    ['down for good', 429, 1],
    ['no longer a chat of ours', 403, 0],
  ])('as it is %s (%i): she hears of it later only where she can be written to', async (_, status, times) => {
    rig.answerWith(() => [say(hello('One'))]);
    connector.faults.push(...Array.from({ length: 8 }, () => ({ status })));
    await send('message-personal');
    await eventually(() => rig.logs.some((line) => line.includes('teams.reply-not-sent')));
    expect(rig.missed).toHaveLength(times);
  });

  it('is none where all arrived', async () => {
    rig.answerWith(() => [say(hello('One'))]);
    await send('message-personal');
    expect(rig.missed).toEqual([]);
  });
});

describe('a message', () => {
  it('is answered by a card alone, with a summary', async () => {
    rig.answerWith(() => [say(hello('One')), say(hello('Two'))]);
    const response = await send('message-personal', { id: 'm-77' });
    expect(response.status).toBe(200);
    expect(told()).toEqual([
      ['POST /teams/v3/conversations/a:1personal-ana/activities/m-77', 'One'],
      ['POST /teams/v3/conversations/a:1personal-ana/activities/m-77', 'Two'],
    ]);
    const [first] = connector.calls;
    expect(first?.body).toMatchObject({
      type: 'message',
      summary: 'One',
      attachments: [{ content: { version: '1.5' } }],
    });
    expect(first?.body).not.toHaveProperty('text');
    expect(rig.inbounds).toMatchObject([{ kind: 'message', text: 'find interviewing' }]);
  });

  it('is answered by a form to be filled in', async () => {
    rig.answerWith(() => [{ kind: 'form', form }]);
    await send('message-personal');
    expect(told()[0]?.[1]).toContain('Every field');
  });

  it('that takes long is acknowledged once it is stored, and answered later', async () => {
    let answer: (replies: ReturnType<typeof say>[]) => void = () => undefined;
    rig.answerWith(() => new Promise((resolve) => (answer = resolve)));
    expect((await send('message-personal')).status).toBe(200);
    answer([say(hello('Late'))]);
    await eventually(() => connector.calls.length > 0);
    expect(told()).toEqual([['POST /teams/v3/conversations/a:1personal-ana/activities', 'Late']]);
  });

  it('that could not be stored in time is not acknowledged', async () => {
    rig.answerWith(() => new Promise(() => undefined));
    rig.recordWhen(new Promise(() => undefined));
    expect((await send('message-personal')).status).toBe(503);
  });

  it('that comes twice at once is one turn', async () => {
    let arrived = 0;
    const twice = await startRig({
      now: () => {
        arrived += 1;
        return now;
      },
    });
    twice.answerWith(async () => {
      await eventually(() => arrived === 2);
      return [say(hello('Once'))];
    });
    const twin = payload('message-personal', { serviceUrl: connector.url });
    const responses = await Promise.all([twice.post(twin), twice.post(twin)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(twice.inbounds).toHaveLength(1);
    expect(connector.calls).toHaveLength(1);
    await twice.close();
  });

  it('in a shared place is answered in the person’s own chat, and the place gets a pointer', async () => {
    rig.answerWith(() => [say(hello('For Ana alone'))]);
    await send('message-channel-mention');
    expect(told()).toEqual([
      ['POST /teams/v3/conversations', undefined],
      [expect.stringMatching(/^POST \/teams\/v3\/conversations\/a:new-\d+\/activities$/), 'For Ana alone'],
      [
        expect.stringContaining('19:team-channel@thread.tacv2;messageid=1763492400000/activities'),
        'I answer you in our own chat.',
      ],
    ]);
    expect(connector.calls[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: '29:1Q2w3e4r5t-ana' }],
      channelData: { tenant: {} },
    });
  });

  it('in a shared place asks the person to open the chat where there is none', async () => {
    connector.faults.push({ status: 403 });
    rig.answerWith(() => [say(hello('For Ana alone'))]);
    await send('message-channel-mention');
    expect(told().map(([, words]) => words)).toEqual(['Please open our chat.']);
  });
});

describe('a button', () => {
  it('executed is answered by the card that takes its place', async () => {
    rig.answerWith(() => [replaceWith(hello('Accepted'))]);
    const { status, body } = await send('invoke-action');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard' },
    });
    expect(wordsOf(isObject(body) ? body.value : undefined)).toBe('Accepted');
    expect(connector.calls).toEqual([]);
  });

  it('executed is answered by its form in its place, and by other cards beside it', async () => {
    rig.answerWith(() => [say(hello('Beside')), { kind: 'form', form }]);
    const { body } = await send('invoke-action');
    expect(wordsOf(isObject(body) ? body.value : undefined)).toContain('Every field');
    await eventually(() => connector.calls.length > 0);
    expect(told()).toEqual([['POST /teams/v3/conversations/a:1personal-ana/activities', 'Beside']]);
  });

  it('executed with nothing to draw in its place gets a word', async () => {
    const { body } = await send('invoke-action');
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' });
  });

  it('executed is answered in time even when its work is not done', async () => {
    let answer: (replies: ReturnType<typeof replaceWith>[]) => void = () => undefined;
    rig.answerWith(() => new Promise((resolve) => (answer = resolve)));
    const { body } = await send('invoke-action');
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('moment'),
    });
    answer([replaceWith(hello('Now'))]);
    await eventually(() => connector.calls.length > 0);
    expect(told()).toEqual([['PUT /teams/v3/conversations/a:1personal-ana/activities/1763492300001', 'Now']]);
  });

  it('submitted, the older way, is answered by the same card in the same place', async () => {
    rig.answerWith(() => [replaceWith(hello('Accepted'))]);
    expect((await send('submit-action')).status).toBe(200);
    expect(told()).toEqual([['PUT /teams/v3/conversations/a:1personal-ana/activities/1763492300001', 'Accepted']]);
    expect(connector.calls[0]?.body).toMatchObject({ summary: 'Accepted' });
  });

  it.each([403, 404])('is answered by a new card where the old one is gone (%i)', async (status) => {
    connector.faults.push({ status });
    rig.answerWith(() => [replaceWith(hello('Accepted'))]);
    await send('submit-action');
    expect(connector.attempts).toHaveLength(1);
    expect(told()).toMatchObject([[expect.stringMatching(/^POST/), 'Accepted']]);
  });

  it('in a shared place is answered alone', async () => {
    rig.answerWith(() => [replaceWith(hello('For Ana alone'))]);
    const { body } = await send('invoke-action', { conversation: { id: '19:group', conversationType: 'groupChat' } });
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: 'I answer you in our own chat.',
    });
    await eventually(() => connector.calls.length === 2);
    expect(told()[1]).toEqual([expect.stringContaining('a:new-'), 'For Ana alone']);
  });
});

describe('a form', () => {
  it('with errors comes back in its place with what was typed, persons by name', async () => {
    rig.answerWith((inbound) =>
      inbound.kind === 'form' ? [{ kind: 'form', form, values: inbound.values, errors: { title: 'Too short.' } }] : [],
    );
    await send('submit-form');
    const [call] = connector.calls;
    expect(call?.method).toBe('PUT');
    const drawn = JSON.stringify(call?.body);
    for (const part of [
      '⚠ Too short.',
      '"value":"phone,video"',
      '"title":"Joan Ek (Nome)"',
      '"value":"p-12~Joan Ek (Nome)"',
    ]) {
      expect(drawn).toContain(part);
    }
  });

  it('does not stay to be sent again', async () => {
    rig.answerWith(() => [say(hello('Thank you')), say(hello('And more'))]);
    const { body } = await send('invoke-form');
    expect(wordsOf(isObject(body) ? body.value : undefined)).toBe('Thank you');
    await eventually(() => connector.calls.length > 0);
    expect(told()).toMatchObject([[expect.stringMatching(/^POST/), 'And more']]);
  });

  it('that could not be worked off stays with what was typed, and the apology stands beside it', async () => {
    rig.answerWith(() => [{ kind: 'stay', card: hello('Sorry') }]);
    const response = await send('invoke-form');
    expect(response.status).toBe(200);
    expect(JSON.stringify(response.body)).not.toContain('AdaptiveCard');
    await eventually(() => connector.calls.length > 0);
    expect(told()).toEqual([[expect.stringMatching(/^POST/), 'Sorry']]);
  });

  it('that is closed is taken away', async () => {
    rig.answerWith(() => [{ kind: 'close' }]);
    await send('submit-form');
    expect(told()).toEqual([['DELETE /teams/v3/conversations/a:1personal-ana/activities/1763492300002', undefined]]);
  });

  it('offers what is found in its search fields', async () => {
    rig.answerWith(() => [{ kind: 'choices', options: [{ value: 'p-1', label: 'Joan Ek', detail: 'Nome' }] }]);
    expect((await send('invoke-search')).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [{ title: 'Joan Ek (Nome)', value: 'p-1~Joan Ek (Nome)' }] },
    });
  });
});

describe('an install', () => {
  it('is welcomed once, and an uninstall is heard in silence', async () => {
    rig.answerWith((inbound) =>
      inbound.kind === 'installed' || inbound.kind === 'uninstalled' ? [say(hello('Welcome'))] : [],
    );
    const conversation = { id: 'a:new-person', conversationType: 'personal', tenantId: 't' };
    await send('install-update', { conversation });
    await send('install-members-added', { conversation });
    expect(told().map(([, words]) => words)).toEqual(['Welcome']);
    await send('uninstall', { conversation });
    expect(rig.inbounds.map(({ kind }) => kind)).toEqual(['installed', 'uninstalled']);
    expect(connector.calls).toHaveLength(1);
  });
});

describe('the door', () => {
  const asks = (method: string) =>
    new Promise<number>((resolve, reject) => {
      request(rig.url, { method }, (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end();
    });

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS'])('takes no %s', async (method) => {
    expect(await asks(method)).toBe(405);
  });

  it.each([
    ['{}', 400],
    ['[]', 400],
    ['null', 400],
    ['"x"', 400],
    ['{"type":', 400],
    ['{"type":"message"}', 400],
    ['', 400],
    ['['.repeat(100_000), 400],
    [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    [`{"type":"message","text":"${'x'.repeat(300_000)}"}`, 413],
  ])('refuses a body that is no activity (%#)', async (body, status) => {
    expect((await rig.post(body)).status).toBe(status);
  });

  it('refuses a body of another kind', async () => {
    const body = JSON.stringify(payload('message-personal', { serviceUrl: connector.url }));
    expect((await rig.post(body, { 'content-type': 'text/plain' })).status).toBe(400);
  });

  it('says 501 to invokes it does not know, 400 to data that no card of ours sends', async () => {
    expect((await send('invoke-unknown')).status).toBe(501);
    expect(await send('invoke-foreign-data')).toMatchObject({
      status: 400,
      body: { type: 'application/vnd.microsoft.error' },
    });
    expect(rig.inbounds).toEqual([]);
  });

  it.each([
    'http://169.254.169.254/latest/',
    'https://smba.trafficmanager.net/amer/',
    'http://127.0.0.1.evil.example/',
    'http://user@127.0.0.1/',
    'ftp://127.0.0.1/',
    'nonsense',
  ])('refuses the foreign connector %s', async (serviceUrl) => {
    expect((await send('message-personal', { serviceUrl })).status).toBe(403);
    expect(rig.inbounds).toEqual([]);
  });

  it('refuses strangers’ tenants, and takes what is nobody’s act without a word', async () => {
    expect((await send('message-personal', { channelData: { tenant: { id: 'tenant-of-strangers' } } })).status).toBe(
      403,
    );
    for (const name of ['typing', 'reaction', 'message-edit', 'message-without-entra-id'])
      expect((await send(name)).status).toBe(200);
    expect(rig.inbounds).toEqual([]);
    expect(connector.calls).toEqual([]);
  });

  it('is shut before the start and after the stop', async () => {
    const closed = await startRig();
    await closed.channel.stop();
    expect((await closed.post(payload('message-personal', { serviceUrl: connector.url }))).status).toBe(503);
    await closed.close();
  });

  it('survives a card that cannot be drawn, and never logs what was said', async () => {
    rig.answerWith(() => [
      say(
        card('bad', 'secret words', {
          block: 'buttons',
          buttons: [{ label: 'x', token: { intent: 'x', args: { a: 'y'.repeat(3000) } } }],
        }),
      ),
    ]);
    expect((await send('message-personal', { text: 'secret words' })).status).toBe(500);
    expect(rig.logs.join()).toContain('teams.turn-failed');
    expect(rig.logs.join()).not.toContain('secret');
  });
});
