import { createHmac } from 'node:crypto';
import { signed } from '../../src/local/slack/sign';
import { askForm } from './sampleBlocks';
import { secret, startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

const openForm = async () => {
  await place.slack.slashCommand('U0ANA', 'find');
  const trigger_id = place.bot.heard.at(-1)?.trigger_id;
  await place.bot.slack('views.open', { trigger_id, view: askForm });
  const modal = place.slack.modalOf('U0ANA');
  if (!modal) throw new Error('no modal');
  return modal;
};
const filled = { need: 'My case notes', topic: 'notes', ways: ['phone'] };

describe('signing', () => {
  it('signs time and body by v0 HMAC', () => {
    const mac = createHmac('sha256', 's').update('v0:1700000000:a=b').digest('hex');
    expect(signed('a=b', 1_700_000_000, 's')).toEqual({
      'x-slack-request-timestamp': '1700000000',
      'x-slack-signature': `v0=${mac}`,
    });
  });
  it('is believed by a bot that checks, in all three forms', async () => {
    await place.slack.slashCommand('U0ANA', 'find a & b = ü');
    await place.slack.message('U0ANA', 'hello');
    await place.slack.openHome('U0ANA');
    expect(place.bot.forged()).toBe(0);
    expect(place.bot.heard.map((body) => body.text ?? body.type)).toEqual([
      'find a & b = ü',
      'event_callback',
      'event_callback',
    ]);
    expect(secret).not.toBe('');
  });
});

describe('what people do', () => {
  it('shows the ack of a command to the one who typed it', async () => {
    await place.slack.slashCommand('U0ANA', 'find interviewing');
    const seen = place.slack.seenBy('U0ANA');
    expect(seen.map(({ from, text, onlyFor }) => ({ from, text, onlyFor }))).toEqual([
      { from: 'U0ANA', text: '/mentor find interviewing', onlyFor: 'U0ANA' },
      { from: 'U0MENTOR', text: 'You said find interviewing', onlyFor: 'U0ANA' },
    ]);
    expect(place.slack.seenBy('U0BEN')).toEqual([]);
    expect(place.bot.heard[0]).toMatchObject({
      command: '/mentor',
      channel_id: 'DU0ANA',
      user_id: 'U0ANA',
      team_id: 'T0DEMO',
    });
  });

  it('sends messages and mentions as events', async () => {
    await place.slack.message('U0ANA', 'hi');
    await place.slack.mention('U0BEN', 'help');
    expect(place.bot.heard.map((body) => body.event)).toMatchObject([
      { type: 'message', channel_type: 'im', channel: 'DU0ANA', text: 'hi' },
      { type: 'app_mention', channel: 'C0GENERAL', text: '<@U0MENTOR> help' },
    ]);
    expect(place.slack.seenBy('U0ANA').some((message) => message.text.includes('help'))).toBe(true);
  });

  it('sends what is said in a thread as such, and keeps the thread of what the bot says there', async () => {
    await place.slack.message('U0ANA', 'hi');
    const [root] = place.slack.seenBy('U0ANA');
    const ts = root?.ts ?? '';
    await place.slack.reply('U0ANA', ts, 'and this?');
    expect(place.bot.heard.at(-1)?.event).toMatchObject({ type: 'message', text: 'and this?', thread_ts: ts });
    const [mine] = place.slack.seenBy('U0ANA').filter(({ thread }) => thread === ts);
    expect(mine).toMatchObject({ from: 'U0ANA', text: 'and this?' });

    const go = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: 'v' };
    const blocks = [{ type: 'actions', elements: [go] }];
    const said = await place.bot.slack('chat.postMessage', {
      channel: 'U0ANA',
      text: 'x',
      blocks,
      thread_ts: mine?.ts,
    });
    expect(place.slack.seenBy('U0ANA').find((message) => message.ts === said.ts)?.thread).toBe(ts);
    await place.slack.click('U0ANA', { channel: 'DU0ANA', ts: String(said.ts) }, { action: 'go' });
    expect(place.bot.heard.at(-1)).toMatchObject({ container: { message_ts: said.ts, thread_ts: ts } });

    const { messages } = await place.bot.slack('conversations.history', { channel: 'DU0ANA' });
    expect(JSON.stringify(messages)).not.toContain(String(said.ts));
  });

  it('lets nobody reply to what only one sees, nor use a command in a thread', async () => {
    await place.slack.slashCommand('U0ANA', 'find');
    const [command] = place.slack.seenBy('U0ANA');
    expect(await place.slack.reply('U0ANA', command?.ts ?? '', 'hm')).toMatchObject({ unsent: true });
    await place.slack.message('U0ANA', 'hi');
    const root = place.slack.seenBy('U0ANA').findLast(({ from }) => from === 'U0ANA')?.ts ?? '';
    expect(await place.slack.reply('U0ANA', root, '/mentor find')).toMatchObject({
      says: '/mentor is not supported in threads. Sorry!',
    });
    expect(await place.slack.reply('U0BEN', root, 'me too')).toMatchObject({ unsent: true });
  });

  it('mentions in a thread of #general, where the answer is whispered', async () => {
    await place.slack.mention('U0BEN', 'help');
    const root = place.slack.seenBy('U0BEN').at(-1)?.ts ?? '';
    await place.slack.reply('U0ANA', root, 'me too');
    const said = { type: 'app_mention', channel: 'C0GENERAL', text: '<@U0MENTOR> me too', thread_ts: root };
    expect(place.bot.heard.at(-1)?.event).toMatchObject(said);
  });

  it('sends an event again with the same id, signed anew', async () => {
    const sent = await place.slack.message('U0ANA', 'hi');
    if (!('eventId' in sent)) throw new Error('not sent');
    place.pass(60);
    await place.slack.retry(sent.eventId, 2);
    expect(place.bot.heard).toHaveLength(2);
    expect(place.bot.heard[1]).toMatchObject({ event_id: sent.eventId, retry: '2' });
    expect(place.bot.forged()).toBe(0);
  });

  it('clicks by action_id or label, with the message as it stands', async () => {
    await place.bot.slack('chat.postMessage', {
      channel: 'U0ANA',
      text: 'x',
      blocks: [
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' }, value: 'v1' }] },
      ],
    });
    const [message] = place.slack.seenBy('U0ANA');
    if (!message) throw new Error('no message');
    await place.slack.click('U0ANA', message, { action: 'Go' });
    expect(place.bot.heard.at(-1)).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, is_ephemeral: false },
      message: { ts: message.ts },
      actions: [{ type: 'button', block_id: 'b0', action_id: 'b0.0', value: 'v1' }],
    });
    expect(await place.slack.click('U0ANA', message, { action: 'Stop' })).toMatchObject({ unsent: true });
  });

  it('does not send an ephemeral message back with a click', async () => {
    await place.slack.slashCommand('U0ANA', 'find');
    const message = place.slack.seenBy('U0ANA').at(-1);
    if (!message) throw new Error('no message');
    await place.slack.click('U0ANA', message, { action: 'next' });
    const click = place.bot.heard.at(-1);
    expect(click).toMatchObject({ container: { is_ephemeral: true } });
    expect(click).not.toHaveProperty('message');
  });

  it('fills in a form by block, each kind in its own shape', async () => {
    const modal = await openForm();
    const more = { rating: '2', day: '2026-12-01', hour: '09:30', minutes: '45', who: 'id-Sam' };
    await place.slack.suggest('U0ANA', 'who', 'Sam');
    await place.slack.submitView('U0ANA', modal.id, { ...filled, ...more });
    const { view } = place.bot.heard.at(-1) ?? {};
    expect(view).toMatchObject({
      private_metadata: '{"mentor":"joan"}',
      state: {
        values: {
          need: { in: { type: 'plain_text_input', value: 'My case notes' } },
          topic: { in: { type: 'static_select', selected_option: { value: 'notes' } } },
          ways: { in: { type: 'checkboxes', selected_options: [{ value: 'phone' }] } },
          rating: { in: { type: 'radio_buttons', selected_option: { value: '2' } } },
          day: { in: { type: 'datepicker', selected_date: '2026-12-01' } },
          hour: { in: { type: 'timepicker', selected_time: '09:30' } },
          minutes: { in: { type: 'number_input', value: '45' } },
          who: { in: { type: 'external_select', selected_option: { value: 'id-Sam' } } },
        },
      },
    });
    expect(place.slack.modalOf('U0ANA')).toBeUndefined();
  });

  it('searches by itself for a choice nobody has been offered yet', async () => {
    const modal = await openForm();
    await place.slack.submitView('U0ANA', modal.id, { ...filled, who: 'Found Sam' });
    expect(place.bot.heard.some((body) => body.type === 'block_suggestion' && body.value === 'Found Sam')).toBe(true);
  });

  it.each([
    ['nothing', {}, ['need', 'topic', 'ways']],
    ['a strange choice', { ...filled, topic: 'golf' }, ['topic']],
    ['a number out of range', { ...filled, minutes: '3' }, ['minutes']],
    ['no date', { ...filled, day: 'soon' }, ['day']],
    ['too much text', { ...filled, need: 'x'.repeat(1001) }, ['need']],
    ['a field that is not there', { ...filled, shoe: '42' }, ['shoe']],
  ])('keeps %s in the client', async (_name, values, wrong) => {
    const modal = await openForm();
    const before = place.bot.heard.length;
    const answer = await place.slack.submitView('U0ANA', modal.id, values);
    expect(answer).toMatchObject({ ok: false, unsent: true });
    expect(Object.keys(place.slack.modalOf('U0ANA')?.errors ?? {})).toEqual(wrong);
    expect(place.bot.heard).toHaveLength(before);
  });
});

