import { z } from 'zod';
import { stateSchema, valuesOf } from '../../../src/channels/slack/submitted';
import { buttons, card, type Form, prose, type Reply, replaceWith, say } from '../../../src/chat';
import { everyField } from '../../cards/samples';
import { answers, type Bench, later, slackBench } from './driver';
import { event, payload } from './payload';
import { stateOfView } from './submit';

let bench: Bench;
const open = async (...options: Parameters<typeof slackBench>): Promise<Bench> => {
  bench = await slackBench(...options);
  return bench;
};
afterEach(async () => {
  for (const settle of unsettled.splice(0)) settle();
  await bench.close();
  expect(bench.slack.faults).toEqual([]);
});

const hello = card('hello', 'Hello <Ben>', prose('Hello Ben.'));
const other = card('other', 'More', prose('And more.'));
const form: Reply = { kind: 'form', form: everyField };
const quick = { reply: 40, ack: 80, send: 500 };
const unsettled: (() => void)[] = [];
/** Settles only when the test is over. */
const never = <Value>(value: Value): Promise<Value> => new Promise((resolve) => unsettled.push(() => resolve(value)));

const command = (changes = {}) => payload('command', { response_url: bench.slack.responseUrl, ...changes });
const button = (changes = {}) => payload('button', { response_url: bench.slack.responseUrl, ...changes });
const hidden = (changes = {}) => payload('button-ephemeral', { response_url: bench.slack.responseUrl, ...changes });
const methods = () => bench.slack.calls.map(({ method }) => method);
const told = (call: { args: Record<string, unknown> }) => JSON.stringify(call.args);

