import { App, ExpressReceiver, type Logger, type Receiver } from '@slack/bolt';
import { type Express, Router } from 'express';
import type { DateTime } from 'luxon';
import type { Receive } from '../../chat';
import type { AckTimes, Answer, Answerer } from './answer';
import type { Clients } from './clients';
import { slackGuard } from './guard';
import { openingKey } from './held-forms';
import type { Log } from './log';
import { read } from './read';
import type { Socket } from './socket';
import { within } from './timing';
import type { Read } from './way';

const endpoint = '/slack/events';

type ProcessEvent = Parameters<App['processEvent']>[0];

/**
 * Bolt acknowledges an event before its listener runs, and leaves what no listener takes without an answer. Here the
 * acknowledgment waits for the listener, because Slack may be told "arrived" only when the act is stored; and what
 * nobody takes is acknowledged, so that Slack does not send it again.
 */
class HoldingApp extends App {
  private readonly answers = new WeakMap<object, object>();
  private readonly refused = new WeakSet<object>();

  /** Gives the acknowledgment of this payload its content. */
  answerWith(body: object, answer: object): void {
    this.answers.set(body, answer);
  }

  /** This payload is not acknowledged: Slack sends it again. */
  refuse(body: object): void {
    this.refused.add(body);
  }

  override async processEvent(event: ProcessEvent): Promise<void> {
    await super.processEvent({ ...event, ack: async () => undefined });
    if (this.refused.has(event.body)) throw new Error('A payload could not be taken just now.');
    await event.ack(this.answers.get(event.body));
  }
}

export type WireConfig = {
  readonly app: Express;
  readonly signingSecrets: readonly string[];
  /** Undefined where Slack sends requests. */
  readonly socket: Socket | undefined;
  readonly clock: () => DateTime;
  readonly log: Log;
  readonly logger: Logger;
  readonly answerer: Answerer;
  readonly clients: Clients;
  /** The app was removed from a workspace or Grid: its token is deleted. */
  readonly removed: (tenant: string) => Promise<void>;
  readonly timeouts: AckTimes;
  /** In milliseconds: how long `stop` waits for answers that are still on their way. */
  readonly patience: number;
};

function httpReceiver({ app, signingSecrets, clock, log, logger, timeouts }: WireConfig): Receiver {
  // The guard stands on the router that Bolt adds its own route to, so there is no path that reaches Bolt around it.
  const router = Router();
  router.post(endpoint, slackGuard({ secrets: signingSecrets, clock, log }));
  return new ExpressReceiver({
    app,
    router,
    endpoints: endpoint,
    logger,
    signingSecret: '',
    signatureVerification: false,
    unhandledRequestTimeoutMillis: timeouts.ack + 150,
    unhandledRequestHandler: ({ response }) => {
      log.warn({}, 'An act from Slack was not stored in time; Slack is asked to send it again.');
      if (!response.headersSent) response.writeHead(503).end();
    },
    processEventErrorHandler: async ({ error, response }) => {
      log.warn({ error: error.name }, 'A payload from Slack could not be taken.');
      if (!response.headersSent) response.writeHead(400).end();
      return true;
    },
  });
}

export type Wire = { start(receive: Receive): Promise<void>; stop(): Promise<void> };

/** Puts Bolt between the wire and `receive`: one taker for every payload, and nothing else. */
export function slackApp(config: WireConfig): Wire {
  const { socket, clock, log, logger, answerer, clients } = config;
  const running = new Set<Promise<void>>();
  let isStarted = false;

  const failed = (error: unknown, name: string): void =>
    log.warn({ error: error instanceof Error ? error.name : typeof error, act: name }, 'An answer in Slack failed.');

  function afterwards({ inbound, way }: Read, work: () => Promise<void>): void {
    const done = work()
      .catch(async (error: unknown) => {
        failed(error, inbound.kind);
        await answerer.apologize(way).later?.();
      })
      .catch((error: unknown) => failed(error, 'apology'))
      .finally(() => running.delete(done));
    running.add(done);
  }

  async function answerTo({ inbound, way }: Read, receive: Receive): Promise<Answer> {
    const key = inbound.kind === 'action' ? openingKey(inbound.token) : undefined;
    if (key !== undefined) return answerer.openHeld(way, key);
    return answerer.answer(way, receive(inbound));
  }

  /** Until the token is deleted for good, Slack is asked to tell us again. */
  async function isRemoved(tenant: string): Promise<boolean> {
    clients.forget(tenant);
    try {
      await config.removed(tenant);
      return true;
    } catch (error) {
      failed(error, 'uninstalled');
      return false;
    }
  }

  function route(bolt: HoldingApp, receive: Receive): void {
    const take = async ({ body }: { body: object }): Promise<void> => {
      const act = read(body, clock());
      if (act === undefined) return;
      if (act.inbound.kind === 'uninstalled' && !(await isRemoved(act.inbound.from.tenant))) return bolt.refuse(body);
      const { ack, later } = await answerTo(act, receive).catch((error: unknown) => {
        failed(error, act.inbound.kind);
        return answerer.apologize(act.way);
      });
      if (ack !== undefined) bolt.answerWith(body, ack);
      if (later !== undefined) afterwards(act, later);
    };
    // A listener for each kind would have Bolt try all of them on every payload; `read` tells the kinds apart by itself.
    bolt.use(take);
    bolt.error(async (error) => log.warn({ error: error.name }, 'A payload from Slack could not be taken.'));
  }

  return {
    async start(receive) {
      if (isStarted) throw new Error('The Slack channel is already started.');
      isStarted = true;
      const receiver = socket?.receiver ?? httpReceiver(config);
      // No token is looked up here: whose installation it is, `receive` decides, and a database that is down must not
      // keep the apology from going out.
      const bolt = new HoldingApp({
        receiver,
        logger,
        authorize: async () => ({}),
        convoStore: false,
        ignoreSelf: false,
      });
      route(bolt, receive);
      await socket?.start();
    },
    async stop() {
      await socket?.stop();
      await within(config.patience, Promise.all(running));
    },
  };
}
