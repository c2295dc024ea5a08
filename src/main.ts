import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Config } from './config';
import { createMetrics, fileRoutes, healthRoutes } from './http';
import { configuredWorkspace, slackChannel, teamsChannel } from './start/channels';
import { clockFile, movableClock, realClock, realTime } from './start/clock';
import { countedTraffic } from './start/counting';
import { createDemo, demoZone, foundDemo } from './start/demo';
import { checkIsDemo, demoHome } from './start/demo-home';
import { freeBytesIn } from './start/disk';
import { figuresOf } from './start/figures';
import { understandingOf } from './start/hearing';
import { layFoundation, SetupError } from './start/house';
import { installations } from './start/installations';
import type { Log } from './start/log';
import { checkLogin } from './start/login';
import { createPace, freePace, pace } from './start/pace';
import { createEngine } from './start/running';
import { checkSlackToken } from './start/slack-at-start';
import { slackBook } from './start/slack-book';
import { within } from './start/within';
import { organizationIds, type Store, unitNames } from './store';

export type Running = {
  readonly port: number;
  /** The page of the local workspace; undefined with real channels. */
  readonly page: string | undefined;
  /** Resolves when somebody asks on that page for everything anew: this one is then to be stopped, and another started. */
  readonly wantsFresh: Promise<void>;
  /**
   * Says so to whoever asks whether it is ready, and for so many milliseconds goes on as before; then takes nothing more,
   * finishes what is under way and closes.
   */
  stop(grace?: number): Promise<void>;
};

/** In milliseconds: how long requests that came in before the door was closed may take. */
const lastRequests = 3000;

/**
 * For so long an idle connection stays open: longer than clients and proxies keep theirs (5 to 60 seconds). Whoever closes
 * first while the other one writes breaks that write, and nobody knows whether it arrived.
 */
const idleMs = 65_000;

const listen = (app: Express, port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = app.listen(port, host);
    server.keepAliveTimeout = idleMs;
    server.headersTimeout = idleMs + 1_000;
    server.once('listening', () => resolve(server));
    server.once('error', (fault) => {
      const taken = 'code' in fault && fault.code === 'EADDRINUSE';
      reject(
        taken ? new SetupError([`Port ${port} is in use. Stop what uses it, or set PORT to another one.`]) : fault,
      );
    });
  });

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/**
 * The whole product, from the ground up: database and definitions, the two channels (or, without credentials, two
 * stand-ins and a page), the one door, the sender, the heartbeat. Throws SetupError for what the operator can mend.
 */
