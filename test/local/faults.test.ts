import { createFaults } from '../../src/local';
import { startWorkspace, token, type Workspace } from './workspace';

describe('faults on order', () => {
  const meets = (book: ReturnType<typeof createFaults>, ...calls: (readonly [string, string?])[]) =>
    calls.map(([method, conversation]) => book.meet({ method, conversation })?.effect.effect);

  it('strike the nth matching call, so many times', () => {
    const book = createFaults();
    book.order({ method: 'send', nth: 2, times: 2, effect: 'cut' });
    expect(meets(book, ['send'], ['update'], ['send'], ['send'], ['send'])).toEqual([
      undefined,
      undefined,
      'cut',
      'cut',
      undefined,
    ]);
    expect(book.list()).toEqual([]);
  });
  it('strike one conversation only', () => {
    const book = createFaults();
    book.order({ conversation: 'D1', effect: 'drop' });
    expect(meets(book, ['send', 'D2'], ['send'], ['send', 'D1'])).toEqual([undefined, undefined, 'drop']);
  });
  it('strike only what holds a block of one type', () => {
    const book = createFaults();
    book.order({ block: 'data_visualization', effect: 'error', error: 'invalid_blocks', times: 2 });
    const holding = (...blocks: string[]) => book.meet({ method: 'chat.postMessage', blocks })?.effect.effect;
    expect([holding(), holding('rich_text'), holding('rich_text', 'data_visualization')]).toEqual([
      undefined,
      undefined,
      'error',
    ]);
    expect(meets(book, ['chat.postMessage'])).toEqual([undefined]);
  });
  it('can be withdrawn', () => {
    const book = createFaults();
    const withdraw = book.order({ effect: 'cut' });
    expect(book.list()).toHaveLength(1);
    withdraw();
    expect(meets(book, ['send'])).toEqual([undefined]);
  });
});

describe('faults of the stand-ins', () => {
  let place: Workspace;
  beforeEach(async () => {
    place = await startWorkspace();
  });
  afterEach(() => place.close());

  const slackPost = (text = 'Hi', channel = 'U0ANA', blocks?: readonly object[]) =>
    fetch(`${place.url}/local/slack/api/chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ channel, text, blocks }),
    });
  const teamsPost = () => {
    const at = encodeURIComponent(place.teams.conversationOf('o-ana'));
    return place.bot.teams('POST', `${place.url}/local/teams/v3/conversations/${at}/activities`, {
      type: 'message',
      text: 'Hi',
    });
  };
  const arrived = () => place.slack.seenBy('U0ANA').length;

  it('429 with and without Retry-After', async () => {
    place.faults.slack.order({ effect: 'answer', status: 429, retryAfter: 7 });
    place.faults.slack.order({ effect: 'answer', status: 429, nth: 2 });
    const [first, second, third] = [await slackPost(), await slackPost(), await slackPost()];
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
    expect(third.status).toBe(200);
    expect(arrived()).toBe(1);
  });

  it.each([500, 502, 503, 504])('%i, with or without having done the work', async (status) => {
    place.faults.slack.order({ effect: 'answer', status });
    place.faults.slack.order({ effect: 'answer', status, nth: 2, recorded: true });
    expect((await slackPost()).status).toBe(status);
    expect(arrived()).toBe(0);
    expect((await slackPost()).status).toBe(status);
    expect(arrived()).toBe(1);
  });

  it('cut before the work, or after it', async () => {
    place.faults.slack.order({ effect: 'cut' });
    await expect(slackPost()).rejects.toThrow('fetch failed');
    expect(arrived()).toBe(0);
    place.faults.slack.order({ effect: 'drop' });
    await expect(slackPost()).rejects.toThrow('fetch failed');
    expect(arrived()).toBe(1);
    expect(place.log.list().map((call) => call.fault)).toEqual(['on order: cut', 'on order: recorded, then cut']);
  });

  it('slow by as much as ordered', async () => {
    place.faults.slack.order({ effect: 'slow', ms: 4000 });
    expect((await slackPost()).status).toBe(200);
    expect(place.slept).toEqual([4000]);
  });

  it('no answer until released', async () => {
    const release = place.faults.slack.order({ conversation: 'U0BEN', effect: 'hang' });
    const waiting = slackPost('Late', 'U0BEN');
    await slackPost('Early');
    expect([arrived(), place.slack.seenBy('U0BEN')]).toEqual([1, []]);
    release();
    expect((await waiting).status).toBe(200);
    expect(place.slack.seenBy('U0BEN').map((message) => message.text)).toEqual(['Late']);
  });

  it('a platform refusal, and a person who blocked the bot', async () => {
    place.faults.slack.order({ effect: 'error', error: 'account_inactive' });
    expect(await (await slackPost()).json()).toMatchObject({ ok: false, error: 'account_inactive' });
    place.faults.teams.order({ effect: 'blocked' });
    const blocked = await teamsPost();
    expect([blocked.status, await blocked.json()]).toMatchObject([403, { subCode: 'MessageWritesBlocked' }]);
    expect((await teamsPost()).status).toBe(201);
  });

  it('a Slack without charts, which takes everything else', async () => {
    place.faults.slack.order({ block: 'data_visualization', effect: 'error', error: 'invalid_blocks', times: 9 });
    const chart = {
      type: 'bar',
      series: [{ name: 'Pairs', data: [{ label: 'Nome', value: 4 }] }],
      axis_config: { categories: ['Nome'] },
    };
    const refused = await slackPost('Hi', 'U0ANA', [{ type: 'data_visualization', title: 'Pairs', chart }]);
    expect(await refused.json()).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(arrived()).toBe(0);
    expect(await (await slackPost('Hi', 'U0ANA', [{ type: 'divider' }])).json()).toMatchObject({ ok: true });
    expect(arrived()).toBe(1);
  });

  it('one conversation or method of Teams alone', async () => {
    place.faults.teams.order({ method: 'update', effect: 'answer', status: 500 });
    place.faults.teams.order({ conversation: place.teams.conversationOf('o-joan'), effect: 'answer', status: 500 });
    expect((await teamsPost()).status).toBe(201);
    expect(place.faults.teams.list()).toHaveLength(2);
  });
});
