import { addressOf } from '../../../src/channels/slack/address';
import { buttons, card, prose } from '../../../src/chat';
import { type Bench, slackBench } from './driver';
import { payload } from './payload';
import type { Answered } from './stand-in';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const ben = addressOf({ team: 'T0001', user: 'U1' });
const hello = card('hello', 'Hello', prose('Hello Ben.'));

const failures: [string, Answered, object][] = [
  [
    '429 with a time to wait',
    { status: 429, headers: { 'retry-after': '7' } },
    { because: 'busy', code: 'ratelimited', retryAfterSeconds: 7, tooFast: true },
  ],
  [
    '429 with nonsense',
    { status: 429, headers: { 'retry-after': 'soon' } },
    { because: 'busy', code: 'ratelimited', retryAfterSeconds: 30, tooFast: true },
  ],
  ['429 with nothing', { status: 429 }, { because: 'busy', code: 'ratelimited', retryAfterSeconds: 30, tooFast: true }],
  [
    '429 with a week',
    { status: 429, headers: { 'retry-after': '604800' } },
    { because: 'busy', code: 'ratelimited', retryAfterSeconds: 3600, tooFast: true },
  ],
  [
    '429 with less than nothing',
    { status: 429, headers: { 'retry-after': '-5' } },
    { because: 'busy', code: 'ratelimited', retryAfterSeconds: 30, tooFast: true },
  ],
  [
    'ratelimited as a word',
    { body: { ok: false, error: 'ratelimited' } },
    { because: 'busy', code: 'ratelimited', retryAfterSeconds: 30, tooFast: true },
  ],
  ['500', { status: 500 }, { because: 'unknown', code: 'http_500' }],
  ['503', { status: 503 }, { because: 'unknown', code: 'http_503' }],
  ['404', { status: 404 }, { because: 'refused', code: 'http_404' }],
  ['a connection cut after it was taken in', 'cut', { because: 'unknown', code: 'no_answer' }],
  [
    'a page instead of an answer',
    { status: 200, text: '<html>secret</html>' },
    { because: 'unknown', code: 'unreadable_answer' },
  ],
  ['an answer that does not say where', { body: { ok: true } }, { because: 'unknown', code: 'unreadable_answer' }],
  ['internal_error', { body: { ok: false, error: 'internal_error' } }, { because: 'unknown', code: 'internal_error' }],
  ...[
    'user_not_found',
    'channel_not_found',
    'is_archived',
    'user_disabled',
    'account_inactive',
    'token_revoked',
    'not_in_channel',
  ].map((code): [string, Answered, object] => [
    code,
    { body: { ok: false, error: code } },
    { because: 'unreachable', code },
  ]),
  ...['invalid_auth', 'not_authed'].map((code): [string, Answered, object] => [
    `${code}, which is nobody's account`,
    { body: { ok: false, error: code } },
    { because: 'busy', code, retryAfterSeconds: 300 },
  ]),
  ...['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long', 'no_text', 'missing_scope'].map(
    (code): [string, Answered, object] => [code, { body: { ok: false, error: code } }, { because: 'refused', code }],
  ),
];

