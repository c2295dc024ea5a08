import type { Express } from 'express';
import type { DateTime } from 'luxon';
import { type Card, type Channel, type Inbound, type Receive, type Traffic, type Turn, uncounted } from '../../chat';
import { placeOf } from './address';
import { brokenReply, slackAnswerer } from './answer';
import { slackApp } from './app';
import { callOptions, slackClients, type TokenFor } from './clients';
import { isRefused, isUnreachable } from './failure';
import { heldForms } from './held-forms';
import { isHome, publishHome } from './home';
import { type OAuthConfig, slackInstaller } from './install';
import { type Log, sdkLogger } from './log';
import { postMessage, updateMessage } from './post';
import { profileOf } from './profile';
import { type Drawn, renderCard } from './render';
import { seekMessage } from './seek';
import { slackSocket } from './socket';
import { pause } from './timing';
import { installedTokens } from './tokens';
import { slackVoice } from './voice';

export { addressOf as slackAddressOf } from './address';
export type { SlackToken, TokenFor } from './clients';
export type { OAuthConfig } from './install';
export type { BookEntry, Claim, InstallBook } from './install-book';
export { installLink } from './install-link';
export { readKept } from './installation';
export type { Log } from './log';
export { ownWorkspace } from './own-workspace';
export { SocketRefused } from './socket';
export { socketAdvice } from './socket-advice';

export type SlackConfig = {
  /** The app that all channels share; requests come in at `POST /slack/events`. */
  readonly app: Express;
  /** One, or two while one replaces the other. Not needed with `socketAppToken`. */
  readonly signingSecrets: readonly string[];
  /** The token of an installation (workspace id, or Grid id); undefined when the app is not installed there. */
  readonly tokenFor: TokenFor;
  /** Installing by OAuth into several workspaces; their tokens come before those of `tokenFor`. */
  readonly oauth?: OAuthConfig;
  /** Ends in `/api/`; Slack's own if missing. */
  readonly apiUrl?: string;
  /** With it, Slack is asked for events (Socket Mode) instead of waiting for requests. */
  readonly socketAppToken?: string;
  /** What to do about a network that does not let Socket Mode through to a host, in a sentence. */
  readonly unreachable?: (host: string, fault: unknown) => string;
  /** Real time: signatures are checked against it. */
  readonly clock: () => DateTime;
  readonly log: Log;
  /** Hears of every answer that is sent; nobody, where it is missing. */
  readonly traffic?: Traffic;
  readonly timeouts?: Partial<SlackTimeouts>;
  /** In milliseconds: how long Socket Mode waits before each further try to connect. */
  readonly reconnect?: readonly number[];
};

/**
 * In milliseconds. `reply` and `ack` count from the arrival of a request; Slack gives up after 3,000. `profile` is how
 * long a turn may wait to hear whose account it is.
 */
export type SlackTimeouts = {
  readonly reply: number;
  readonly ack: number;
  readonly interactive: number;
  readonly profile: number;
  readonly send: number;
};

const usual: SlackTimeouts = { reply: 2000, ack: 2800, interactive: 2500, profile: 1200, send: 10_000 };

/** A card as a message, or undefined for a card that no message can carry (a token that is too long). */
function drawn(card: Card): Drawn | undefined {
  try {
    return renderCard(card);
  } catch {
    return undefined;
  }
}

/** Guards against a `receive` that breaks its promise never to throw: the person hears an apology, the process lives. */
function carefully(receive: Receive, log: Log): Receive {
  const broken = (error: unknown) => {
    log.warn({ error: error instanceof Error ? error.name : typeof error }, 'Receiving from Slack failed.');
    return [brokenReply()];
  };
  return (inbound: Inbound): Turn => {
    try {
      const turn = receive(inbound);
      return { ...turn, recorded: turn.recorded.catch(() => undefined), replies: turn.replies.catch(broken) };
    } catch (error) {
      return { recorded: Promise.resolve(), replies: Promise.resolve(broken(error)) };
    }
  };
}

/** The channel, and what its installations need from time to time. */
export type SlackChannel = Channel & {
  renewTokens(): Promise<void>;
  /** In Socket Mode, whether Slack is connected; undefined where Slack sends requests. */
  readonly isConnected: (() => boolean) | undefined;
};

/**
 * Slack as a channel. Nothing reaches the network before an installation's token is used for the first time; with Socket
 * Mode, `start` connects. Refuses to be made without a signing secret, unless Socket Mode is on.
 */
export function createSlackChannel(config: SlackConfig): SlackChannel {
  const { app, signingSecrets, oauth, apiUrl = 'https://slack.com/api/', socketAppToken, clock, log } = config;
  if (socketAppToken === undefined && (signingSecrets.length === 0 || signingSecrets.includes(''))) {
    throw new Error('Slack needs a signing secret, and an empty one would let anybody in.');
  }
  const timeouts = { ...usual, ...config.timeouts };
  const logger = sdkLogger(log);
  const apiOptions = callOptions(apiUrl, timeouts.send, logger);
  const installed = oauth && installedTokens({ oauth, apiOptions, logger, log }, clock);
  if (oauth) app.use(slackInstaller({ oauth, apiUrl, apiOptions, clock, logger, log }));
  const tokenFor: TokenFor = async (tenant) => (await installed?.tokenFor(tenant)) ?? config.tokenFor(tenant);
  const clients = slackClients({ tokenFor, apiUrl, logger, log, timeouts });
  const { traffic = uncounted } = config;
  const voice = slackVoice({ clients, apiUrl, sendTimeout: timeouts.send, log, traffic, pause });
  const answerer = slackAnswerer({ voice, held: heldForms(clock), times: timeouts, log });
  const socket =
    socketAppToken === undefined
      ? undefined
      : slackSocket({
          appToken: socketAppToken,
          apiUrl,
          clock,
          log,
          logger,
          unreachable: config.unreachable ?? ((host) => `${host} could not be reached.`),
          pauses: config.reconnect ?? [1000, 5000, 15_000, 60_000],
          patience: timeouts.send,
        });
  const wire = slackApp({
    app,
    signingSecrets,
    socket,
    clock,
    log,
    logger,
    answerer,
    clients,
    removed: async (tenant) => oauth?.book.remove(tenant),
    timeouts,
    patience: timeouts.send,
  });

  return {
    name: 'slack',
    start: (receive) => wire.start(carefully(receive, log)),
    stop: () => wire.stop(),
    renewTokens: async () => installed?.renewAll(),
    isConnected: socket?.isConnected,
    async deliver(to, card, key) {
      const place = placeOf(to);
      if (place === undefined) return isUnreachable('no_slack_address');
      const message = drawn(card);
      if (message === undefined) return isRefused('card_too_large');
      const { team, channel, user } = place;
      return postMessage(clients, team, { channel: channel ?? user, user, key }, message);
    },
    async update(ref, card) {
      const { address, message: ts } = ref;
      const place = placeOf(address);
      if (place !== undefined && isHome(ref)) return publishHome(clients, 'send', place, [card]);
      if (place?.channel === undefined) return isUnreachable('no_slack_address');
      const message = drawn(card);
      if (message === undefined) return isRefused('card_too_large');
      return updateMessage(clients, place.team, { channel: place.channel, ts }, message);
    },
    async seek(to, key, began) {
      const place = placeOf(to);
      if (place === undefined) return { stands: 'cannot-tell', code: 'no_slack_address' };
      return seekMessage(clients, place, key, began);
    },
    profile: (who) => profileOf(clients, who, timeouts.profile),
  };
}
