import * as fc from 'fast-check';
import { card, prose, say } from '../../../src/chat';
import { counted } from '../../faults/counted';
import { answers, type Bench, now, signature, slackBench, wireForm } from './driver';
import { payload } from './payload';

let bench: Bench;
beforeAll(async () => {
  bench = await slackBench({ timeouts: { reply: 500, ack: 700, send: 500 } });
  bench.receiveWith(answers(say(card('hello', 'Hello', prose('Hello.')))));
});
afterAll(async () => {
  await bench.close();
});

const names = [
  'command',
  'message',
  'mention',
  'home',
  'user-change',
  'button',
  'button-home',
  'submission',
  'suggestion',
  'tokens-revoked',
];
const keys = [
  'event',
  'user',
  'team',
  'view',
  'actions',
  'container',
  'authorizations',
  'text',
  'type',
  'command',
  'name',
  'trigger_id',
  'response_url',
  'is_enterprise_install',
];

/** Real payloads with parts torn out or replaced by anything, and bodies that are no payloads at all. */
const bent = fc
  .tuple(fc.constantFrom(...names), fc.dictionary(fc.constantFrom(...keys), fc.jsonValue(), { maxKeys: 3 }))
  .map(([name, changes]) => wireForm(payload(name, { response_url: bench.slack.responseUrl, ...changes })));
const raw = fc
  .tuple(
    fc.oneof(
      fc.json(),
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.json().map((json) => `payload=${encodeURIComponent(json)}`),
    ),
    fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      'application/x-www-form-urlencoded; charset=utf-8',
    ),
  )
  .map(([body, type]) => ({ body, type }));

it('a thousand bodies, all signed, cost no crash and no fault of ours', async () => {
  const statuses = new Map<number, number>();
  let index = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(bent, raw), async ({ body, type }) => {
      const timestamp = String(Math.floor(now.toSeconds()) + (index++ % 299));
      const { status } = await bench.post(body, {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature(body, timestamp),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: counted(10_000) },
  );
  expect((statuses.get(200) ?? 0) > 100).toBe(true);
  expect((statuses.get(400) ?? 0) > 100).toBe(true);
  bench.at(now.plus({ seconds: 1 }));
  expect((await bench.send(payload('command'))).text).toContain('Hello.');
  expect(JSON.stringify(bench.warnings)).not.toMatch(/first-secret|xoxb-/);
}, 300_000);