describe('a card sent later', () => {
  it('goes to the direct message of the person, with its key, and says where it stands', async () => {
    bench = await slackBench();
    expect(await bench.channel.deliver(ben, hello, 'key-1')).toEqual({
      ok: true,
      ref: {
        address: { channel: 'slack', ref: '{"team":"T0001","channel":"D1","user":"U1"}' },
        message: '1763380000.000001',
      },
    });
    expect(bench.slack.faults).toEqual([]);
    expect(bench.slack.calls).toMatchObject([
      {
        method: 'chat.postMessage',
        token: 'xoxb-T0001',
        args: { channel: 'U1', metadata: { event_type: 'mentor_message', event_payload: { id: 'key-1' } } },
      },
    ]);
  });

  it('is the message that a button in it names', async () => {
    bench = await slackBench();
    const delivered = await bench.channel.deliver(addressOf({ team: 'T0001', user: 'U2147483697' }), hello, 'k');
    if (!delivered.ok) throw new Error('it should have gone');
    await bench.send(
      payload('button', {
        container: { type: 'message', message_ts: delivered.ref.message, channel_id: 'D2147483697' },
      }),
    );
    expect(bench.inbounds[0]?.on).toEqual(delivered.ref);
  });

  it.each(failures)('%s', async (_, answered, failure) => {
    bench = await slackBench();
    bench.slack.answer('chat.postMessage', answered);
    expect(await bench.channel.deliver(ben, hello, 'k')).toEqual({ ok: false, ...failure });
    expect(bench.slack.calls).toHaveLength(1);
  });

  it('no answer in time is unknown, and it is not sent again', async () => {
    bench = await slackBench({ timeouts: { send: 1000 }, apiUrl: (slack) => slack.apiUrl });
    bench.slack.answer('chat.postMessage', 'silence');
    expect(await bench.channel.deliver(ben, hello, 'k')).toEqual({ ok: false, because: 'unknown', code: 'no_answer' });
    expect(bench.slack.calls).toHaveLength(1);
  });

  it('a Slack that cannot be reached at all took nothing, so it may be tried again', async () => {
    bench = await slackBench();
    await bench.slack.close();
    expect(await bench.channel.deliver(ben, hello, 'k')).toMatchObject({
      ok: false,
      because: 'busy',
      code: 'not_connected',
    });
  });

  it('an app that is not installed there reaches nobody', async () => {
    bench = await slackBench({ tokenFor: async () => undefined });
    expect(await bench.channel.deliver(ben, hello, 'k')).toEqual({
      ok: false,
      because: 'unreachable',
      code: 'not_installed',
    });
  });

  it('a token that cannot be had now may be had later', async () => {
    bench = await slackBench({ tokenFor: () => Promise.reject(new Error('down')) });
    expect(await bench.channel.deliver(ben, hello, 'k')).toMatchObject({ ok: false, because: 'busy' });
  });

  it.each([
    { channel: 'teams', ref: ben.ref },
    { channel: 'slack', ref: '' },
    { channel: 'slack', ref: '{"user":"U1"}' },
  ] as const)('an address that is none of ours reaches nobody: %j', async (address) => {
    bench = await slackBench();
    expect(await bench.channel.deliver(address, hello, 'k')).toEqual({
      ok: false,
      because: 'unreachable',
      code: 'no_slack_address',
    });
    expect(await bench.channel.update({ address, message: '1.1' }, hello)).toEqual({
      ok: false,
      because: 'unreachable',
      code: 'no_slack_address',
    });
  });

  it('a card that no message can carry is refused here', async () => {
    bench = await slackBench();
    const args = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, 'x'.repeat(150)]));
    const huge = card('huge', 'Huge', buttons({ label: 'A', token: { intent: 'a', args } }));
    expect(await bench.channel.deliver(ben, huge, 'k')).toEqual({
      ok: false,
      because: 'refused',
      code: 'card_too_large',
    });
    expect(bench.slack.calls).toEqual([]);
  });

  it('is drawn again in its place', async () => {
    bench = await slackBench();
    const delivered = await bench.channel.deliver(ben, hello, 'k');
    if (!delivered.ok) throw new Error('it should have gone');
    expect(await bench.channel.update(delivered.ref, card('hello', 'Accepted', prose('Joan accepted.')))).toEqual({
      ok: true,
    });
    expect(bench.slack.calls[1]).toMatchObject({
      method: 'chat.update',
      args: { channel: 'D1', ts: delivered.ref.message, text: 'Accepted' },
    });
    bench.slack.answer('chat.update', { body: { ok: false, error: 'message_not_found' } });
    expect(await bench.channel.update(delivered.ref, hello)).toEqual({
      ok: false,
      because: 'unreachable',
      code: 'message_not_found',
    });
  });

  it('a new token is used at once', async () => {
    let token = 'xoxb-old';
    bench = await slackBench({ tokenFor: async () => ({ token }) });
    await bench.channel.deliver(ben, hello, 'k');
    token = 'xoxb-new';
    await bench.channel.deliver(ben, hello, 'k');
    expect(bench.slack.calls.map((call) => call.token)).toEqual(['xoxb-old', 'xoxb-new']);
  });
});
