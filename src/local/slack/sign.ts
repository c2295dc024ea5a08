import { createHmac } from 'node:crypto';

export type Signed = { readonly 'x-slack-request-timestamp': string; readonly 'x-slack-signature': string };

/** The headers with which Slack proves that a body is its own. `at` is in seconds since 1970. */
export function signed(body: string, at: number, secret: string): Signed {
  const mac = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${mac}` };
}