export async function start(asked: Config, log: Log): Promise<Running> {
  const local = asked.slack === undefined && asked.teams === undefined;
  const config = local ? demoHome(asked) : asked;
  const clock = local ? movableClock(demoZone, clockFile(config.dataDir)) : realClock;
  const app = express();
  app.disable('x-powered-by');
  let draining = false;
  app.use((_, response, next) => {
    if (draining) response.set('Connection', 'close');
    next();
  });
  // For browsers: the two platforms' servers heed none of these headers.
  app.use(['/healthz', '/readyz', '/metrics', '/files', '/local'], helmet({ contentSecurityPolicy: false }));
  await checkLogin(config, (sentence) => log.warn({ event: 'database.login-above' }, sentence));
  const foundation = await layFoundation(config, clock, log);
  const { store, queue } = foundation;
  const open = async (): Promise<Server> => {
    if (local) await checkIsDemo(store);
    if (config.slack) await checkSlackToken(config.slack, store, log);
    return listen(app, config.port, config.host);
  };
  const server = await open().catch(async (fault: unknown) => {
    await store.close();
    throw fault;
  });
  const port = portOf(server);

  let startOver: () => void = () => undefined;
  const wantsFresh = new Promise<void>((resolve) => {
    startOver = resolve;
  });
  const demo = local
    ? createDemo(
        () => `http://127.0.0.1:${port}`,
        movable(clock),
        config.databaseUrl === undefined ? () => startOver() : undefined,
      )
    : undefined;
  const slack = demo?.slack ?? config.slack;
  const teams = demo?.teams ?? config.teams;
  const isConfigured = configuredWorkspace(slack, log);
  const isOurs = async (channel: 'slack' | 'teams', tenant: string): Promise<boolean> =>
    channel === 'slack' ? isConfigured(tenant) : teams?.local === true || teams?.tenantId === tenant;
  const { organizationOf, forget } = installations(store, isOurs, () => realTime().toMillis());
  const book = slackBook(store, foundation.ledger, (tenant) => forget('slack', tenant));
  const { pacing, trafficOf } = createPace(demo ? freePace : pace(config.messagesPerMinute), {
    store,
    organizationOf,
    now: () => realTime().toMillis(),
    log,
  });
  const { registry, counts, show } = createMetrics();
  const countedFor = (channel: 'slack' | 'teams') => countedTraffic(trafficOf(channel), channel, counts);
  const tenantInstalled = async (tenant: string): Promise<boolean> =>
    (await organizationOf('teams', tenant)) !== undefined;
  const slackSide = slack && slackChannel(app, slack, book, isConfigured, log, countedFor('slack'));
  const channels = [
    ...(slackSide ? [slackSide] : []),
    ...(teams ? [teamsChannel(app, teams, tenantInstalled, log, countedFor('teams'))] : []),
  ];

  const founded = demo !== undefined && (await foundDemo(foundation, realTime().toISODate()));
  const units = await unitsOf(store);
  const engine = createEngine({
    foundation,
    channels,
    organizationOf,
    clock,
    realNow: () => realTime().toJSDate(),
    log,
    hearing: {
      understand: understandingOf(foundation.catalog, units),
      ...(demo ? { noted: demo.noted } : {}),
    },
    chores: slackSide ? [slackSide.renewTokens] : [],
    pacing,
    counts,
  });
  app.use(
    healthRoutes(
      {
        database: async () => (await store.sql('select 1 as one')).length === 1,
        lastBeat: engine.heartbeat.lastBeat,
        lastLook: engine.lastLook,
        freeBytes: store.kind === 'embedded' ? () => freeBytesIn(config.dataDir) : undefined,
        draining: () => draining,
        slack: slackSide?.isConnected,
        realNow: () => realTime().toJSDate(),
      },
      registry,
    ),
  );
  show(figuresOf(store, queue, clock));
  app.use(fileRoutes(store, clock));
  await engine.start().catch(async (fault: unknown) => {
    server.close();
    await engine.stop();
    await store.close();
    throw fault;
  });
  const opened = demo?.open(foundation, engine);
  const workspace = opened?.workspace;
  if (workspace) {
    app.use('/local', workspace.router);
    app.get('/', (_, response) => response.redirect('/local/'));
  }
  if (founded) await opened?.installForAll();
  log.info({ event: 'started', port, database: store.kind }, 'Mentor Exchange is running.');

  return {
    port,
    page: workspace ? `http://127.0.0.1:${port}/local/` : undefined,
    wantsFresh,
    async stop(grace = 0) {
      draining = true;
      if (grace > 0) await pause(grace);
      workspace?.close();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      await within(lastRequests, closed);
      await engine.stop();
      server.closeAllConnections();
      await store.close();
    },
  };
}

/** The clock, where it is one that can be moved. */
function movable(clock: typeof realClock | ReturnType<typeof movableClock>): ReturnType<typeof movableClock> {
  if ('set' in clock) return clock;
  throw new Error('Only the local workspace has a clock that can be moved.');
}

const unitsOf = async (store: Store): Promise<readonly string[]> => {
  const names = (await organizationIds(store)).map((id) => store.inOrganization(id, undefined, unitNames));
  return (await Promise.all(names)).flat();
};
