import { createHmac } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import express from 'express';
import { DateTime } from 'luxon';
import { createSlackChannel, type SlackTimeouts, type TokenFor } from '../../../src/channels/slack';
import type { Inbound, Receive, Reply } from '../../../src/chat';
import { portOf } from './port';
import { type StandIn, slackStandIn } from './stand-in';

export const secrets = ['first-secret', 'second-secret'] as const;
export const now = DateTime.fromISO('2026-11-18T10:00:00Z');

export type Sent = { readonly status: number; readonly body: unknown; readonly text: string };

/** Signs as Slack does. */
export function signature(body: string, timestamp: string, secret: string = secrets[0]): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

const formKinds = new Set(['command', 'ssl_check']);

/** A value as a form carries it: text as it is, anything else as JSON, because `String()` calls a method that the value may have replaced. */
const formText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A payload as Slack puts it on the wire: commands as a form, interactions inside a form, events as JSON. */
export function wireForm(payload: Record<string, unknown>): { body: string; type: string } {
  const asForm = Object.keys(payload).some((key) => formKinds.has(key));
  if (asForm)
    return {
      body: new URLSearchParams(
        Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, formText(value)])),
      ).toString(),
      type: 'application/x-www-form-urlencoded',
    };
  if ('event' in payload || 'challenge' in payload) return { body: JSON.stringify(payload), type: 'application/json' };
  return {
    body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    type: 'application/x-www-form-urlencoded',
  };
}

/** A promise and the means to settle it. */
export function later<Value>() {
  let settle: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

/** A turn that is recorded and answered at once. */
export const answers =
  (...replies: Reply[]): Receive =>
  () => ({ recorded: Promise.resolve(), replies: Promise.resolve(replies) });

type Options = {
  readonly timeouts?: Partial<SlackTimeouts>;
  readonly tokenFor?: TokenFor;
  readonly apiUrl?: (slack: StandIn) => string;
};

/** The real channel on real Bolt, with a stand-in for Slack on the other side. */
export async function slackBench(options: Options = {}) {
  const slack = await slackStandIn();
  const app = express();
  const warnings: { fields: object; message: string }[] = [];
  const inbounds: Inbound[] = [];
  let receive: Receive = answers();
  let clock: DateTime = now;
  const channel = createSlackChannel({
    app,
    signingSecrets: secrets,
    tokenFor: options.tokenFor ?? (async (tenant) => ({ token: `xoxb-${tenant}` })),
    apiUrl: options.apiUrl?.(slack) ?? slack.apiUrl,
    clock: () => clock,
    log: { warn: (fields, message) => warnings.push({ fields, message }) },
    timeouts: { reply: 2000, ack: 2800, interactive: 2500, send: 2000, ...options.timeouts },
  });
  await channel.start((inbound) => {
    inbounds.push(inbound);
    return receive(inbound);
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);

  /** Any request at all, with exactly these headers. */
  const post = (body: string, headers: Record<string, string | string[]>): Promise<Sent> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        { port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            const isJson = response.headers['content-type']?.startsWith('application/json') === true;
            resolve({ status: response.statusCode ?? 0, text, body: isJson ? JSON.parse(text) : undefined });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  let sent = 0;
  /** A payload, signed now. Each is signed in another second, as Slack's own repeats are. */
  function send(payload: Record<string, unknown>): Promise<Sent> {
    const { body, type } = wireForm(payload);
    const timestamp = String(Math.floor(clock.toSeconds()) + (sent++ % 200));
    return post(body, {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(body, timestamp),
    });
  }

  return {
    slack,
    channel,
    warnings,
    inbounds,
    post,
    send,
    port,
    receiveWith(next: Receive): void {
      receive = next;
    },
    at(time: DateTime): void {
      clock = time;
    },
    async close(): Promise<void> {
      await channel.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await slack.close();
    },
  };
}
export type Bench = Awaited<ReturnType<typeof slackBench>>;
