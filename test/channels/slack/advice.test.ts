import { addressOf } from '../../../src/channels/slack/address';
import { slackAdvice } from '../../../src/channels/slack/advice';
import { card, prose } from '../../../src/chat';
import { slackBench } from './driver';

const hello = card('hello', 'Hello', prose('Hello Ben.'));
const to = addressOf({ team: 'T0001', user: 'U1' });
const said = (warnings: readonly { message: string }[]) => warnings.map(({ message }) => message);

describe('the administrator', () => {
  it.each([
    ['a wrong token', 'invalid_auth', 'SLACK_BOT_TOKEN'],
    ['a missing scope', 'missing_scope', 'Reinstall to Workspace'],
    ['a revoked installation', 'token_revoked', 'Install it there again'],
    ['a removed app', 'account_inactive', 'Install it there again'],
    ['a token that ends and is in a variable', 'token_expired', 'Install by OAuth'],
    ['a Grid that keeps the workspace out', 'team_access_not_granted', 'Manage organization'],
  ])('is told of %s what to change, once', async (_, error, sentence) => {
    const bench = await slackBench();
    const refusal = { body: { ok: false, error } };
    bench.slack.answer('chat.postMessage', refusal, refusal);
    await bench.channel.deliver(to, hello, 'k1');
    await bench.channel.deliver(to, hello, 'k2');
    expect(said(bench.warnings).filter((message) => message === slackAdvice(error))).toHaveLength(1);
    expect(slackAdvice(error)).toContain(sentence);
    expect(JSON.stringify(bench.warnings)).not.toContain('xoxb-T0001');
    await bench.close();
  });

  it('is told again when it went well in between', async () => {
    const bench = await slackBench();
    const refusal = { body: { ok: false, error: 'missing_scope' } };
    const fine = { body: { ok: true, channel: 'D1', ts: '1.2' } };
    bench.slack.answer('chat.postMessage', refusal, fine, refusal);
    for (const key of ['k1', 'k2', 'k3']) await bench.channel.deliver(to, hello, key);
    expect(said(bench.warnings).filter((message) => message === slackAdvice('missing_scope'))).toHaveLength(2);
    await bench.close();
  });

  it('is told of a workspace where the app is not installed', async () => {
    const bench = await slackBench({ tokenFor: async () => undefined });
    await bench.channel.deliver(to, hello, 'k1');
    expect(said(bench.warnings).join()).toContain('install-link');
    await bench.close();
  });

  it('is not told of what is about one person', () => {
    for (const code of ['user_not_found', 'ratelimited', 'constructor', '']) expect(slackAdvice(code)).toBeUndefined();
  });
});
