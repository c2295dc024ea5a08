import { DateTime } from 'luxon';
import { addressOf } from '../../../src/channels/slack/address';
import { card, prose } from '../../../src/chat';
import { type Bench, slackBench } from './driver';
import type { Answered } from './stand-in';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const began = DateTime.fromISO('2026-11-18T19:00:00Z');
const home = addressOf({ team: 'T0001', channel: 'D1', user: 'U1' });
const account = addressOf({ team: 'T0001', user: 'U1' });
const message = (ts: string, id: string, type = 'mentor_message') => ({
  type: 'message',
  ts,
  metadata: { event_type: type, event_payload: { id } },
});
const history = (messages: readonly object[], more = false, cursor?: string): Answered => ({
  body: { ok: true, messages, has_more: more, ...(cursor ? { response_metadata: { next_cursor: cursor } } : {}) },
});
const refused = (error: string): Answered => ({ body: { ok: false, error } });
const asked = (method: string) => bench.slack.calls.filter((call) => call.method === method);

describe('a message that is looked for', () => {
  it('is found by its key among the messages around its time', async () => {
    bench = await slackBench();
    bench.slack.answer(
      'conversations.history',
      history([
        { type: 'message', ts: '5.5', text: 'hello' },
        message('4.4', 'other'),
        message('3.3', 'key-1', 'foreign_kind'),
        message('2.2', 'key-1'),
      ]),
    );
    expect(await bench.channel.seek?.(home, 'key-1', began)).toEqual({
      stands: 'yes',
      ref: { address: home, message: '2.2' },
    });
    expect(bench.slack.calls).toMatchObject([
      {
        method: 'conversations.history',
        args: {
          channel: 'D1',
          include_all_metadata: 'true',
          inclusive: 'true',
          oldest: String(began.toUnixInteger() - 600),
          latest: String(began.toUnixInteger() + 1200),
        },
      },
    ]);
  });

  it('of an account that never wrote is looked for in the chat that is opened with it', async () => {
    bench = await slackBench();
    bench.slack.answer('conversations.open', { body: { ok: true, channel: { id: 'D7' } } });
    bench.slack.answer('conversations.history', history([message('2.2', 'k')]));
    expect(await bench.channel.seek?.(account, 'k', began)).toEqual({
      stands: 'yes',
      ref: { address: addressOf({ team: 'T0001', channel: 'D7', user: 'U1' }), message: '2.2' },
    });
    expect(asked('conversations.open')).toMatchObject([{ args: { users: 'U1' } }]);
    expect(asked('conversations.history')).toMatchObject([{ args: { channel: 'D7' } }]);
  });

  it('is looked for on every page, of which there are five at most', async () => {
    bench = await slackBench();
    bench.slack.answer('conversations.history', history([], true, 'c1'), history([message('1.1', 'k')]));
    expect(await bench.channel.seek?.(home, 'k', began)).toMatchObject({ stands: 'yes' });
    expect(asked('conversations.history').map((call) => call.args.cursor)).toEqual([undefined, 'c1']);
    bench.slack.answer('conversations.history', ...[1, 2, 3, 4, 5].map((n) => history([], true, `c${n}`)));
    expect(await bench.channel.seek?.(home, 'k', began)).toEqual({ stands: 'cannot-tell', code: 'too_many_pages' });
    expect(asked('conversations.history')).toHaveLength(7);
  });

  it('stands nowhere only where everything was seen', async () => {
    bench = await slackBench();
    bench.slack.answer('conversations.history', history([message('1.1', 'other')]), history([], true));
    expect(await bench.channel.seek?.(home, 'k', began)).toEqual({ stands: 'no' });
    expect(await bench.channel.seek?.(home, 'k', began)).toMatchObject({ stands: 'cannot-tell' });
  });

  it.each<[string, Answered, object]>([
    ['the scope is missing', refused('missing_scope'), { code: 'missing_scope' }],
    ['the chat is gone', refused('channel_not_found'), { code: 'channel_not_found' }],
    [
      'Slack asks to wait',
      { status: 429, headers: { 'retry-after': '7' } },
      { code: 'ratelimited', againInSeconds: 7 },
    ],
    ['Slack fails', { status: 500 }, { code: 'http_500', againInSeconds: 60 }],
    ['the connection is cut', 'cut', { code: 'no_answer', againInSeconds: 60 }],
    ['the answer holds no list', { body: { ok: true } }, { code: 'unreadable_answer', againInSeconds: 60 }],
  ])('cannot be told where %s', async (_, answered, told) => {
    bench = await slackBench();
    bench.slack.answer('conversations.history', answered);
    expect(await bench.channel.seek?.(home, 'k', began)).toEqual({ stands: 'cannot-tell', ...told });
  });

  it('cannot be told where the chat does not open, nor at an address that is none of ours', async () => {
    bench = await slackBench();
    bench.slack.answer('conversations.open', refused('user_not_found'), { body: { ok: true } });
    expect(await bench.channel.seek?.(account, 'k', began)).toEqual({ stands: 'cannot-tell', code: 'user_not_found' });
    expect(await bench.channel.seek?.(account, 'k', began)).toMatchObject({ code: 'unreadable_answer' });
    expect(await bench.channel.seek?.({ channel: 'teams', ref: 'x' }, 'k', began)).toMatchObject({
      stands: 'cannot-tell',
    });
    expect(asked('conversations.history')).toEqual([]);
  });

  it('bears the very mark that it is sent with', async () => {
    bench = await slackBench();
    await bench.channel.deliver(home, card('hello', 'Hello', prose('Hello.')), 'key-9');
    const metadata = asked('chat.postMessage')[0]?.args.metadata;
    bench.slack.answer('conversations.history', history([{ type: 'message', ts: '1.1', metadata }]));
    expect(await bench.channel.seek?.(home, 'key-9', began)).toMatchObject({ stands: 'yes' });
  });

  it('draws no advice where the optional scope was refused', async () => {
    bench = await slackBench();
    bench.slack.answer('conversations.history', refused('missing_scope'));
    await bench.channel.seek?.(home, 'k', began);
    expect(bench.warnings).toEqual([]);
  });
});
