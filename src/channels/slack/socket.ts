import { type Logger, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { DateTime } from 'luxon';
import { callOptions } from './clients';
import type { Log } from './log';
import { socketAdvice } from './socket-advice';
import { within } from './timing';

/** Slack does not take the app-level token. Its message is for the administrator. */
export class SocketRefused extends Error {
  override readonly name = 'SocketRefused';
}

export type SocketConfig = {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly clock: () => DateTime;
  readonly log: Log;
  readonly logger: Logger;
  /** What to do about a network that does not let us through to `host`, in a sentence. */
  readonly unreachable: (host: string, fault: unknown) => string;
  /** In milliseconds: waits before another try, the last of them for every further one; and how long a call may take. */
  readonly pauses: readonly number[];
  readonly patience: number;
};

export type Socket = {
  readonly receiver: Receiver;
  /** Connects, and stays connected until `stop`. Rejects (SocketRefused) where Slack refuses the token; else carries on trying. */
  start(): Promise<void>;
  /** Connected, or lost so short a time ago that it is a mere renewal. */
  isConnected(): boolean;
  stop(): Promise<void>;
};

/** Slack asks for a new connection every few hours. */
const renewalSeconds = 30;

const codeOf = (fault: unknown): string | undefined =>
  fault instanceof webApi.WebAPIPlatformError ? fault.data.error : undefined;

/** The Web API was not reached, and not the socket that it would have named. */
const isOfTheApi = (fault: unknown): boolean =>
  fault instanceof webApi.WebAPIRequestError || fault instanceof webApi.WebAPIHTTPError;

/**
 * Socket Mode with its reconnecting in our own hands: the SDK's gives up for good on some faults, and says of none what to
 * change.
 */
export function slackSocket(config: SocketConfig): Socket {
  const { appToken, apiUrl, clock, log, logger, unreachable, pauses, patience } = config;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: callOptions(apiUrl, patience, logger) },
  });
  const { client } = receiver;
  const told = new Set<string>();
  const stopping = new AbortController();
  let state: { readonly is: 'connected' } | { readonly is: 'away'; readonly lostAt: DateTime | undefined } = {
    is: 'away',
    lostAt: undefined,
  };
  let keeping: Promise<void> = Promise.resolve();
  let lastError: unknown;
  client.on('error', (fault: unknown) => {
    lastError = fault;
  });
  client.on('disconnected', () => {
    if (state.is === 'connected') state = { is: 'away', lostAt: clock() };
  });

  const tell = (fault: unknown): void => {
    const code = codeOf(fault);
    const sentence =
      code === undefined
        ? unreachable(isOfTheApi(fault) ? new URL(apiUrl).host : 'wss://*.slack.com', fault)
        : (socketAdvice(code) ?? `Slack answers ${code}; it is tried again.`);
    if (told.has(sentence)) return;
    told.add(sentence);
    log.warn(
      { event: 'slack.socket-failed', ...(code !== undefined && { code }) },
      `Socket Mode is not connected: ${sentence}`,
    );
  };

  /** One try. Undefined where it succeeded, else why not. */
  const connect = async (): Promise<{ readonly fault: unknown } | undefined> => {
    lastError = undefined;
    try {
      await receiver.start();
      if (stopping.signal.aborted) {
        await client.disconnect();
        return undefined;
      }
      state = { is: 'connected' };
      if (told.size > 0) log.warn({ event: 'slack.socket-back' }, 'Socket Mode is connected again.');
      told.clear();
      return undefined;
    } catch (fault) {
      const why = fault ?? lastError;
      await client.disconnect().catch(() => undefined);
      return { fault: why };
    }
  };
  const rest = (failures: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, pauses[Math.min(failures, pauses.length) - 1]);
      stopping.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const gone = (): Promise<void> =>
    new Promise((resolve) => {
      if (state.is !== 'connected') resolve();
      else client.once('disconnected', () => resolve());
    });

  async function keep(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      if (state.is === 'connected') await gone();
      else if (failures > 0) await rest(failures);
      if (stopping.signal.aborted) return;
      const failed = await connect();
      failures = failed === undefined ? 0 : failures + 1;
      if (failed !== undefined && !stopping.signal.aborted) tell(failed.fault);
    }
  }

  async function begin(): Promise<void> {
    const failed = await connect();
    if (failed === undefined) return;
    const code = codeOf(failed.fault);
    const sentence = code === undefined ? undefined : socketAdvice(code);
    if (sentence !== undefined) throw new SocketRefused(`${sentence} (Slack says ${code}.)`);
    tell(failed.fault);
  }

  return {
    receiver,
    async start() {
      const first = begin();
      // A network that swallows everything must not hold up the other channel.
      keeping = first.then(keep, () => undefined);
      await within(patience, first);
    },
    isConnected: () =>
      state.is === 'connected' ||
      (state.lostAt !== undefined && clock().diff(state.lostAt).as('seconds') < renewalSeconds),
    async stop() {
      stopping.abort();
      await client.disconnect().catch(() => undefined);
      await within(patience, keeping);
    },
  };
}