describe('answers to a submitted form', () => {
  const submit = async (answer: unknown) => {
    const modal = await openForm();
    place.bot.answerToSubmit = answer;
    await place.slack.submitView('U0ANA', modal.id, filled);
    return {
      before: modal,
      now: place.slack.modalOf('U0ANA'),
      troubles: place.slack.troubles().map((one) => one.says),
    };
  };

  it('close it, clear it, complain, replace it, lay one on it', async () => {
    expect((await submit(undefined)).now).toBeUndefined();
    expect((await submit({ response_action: 'clear' })).now).toBeUndefined();
    expect((await submit({ response_action: 'errors', errors: { need: 'Say more.' } })).now?.errors).toEqual({
      need: 'Say more.',
    });
    const view = { ...askForm, callback_id: 'two' };
    const updated = await submit({ response_action: 'update', view });
    expect(updated.now).toMatchObject({ id: updated.before.id, shown: { callback_id: 'two' } });
    const pushed = await submit({ response_action: 'push', view });
    expect(pushed.now).toMatchObject({ previous: pushed.before.id, root: pushed.before.id });
    expect(pushed.troubles).toEqual([]);
  });

  it.each([
    ['errors at a block that is no input', { response_action: 'errors', errors: { note: 'x' } }],
    ['errors by action_id', { response_action: 'errors', errors: { in: 'x' } }],
    ['an unknown action', { response_action: 'dance' }],
    [
      'a view beyond the limits',
      { response_action: 'update', view: { ...askForm, title: { type: 'plain_text', text: 'x'.repeat(25) } } },
    ],
    ['text', 'thank you'],
  ])('are trouble when Slack cannot follow: %s', async (_name, answer) => {
    const { now, before, troubles } = await submit(answer);
    expect(troubles.join()).toContain('Slack cannot follow');
    expect(now?.id).toBe(before.id);
  });

  it('tell a form that it was closed, if it asked to know', async () => {
    await openForm();
    await place.slack.closeView('U0ANA');
    expect(place.bot.heard.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(place.slack.modalOf('U0ANA')).toBeUndefined();
  });
});