describe('a slash command', () => {
  it('is answered in the acknowledgment, to her alone', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const { status, body } = await bench.send(command());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      response_type: 'ephemeral',
      text: 'Hello &lt;Ben&gt;',
      blocks: [{ type: 'rich_text' }],
    });
    expect(bench.slack.calls).toEqual([]);
  });

  it('gets what does not fit into the acknowledgment afterwards', async () => {
    await open();
    bench.receiveWith(answers(say(hello), say(other)));
    const posted = bench.slack.next('response_url');
    expect((await bench.send(command())).text).toContain('Hello Ben.');
    expect((await posted).args).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: 'More' });
  });

  it('whose answer gets lost is heard of later; one that arrives is not', async () => {
    await open({ timeouts: quick });
    const missed: string[] = [];
    bench.receiveWith(({ id }) => ({
      recorded: Promise.resolve(),
      replies: Promise.resolve([say(hello), say(other)]),
      missed: async () => void missed.push(id),
    }));
    const arrived = bench.slack.next('response_url');
    await bench.send(command());
    await arrived;
    expect(missed).toEqual([]);
    bench.slack.answer('response_url', { status: 404 });
    bench.slack.answer('chat.postMessage', 'cut');
    await bench.send(command({ trigger_id: 'another' }));
    await bench.channel.stop();
    expect(missed).toHaveLength(1);
  });

  it('that takes longer is acknowledged in time, once it is stored, and answered afterwards', async () => {
    await open({ timeouts: quick });
    const replies = later<Reply[]>();
    bench.receiveWith(() => ({ recorded: Promise.resolve(), replies: replies.promise }));
    const posted = bench.slack.next('response_url');
    expect(await bench.send(command())).toMatchObject({ status: 200, text: '' });
    replies.settle([say(hello)]);
    expect((await posted).args).toMatchObject({ response_type: 'ephemeral', text: 'Hello &lt;Ben&gt;' });
  });

  it('is acknowledged at the last moment even when nothing could be stored yet', async () => {
    await open({ timeouts: quick });
    bench.receiveWith(() => ({ recorded: never(undefined), replies: never([]) }));
    expect(await bench.send(command())).toMatchObject({ status: 200, text: '' });
  });

  it('is not answered before it is stored', async () => {
    await open();
    const recorded = later<void>();
    const order: string[] = [];
    bench.receiveWith(() => ({ recorded: recorded.promise, replies: Promise.resolve([say(hello)]) }));
    const answered = bench.send(command()).then(() => order.push('answered'));
    await bench.send({ ssl_check: '1' });
    order.push('stored');
    recorded.settle();
    await answered;
    expect(order).toEqual(['stored', 'answered']);
  });

  it('opens a window', async () => {
    await open();
    bench.receiveWith(answers(form));
    const opened = bench.slack.next('views.open');
    expect(await bench.send(command())).toMatchObject({ status: 200, text: '' });
    expect(await opened).toMatchObject({
      token: 'xoxb-T0001',
      args: { trigger_id: payload('command').trigger_id, view: { type: 'modal', callback_id: 'every-field' } },
    });
  });

  it('is answered in a direct message when its own address does not work', async () => {
    await open({ timeouts: quick });
    bench.slack.answer('response_url', { status: 404 });
    bench.receiveWith(answers(say(hello), say(other)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(command());
    expect((await posted).args).toMatchObject({ channel: 'U2147483697', text: 'More' });
  });

  it('never writes to an address that is not Slack', async () => {
    await open({ apiUrl: (slack) => slack.apiUrl });
    bench.receiveWith(answers(say(hello), say(other)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(command({ response_url: 'https://hooks.slack.com.evil.example/x' }));
    await posted;
    expect(methods()).toEqual(['chat.postMessage']);
  });
});

describe('a button', () => {
  it('is acknowledged when it is stored, then redraws its message', async () => {
    await open();
    bench.receiveWith(answers(replaceWith(hello)));
    const posted = bench.slack.next('response_url');
    expect(await bench.send(button())).toMatchObject({ status: 200, text: '' });
    expect((await posted).args).toMatchObject({ replace_original: true, text: 'Hello &lt;Ben&gt;' });
  });

  it('redraws by the message itself when the address has expired', async () => {
    await open();
    bench.slack.answer('response_url', { status: 404 });
    bench.receiveWith(answers(replaceWith(hello)));
    const updated = bench.slack.next('chat.update');
    await bench.send(button());
    expect((await updated).args).toMatchObject({ channel: 'D024BE91L', ts: '1763370010.000800' });
  });

  it('answers beside its message: in the conversation, or to her alone where others read', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(button());
    expect((await posted).args).toMatchObject({ channel: 'D024BE91L' });
    const whispered = bench.slack.next('response_url');
    await bench.send(hidden());
    expect((await whispered).args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  it('opens a window that knows the message it came from', async () => {
    await open();
    bench.receiveWith(answers(form));
    const opened = bench.slack.next('views.open');
    await bench.send(button());
    expect(told(await opened)).toContain('\\"on\\":{\\"channel\\":\\"D024BE91L\\",\\"ts\\":\\"1763370010.000800\\"}');
  });

  it('says so when the window came too late, and the form is one press away', async () => {
    await open();
    bench.slack.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    bench.receiveWith(answers({ ...form, values: { title: 'Ms.' } }));
    const offered = bench.slack.next('response_url');
    await bench.send(hidden());
    const offer = await offered;
    expect(told(offer)).toContain('That took too long. Please press the button again.');
    const value = told(offer)
      .match(/\[\\"@open-form.*?\}\]/)?.[0]
      .replaceAll('\\"', '"');
    const opened = bench.slack.next('views.open');
    await bench.send(hidden({ actions: [{ action_id: '@open-form:0', value, action_ts: '1.1' }] }));
    expect(told(await opened)).toContain('Ms.');
    expect(bench.inbounds).toHaveLength(1);
  });

  it('of somebody else does not open her form', async () => {
    await open();
    bench.slack.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    bench.receiveWith(answers(form));
    const offered = bench.slack.next('response_url');
    await bench.send(hidden());
    const value = told(await offered)
      .match(/\[\\"@open-form.*?\}\]/)?.[0]
      .replaceAll('\\"', '"');
    const refused = bench.slack.next('response_url');
    await bench.send(
      hidden({
        user: { id: 'U666', team_id: 'T0001' },
        actions: [{ action_id: '@open-form:0', value, action_ts: '1.2' }],
      }),
    );
    expect(told(await refused)).toContain('That form is no longer here.');
  });

  it('that only opens a page is acknowledged and means nothing', async () => {
    await open();
    expect((await bench.send(payload('button-link'))).status).toBe(200);
    expect(bench.inbounds).toEqual([]);
  });

  it('delivered twice is one act', async () => {
    await open();
    await bench.send(button());
    await bench.send(button());
    expect(new Set(bench.inbounds.map(({ id }) => id)).size).toBe(1);
  });

  it('on the Home tab is answered there', async () => {
    await open();
    bench.receiveWith(answers(say(hello), say(other)));
    const shown = bench.slack.next('views.publish');
    await bench.send(payload('button-home'));
    expect((await shown).args).toMatchObject({ user_id: 'U2147483697', view: { type: 'home', blocks: [{}, {}] } });
  });
});

describe('a submitted form', () => {
  it('shows errors at their fields and keeps what was typed', async () => {
    await open();
    const errors = { day: 'Please choose a later day.' };
    bench.receiveWith(answers({ ...form, values: {}, errors }));
    expect((await bench.send(payload('submission'))).body).toEqual({ response_action: 'errors', errors });
  });

  it('that could not be worked off stays open with what was typed, and says so', async () => {
    await open();
    bench.receiveWith(answers({ kind: 'stay', card: { name: 'apology', summary: 'Sorry, try again.', blocks: [] } }));
    const { body } = await bench.send(payload('submission'));
    expect(body).toMatchObject({ response_action: 'errors' });
    expect(JSON.stringify(body)).toContain('Sorry, try again.');
  });

  it('shows errors that belong to no field, with the values', async () => {
    await open();
    bench.receiveWith((inbound) =>
      answers({ ...form, values: inbound.kind === 'form' ? inbound.values : {}, errors: { '': 'Joan is full.' } })(
        inbound,
      ),
    );
    const { text } = await bench.send(payload('submission'));
    const { response_action, view } = JSON.parse(text);
    expect(response_action).toBe('update');
    expect(text).toContain('Joan is full.');
    expect(valuesOf(stateSchema.parse(stateOfView(view)))).toEqual({
      title: 'Ms.',
      topic: 'excel',
      ways: ['phone'],
      day: '2026-12-01',
      minutes: '45',
      agree: 'yes',
    });
  });

  it('goes on to the next form in the same window, which still knows where it came from', async () => {
    await open();
    const next: Form = { ...everyField, name: 'step-2', title: 'Step 2' };
    bench.receiveWith(answers({ kind: 'form', form: next }));
    const { body, text } = await bench.send(payload('submission'));
    expect(body).toMatchObject({ response_action: 'update', view: { callback_id: 'step-2' } });
    expect(text).toContain('1763370010.000800');
  });

  it('closes, redraws the card it came from and says the rest', async () => {
    await open();
    bench.receiveWith(answers(replaceWith(hello), say(other)));
    const updated = bench.slack.next('chat.update');
    const posted = bench.slack.next('chat.postMessage');
    expect((await bench.send(payload('submission'))).body).toEqual({ response_action: 'clear' });
    expect((await updated).args).toMatchObject({
      channel: 'D024BE91L',
      ts: '1763370010.000800',
      text: 'Hello &lt;Ben&gt;',
    });
    expect((await posted).args).toMatchObject({ channel: 'U2147483697', text: 'More' });
  });

  it('says it anew when the card it came from is gone', async () => {
    await open();
    bench.slack.answer('chat.update', { body: { ok: false, error: 'message_not_found' } });
    bench.receiveWith(answers(replaceWith(hello)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(payload('submission'));
    expect((await posted).args).toMatchObject({ channel: 'U2147483697', text: 'Hello &lt;Ben&gt;' });
  });

  it('closes without a word', async () => {
    await open();
    bench.receiveWith(answers({ kind: 'close' }));
    expect((await bench.send(payload('submission'))).body).toEqual({ response_action: 'clear' });
    expect(bench.slack.calls).toEqual([]);
  });

  it('that takes too long waits in its window, and loses nothing', async () => {
    await open({ timeouts: quick });
    const replies = later<Reply[]>();
    bench.receiveWith(() => ({ recorded: Promise.resolve(), replies: replies.promise }));
    const redrawn = bench.slack.next('views.update');
    expect((await bench.send(payload('submission'))).body).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'waiting' },
    });
    replies.settle([{ ...form, values: { title: 'Ms.' }, errors: { day: 'Please choose a later day.' } }]);
    const { args } = await redrawn;
    expect(args).toMatchObject({ view_id: 'VNHU13V36', view: { callback_id: 'every-field' } });
    expect(JSON.stringify(args)).toContain('Please choose a later day.');
    expect(JSON.stringify(args)).toContain('Ms.');
  });

  it('that takes too long and ends well says so', async () => {
    await open({ timeouts: quick });
    const replies = later<Reply[]>();
    bench.receiveWith(() => ({ recorded: Promise.resolve(), replies: replies.promise }));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(payload('submission'));
    replies.settle([say(hello)]);
    await posted;
    expect(methods()).toEqual(['views.update', 'chat.postMessage']);
  });
});

describe('a message', () => {
  it('is acknowledged when it is stored and not before, and answered in the conversation', async () => {
    await open();
    const recorded = later<void>();
    const order: string[] = [];
    bench.receiveWith(() => ({ recorded: recorded.promise, replies: Promise.resolve([say(hello)]) }));
    const posted = bench.slack.next('chat.postMessage');
    const acknowledged = bench.send(payload('message')).then(({ status }) => order.push(`acknowledged ${status}`));
    await bench.send({ ssl_check: '1' });
    order.push('stored');
    recorded.settle();
    await acknowledged;
    expect(order).toEqual(['stored', 'acknowledged 200']);
    expect((await posted).args).toMatchObject({ channel: 'D024BE91L', text: 'Hello &lt;Ben&gt;' });
  });

  it('that cannot be stored in time is left to Slack to send again', async () => {
    await open({ timeouts: quick });
    const recorded = later<void>();
    bench.receiveWith(() => ({ recorded: recorded.promise, replies: Promise.resolve([]) }));
    expect((await bench.send(payload('message'))).status).toBe(503);
    recorded.settle();
  });

  it('that is answered by a form gets a button for it', async () => {
    await open();
    bench.receiveWith(answers(form));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(payload('message'));
    expect(told(await posted)).toContain('There is a form to fill in: Every field');
  });

  it('in a thread is answered in it', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(event('message', { thread_ts: '1763360000.000100' }));
    expect((await posted).args).toMatchObject({ thread_ts: '1763360000.000100' });
  });

  const threaded = { message_ts: '1763370010.000800', channel_id: 'D024BE91L', thread_ts: '1763360000.000100' };

  it.each([
    ['in a thread is answered in it', threaded, '1763360000.000100'],
    ['above a thread is answered beside it', { ...threaded, thread_ts: threaded.message_ts }, undefined],
  ])('a button %s', async (_what, container, thread_ts) => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(button({ container: { type: 'message', is_ephemeral: false, ...container } }));
    const { args } = await posted;
    expect([args.channel, args.thread_ts]).toEqual(['D024BE91L', thread_ts]);
  });

  it('a button that only she sees in a thread is answered there', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('response_url');
    const container = { type: 'message', is_ephemeral: true, ...threaded, channel_id: 'C2147483705' };
    await bench.send(hidden({ container }));
    expect((await posted).args).toMatchObject({ replace_original: false, thread_ts: '1763360000.000100' });
  });

  it('a form that was opened from a thread is answered in it', async () => {
    await open();
    bench.receiveWith(answers(form));
    const opened = bench.slack.next('views.open');
    await bench.send(button({ container: { type: 'message', is_ephemeral: false, ...threaded } }));
    const view = z.object({ private_metadata: z.string() }).parse((await opened).args.view);
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('chat.postMessage');
    const sent = z.object({ view: z.looseObject({}) }).parse(payload('submission'));
    await bench.send(payload('submission', { view: { ...sent.view, ...view } }));
    expect((await posted).args).toMatchObject({ channel: 'D024BE91L', thread_ts: '1763360000.000100' });
  });

  it('in a shared place is answered to her alone', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const whispered = bench.slack.next('chat.postEphemeral');
    await bench.send(payload('mention'));
    expect((await whispered).args).toMatchObject({ channel: 'C2147483705', user: 'U2147483697' });
    expect(methods()).toEqual(['chat.postEphemeral']);
  });

  it('in a place the bot is not in is answered in a direct message', async () => {
    await open();
    bench.slack.answer('chat.postEphemeral', { body: { ok: false, error: 'user_not_in_channel' } });
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(payload('mention'));
    expect((await posted).args).toMatchObject({ channel: 'U2147483697' });
  });

  it('is answered when Slack asked to wait a moment first', async () => {
    await open();
    bench.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    bench.receiveWith(answers(say(hello)));
    const first = bench.slack.next('chat.postMessage');
    await bench.send(payload('message'));
    await first;
    await bench.slack.next('chat.postMessage');
    expect(methods()).toEqual(['chat.postMessage', 'chat.postMessage']);
  });

  it('is never answered twice when nobody knows whether the first answer arrived', async () => {
    await open();
    bench.slack.answer('chat.postEphemeral', 'cut');
    bench.receiveWith(answers(say(hello)));
    const whispered = bench.slack.next('chat.postEphemeral');
    await bench.send(payload('mention'));
    await whispered;
    await bench.channel.stop();
    expect(methods()).toEqual(['chat.postEphemeral']);
  });

  it('is answered by its plain words when Slack will not draw the card', async () => {
    await open();
    bench.slack.answer('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    bench.receiveWith(answers(say(hello)));
    const first = bench.slack.next('chat.postMessage');
    await bench.send(payload('message'));
    await first;
    const second = await bench.slack.next('chat.postMessage');
    expect(second.args).toMatchObject({ text: 'Hello &lt;Ben&gt;' });
    bench.slack.faults.length = 0;
  });
});

describe('other acts', () => {
  it('the Home tab shows the card', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const shown = bench.slack.next('views.publish');
    await bench.send(payload('home'));
    expect((await shown).args).toMatchObject({ user_id: 'U2147483697', view: { type: 'home' } });
  });

  it('a search is answered with its choices', async () => {
    await open();
    bench.receiveWith(answers({ kind: 'choices', options: [{ value: 'p-7', label: 'Joan Ek', detail: 'Nome' }] }));
    expect((await bench.send(payload('suggestion'))).body).toMatchObject({
      options: [{ value: 'p-7', text: { text: 'Joan Ek' }, description: { text: 'Nome' } }],
    });
  });

  it('a search that takes too long finds nothing', async () => {
    await open({ timeouts: quick });
    bench.receiveWith(() => ({ recorded: Promise.resolve(), replies: never([]) }));
    expect((await bench.send(payload('suggestion'))).body).toEqual({ options: [] });
  });

  it('the app going is heard', async () => {
    await open();
    await bench.send(payload('uninstalled'));
    await bench.send(payload('tokens-revoked'));
    expect(bench.inbounds.map(({ kind }) => kind)).toEqual(['uninstalled', 'uninstalled']);
  });

  it('what nobody knows is acknowledged at once, so that it is not sent again', async () => {
    await open();
    expect(
      (await bench.send({ type: 'shortcut', callback_id: 'x', user: { id: 'U1' }, team: { id: 'T1' } })).status,
    ).toBe(200);
    expect(
      (await bench.send({ type: 'view_closed', view: { id: 'V1' }, user: { id: 'U1' }, team: { id: 'T1' } })).status,
    ).toBe(200);
    expect((await bench.send(event('message', { type: 'reaction_added' }))).status).toBe(200);
    expect((await bench.send({ type: 'something new' })).status).toBe(200);
    expect(bench.inbounds).toEqual([]);
  });

  it('a receiver that breaks its promise costs an apology, not the process', async () => {
    await open();
    bench.receiveWith(() => {
      throw new Error('the secret xoxb-1 of Ben');
    });
    expect((await bench.send(command())).text).toContain('Sorry, something went wrong on our side.');
    bench.receiveWith(() => ({ recorded: Promise.reject(new Error('no')), replies: Promise.reject(new Error('no')) }));
    expect((await bench.send(command())).text).toContain('Sorry, something went wrong on our side.');
    expect(JSON.stringify(bench.warnings)).not.toContain('xoxb-1');
  });

  it('a card or form that nothing can carry costs an apology, and what she typed stays', async () => {
    await open();
    const args = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, 'x'.repeat(150)]));
    const token = { intent: 'a', args };
    const sorry = 'Sorry, something went wrong on our side.';
    bench.receiveWith(answers(say(card('huge', 'Huge', buttons({ label: 'A', token })))));
    expect((await bench.send(command())).text).toContain(sorry);
    bench.receiveWith(answers({ kind: 'form', form: { ...everyField, name: 'next', token } }));
    expect((await bench.send(payload('submission'))).body).toMatchObject({
      response_action: 'errors',
      errors: { title: expect.stringContaining(sorry) },
    });
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(button());
    expect(told(await posted)).toContain(sorry);
  });

  it('a token that cannot be had stops nothing', async () => {
    await open({ tokenFor: () => Promise.reject(new Error('the database is down')), timeouts: quick });
    bench.receiveWith(answers(say(hello)));
    expect((await bench.send(command())).text).toContain('Hello Ben.');
    bench.receiveWith(answers());
    expect((await bench.send(payload('message'))).status).toBe(200);
  });
});

