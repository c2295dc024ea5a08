import { type Logger, webApi } from '@slack/bolt';
import type { SendFailure } from '../../chat';
import { adviser } from './advice';
import { failureOf, isBusy, isUnreachable, tellingFetch } from './failure';
import type { Log } from './log';

/** The credentials of an installation. */
export type SlackToken = {
  readonly token: string;
  readonly botId?: string;
  readonly botUserId?: string;
  readonly teamId?: string;
};
export type TokenFor = (tenant: string) => Promise<SlackToken | undefined>;

export type ClientConfig = {
  readonly tokenFor: TokenFor;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly log: Log;
  /** In milliseconds: how long a call may take that somebody waits for, and any other. */
  readonly timeouts: { readonly interactive: number; readonly send: number };
};

type Pair = { readonly token: string; readonly interactive: webApi.WebClient; readonly send: webApi.WebClient };
/** How every client of ours calls: within that time, never again by itself, and with our own logger. */
export const callOptions = (apiUrl: string, timeout: number, logger: Logger): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout,
  logger,
  fetch: tellingFetch,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

/** What a call came to. */
export type Called<Value> = { readonly ok: true; readonly value: Value } | SendFailure;

/** Calls Slack in the name of an installation; every failure is a value. */
export type Clients = {
  call<Value>(
    team: string,
    kind: 'interactive' | 'send',
    use: (client: webApi.WebClient) => Promise<Value>,
  ): Promise<Called<Value>>;
  forget(team: string): void;
};

/**
 * Two clients for each installation: a full queue or a rate limit on messages must not hold up a window that opens.
 * Neither ever tries again by itself: Slack has no idempotency key, and a call that was cut off may have been done.
 */
export function slackClients({ tokenFor, apiUrl, logger, log, timeouts }: ClientConfig): Clients {
  const advice = adviser((code, sentence) => log.warn({ code }, sentence));
  const pairs = new Map<string, Pair>();
  const client = (token: string, timeout: number) => new webApi.WebClient(token, callOptions(apiUrl, timeout, logger));

  function pairFor(team: string, token: string): Pair {
    const known = pairs.get(team);
    if (known?.token === token) return known;
    const pair = { token, interactive: client(token, timeouts.interactive), send: client(token, timeouts.send) };
    pairs.set(team, pair);
    return pair;
  }

  return {
    async call(team, kind, use) {
      let found: SlackToken | undefined;
      try {
        found = await tokenFor(team);
      } catch {
        return isBusy('no_token_now');
      }
      if (found === undefined) {
        advice.failed(team, 'not_installed');
        return isUnreachable('not_installed');
      }
      try {
        const value = await use(pairFor(team, found.token)[kind]);
        advice.went(team);
        return { ok: true, value };
      } catch (error) {
        const failure = failureOf(error);
        advice.failed(team, failure.code);
        return failure;
      }
    },
    forget: (team) => {
      pairs.delete(team);
    },
  };
}
