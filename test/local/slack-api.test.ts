import { askForm, home, mentors } from './sampleBlocks';
import { startWorkspace, token, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

type Reply = {
  readonly ok: boolean;
  readonly ts: string;
  readonly view: { readonly id: string; readonly hash: string };
  readonly messages: readonly {
    readonly text: string;
    readonly metadata?: { readonly event_payload: { readonly key: string } };
  }[];
  readonly response_metadata: { readonly messages: readonly string[] };
};

const call = async (method: string, body: object, bearer: string | undefined = token) => {
  const response = await fetch(`${place.url}/local/slack/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify(body),
  });
  const reply: Reply = JSON.parse(await response.text());
  return reply;
};
const post = (body: object) => call('chat.postMessage', { text: 'Hi', ...body });

describe('the Web API', () => {
  it('knows its token, and says who the bot is', async () => {
    expect(await call('auth.test', {})).toMatchObject({ ok: true, team_id: 'T0DEMO', user_id: 'U0MENTOR' });
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {}, '')).toMatchObject({ ok: false, error: 'not_authed' });
  });

  it('takes form bodies with JSON inside, as the SDK sends them', async () => {
    const body = new URLSearchParams({ token, channel: 'U0ANA', text: 'Hi', blocks: JSON.stringify(mentors) });
    const response = await fetch(`${place.url}/local/slack/api/chat.postMessage`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ ok: true, channel: 'DU0ANA' });
    expect(place.slack.seenBy('U0ANA')[0]?.blocks).toHaveLength(mentors.length);
  });

  it('fails loudly at a method it does not have', async () => {
    expect(await call('chat.scheduleMessage', {})).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(
      place.slack
        .troubles()
        .map((trouble) => trouble.says)
        .join(),
    ).toContain('chat.scheduleMessage');
    expect(place.log.list().at(-1)).toMatchObject({ what: 'chat.scheduleMessage', fault: 'unknown method' });
  });

  it('posts where the bot may be, and nowhere else', async () => {
    expect(await post({ channel: 'U0ANA' })).toMatchObject({ ok: true, channel: 'DU0ANA' });
    expect(await post({ channel: 'DU0BEN' })).toMatchObject({ ok: true, channel: 'DU0BEN' });
    expect(await post({ channel: 'U0NOBODY' })).toMatchObject({ error: 'channel_not_found' });
    expect(await post({ channel: 'DU0NOBODY' })).toMatchObject({ error: 'channel_not_found' });
    expect(await post({ channel: 'C0GENERAL' })).toMatchObject({ error: 'not_in_channel' });
    expect(await post({})).toMatchObject({ error: 'channel_not_found' });
  });

  it('opens conversations, and tells of them and of people', async () => {
    expect(await call('conversations.open', { users: 'U0ANA' })).toMatchObject({ channel: { id: 'DU0ANA' } });
    expect(await call('conversations.open', { users: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
    expect(await call('conversations.info', { channel: 'DU0ANA' })).toMatchObject({
      channel: { is_im: true, user: 'U0ANA' },
    });
    expect(await call('users.info', { user: 'U0ANA' })).toMatchObject({
      user: { tz: 'America/Anchorage', tz_offset: -32_400, profile: { email: 'ana@example.org' } },
    });
    expect(await call('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
  });

  it('changes and deletes what the bot said, keeps ephemerals to one person, reads back newest first', async () => {
    const first = await post({
      channel: 'U0ANA',
      blocks: mentors,
      metadata: { event_type: 'm', event_payload: { key: 'k1' } },
    });
    const second = await post({ channel: 'U0ANA', text: 'Second' });
    expect(second.ts > first.ts).toBe(true);
    expect(await call('chat.update', { channel: 'DU0ANA', ts: first.ts, text: 'New' })).toMatchObject({
      ok: true,
      ts: first.ts,
    });
    expect(await call('chat.update', { channel: 'DU0BEN', ts: first.ts, text: 'New' })).toMatchObject({
      error: 'message_not_found',
    });
    expect(await call('chat.postEphemeral', { channel: 'DU0ANA', user: 'U0ANA', text: 'Psst' })).toMatchObject({
      ok: true,
    });
    expect(await call('chat.postEphemeral', { channel: 'DU0ANA', user: 'U0X', text: 'Psst' })).toMatchObject({
      error: 'user_not_in_channel',
    });
    const { messages } = await call('conversations.history', { channel: 'DU0ANA', include_all_metadata: true });
    expect(messages.map((message) => message.text)).toEqual(['Second', 'New']);
    expect(messages[1]?.metadata?.event_payload.key).toBe('k1');
    expect(await call('chat.delete', { channel: 'DU0ANA', ts: second.ts })).toMatchObject({ ok: true });
    expect(place.slack.seenBy('U0ANA').map((message) => message.text)).toEqual(['New', 'Psst']);
    expect(place.slack.seenBy('U0BEN')).toEqual([]);
  });

  it('does not let the bot change what a person said', async () => {
    await place.slack.message('U0ANA', 'Mine');
    const mine = place.slack.seenBy('U0ANA')[0];
    expect(await call('chat.update', { channel: 'DU0ANA', ts: mine?.ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
  });

  it('refuses a bad message and says where', async () => {
    const answer = await post({
      channel: 'U0ANA',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
    });
    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(answer.response_metadata.messages[0]).toContain('/blocks/0/text/text');
    expect(place.log.list().at(-1)?.fault).toContain('invalid_blocks');
  });
});

describe('views and triggers', () => {
  const trigger = async (): Promise<string> => {
    await place.slack.slashCommand('U0ANA', 'ask');
    return String(place.bot.heard.at(-1)?.trigger_id);
  };
  const open = (trigger_id: string, view: object = askForm) => call('views.open', { trigger_id, view });

  it('opens one view for each trigger', async () => {
    const id = await trigger();
    expect(await open(id)).toMatchObject({ ok: true, view: { type: 'modal', callback_id: 'ask' } });
    expect(await open(id)).toMatchObject({ ok: false, error: 'exchanged_trigger_id' });
    expect(await open('1.2.3')).toMatchObject({ ok: false, error: 'invalid_trigger_id' });
    expect(place.slack.modalOf('U0ANA')?.shown.callback_id).toBe('ask');
  });

  it('takes a trigger for three seconds', async () => {
    const [early, late] = [await trigger(), await trigger()];
    place.pass(3);
    expect(await open(early)).toMatchObject({ ok: true });
    place.pass(1);
    expect(await open(late)).toMatchObject({ ok: false, error: 'expired_trigger_id' });
  });

  it('does not spend the trigger on a view it refuses', async () => {
    const id = await trigger();
    const title = { type: 'plain_text', text: 'A title that is far too long' };
    expect(await open(id, { ...askForm, title })).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(id)).toMatchObject({ ok: true });
  });

  it('updates by id and hash', async () => {
    const { view } = await open(await trigger());
    const update = (hash: string) =>
      call('views.update', { view_id: view.id, hash, view: { ...askForm, callback_id: 'two' } });
    expect(await update('h-old')).toMatchObject({ error: 'hash_conflict' });
    expect(await update(view.hash)).toMatchObject({ ok: true, view: { id: view.id, callback_id: 'two' } });
    expect(await update(view.hash)).toMatchObject({ error: 'hash_conflict' });
    expect(await call('views.update', { view_id: 'V0', view: askForm })).toMatchObject({ error: 'not_found' });
  });

  it('publishes a Home for one person', async () => {
    expect(await call('views.publish', { user_id: 'U0ANA', view: home })).toMatchObject({ ok: true });
    expect(await call('views.publish', { user_id: 'U0ANA', view: askForm })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await call('views.publish', { user_id: 'U0NOBODY', view: home })).toMatchObject({ error: 'user_not_found' });
    expect(place.slack.homeOf('U0ANA')?.shown.type).toBe('home');
    expect(place.slack.homeOf('U0BEN')).toBeUndefined();
  });
});

describe('response URLs', () => {
  const url = async (): Promise<string> => {
    await place.slack.slashCommand('U0ANA', 'hello');
    return String(place.bot.heard.at(-1)?.response_url);
  };
  const respond = async (to: string, body: object): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(to, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };

  it('take five answers', async () => {
    const to = await url();
    const statuses = [];
    for (const text of ['1', '2', '3', '4', '5', '6']) statuses.push(await respond(to, { text }));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(place.slack.seenBy('U0ANA').at(-1)).toMatchObject({ text: '5', onlyFor: 'U0ANA' });
  });

  it('live for thirty minutes', async () => {
    const to = await url();
    place.pass(30 * 60);
    expect(await respond(to, { text: 'in time' })).toBe(200);
    place.pass(1);
    expect(await respond(to, { text: 'late' })).toBe(404);
  });

  it('refuse what Slack would refuse, and unknown addresses', async () => {
    expect(await respond(await url(), { blocks: [{ type: 'nonsense' }] })).toBe(400);
    expect(await respond(`${place.url}/local/slack/response/none`, { text: 'x' })).toBe(404);
  });

  it('replace or delete the message that was clicked', async () => {
    await call('chat.postMessage', { channel: 'U0ANA', text: 'List', blocks: mentors });
    const message = place.slack.seenBy('U0ANA')[0];
    if (!message) throw new Error('no message');
    await place.slack.click('U0ANA', message, { action: 'More mentors' });
    const to = String(place.bot.heard.at(-1)?.response_url);
    await respond(to, { text: 'Replaced', replace_original: true });
    expect(place.slack.seenBy('U0ANA')[0]).toMatchObject({ text: 'Replaced', edited: true });
    expect(place.slack.seenBy('U0ANA')[0]?.blocks).toBeUndefined();
    await respond(to, { delete_original: true });
    expect(place.slack.seenBy('U0ANA').some((one) => one.ts === message.ts)).toBe(false);
  });
});