describe('a shortcut', () => {
  it.each(['shortcut', 'shortcut-message'])(
    '(%s) is answered in the direct message, where nobody reads along',
    async (name) => {
      await open();
      bench.receiveWith(answers(say(hello)));
      const posted = bench.slack.next('chat.postMessage');
      expect(await bench.send(payload(name))).toMatchObject({ status: 200, text: '' });
      expect((await posted).args).toMatchObject({ channel: 'U2147483697' });
      expect(methods()).toEqual(['chat.postMessage']);
    },
  );

  it('opens a form over whatever she is looking at', async () => {
    await open();
    bench.receiveWith(answers(form));
    const opened = bench.slack.next('views.open');
    await bench.send(payload('shortcut'));
    expect((await opened).args).toMatchObject({
      trigger_id: '944799105734.773906753841.38b5894552bdd4a780554ee59d1f3638',
    });
  });
});

describe('a channel shared with another organization', () => {
  it('hears nothing: who calls the bot there is answered in her own direct message', async () => {
    await open();
    bench.receiveWith(answers(say(hello)));
    const posted = bench.slack.next('chat.postMessage');
    await bench.send(payload('mention', { is_ext_shared_channel: true }));
    expect((await posted).args).toMatchObject({ channel: 'U2147483697' });
    expect(methods()).toEqual(['chat.postMessage']);
  });
});
