import express, { type Request, type Response, Router } from 'express';
import { accountIn } from './api/accounts';
import { actRouter } from './api/act';
import { channelQuery, chatQuery } from './api/bodies';
import { shownChat, withUnderstood } from './api/chat';
import { clockRouter, type LocalClock } from './api/clock';
import { createEvents } from './api/events';
import { type FaultBooks, faultRouter } from './api/faults';
import { guard, jsonOnly } from './api/guard';
import { complain, Problem, read } from './api/problem';
import { startOverRouter } from './api/start-over';
import { type WhyOf, whyRouter } from './api/why';
import type { CallLog } from './calls';
import { commandsOf } from './commands';
import { pageRouter } from './pageFiles';
import type { People } from './people';
import type { SlackStandIn } from './slack/standIn';
import type { TeamsStandIn } from './teams/standIn';

export type LocalSetting = {
  readonly people: People;
  readonly clock: LocalClock;
  /** The ledger of notices and messages, as JSON. */
  readonly explain: () => Promise<unknown>;
  /** How a message was understood, for the link below it. */
  readonly whyOf: WhyOf;
  /** Makes everything anew, after this process has been asked; undefined where that cannot be. */
  readonly startOver: (() => void) | undefined;
  readonly slack: SlackStandIn;
  readonly teams: TeamsStandIn;
  /** The log and the fault books that the two stand-ins were made with. */
  readonly log: CallLog;
  readonly faults: FaultBooks;
  /** The folder that the page was built into. */
  readonly pageFolder: string;
  /** The folder of the app's manifests. */
  readonly manifestFolder: string;
};

export type LocalWorkspace = {
  /** To be mounted at /local. The stand-ins are in it: Slack at /local/slack, the Teams connector at /local/teams. */
  readonly router: Router;
  /** Ends the event streams, so that the server can stop. */
  readonly close: () => void;
};

async function namesOf(people: People): Promise<ReadonlyMap<string, string>> {
  const all = await people();
  return new Map(
    all.flatMap(({ name, slackUser, teamsUser }) =>
      [slackUser, teamsUser].filter((id) => id !== undefined).map((id) => [id, name] as const),
    ),
  );
}

/** The local workspace: two chat platforms, people who use them, a clock to move, and the page that shows it all. */
export function createLocalWorkspace(setting: LocalSetting): LocalWorkspace {
  const { people, clock, explain, whyOf, startOver, slack, teams, log, faults, pageFolder, manifestFolder } = setting;
  const events = createEvents();
  const stops = [
    slack.watch((change) => events.tell({ channel: 'slack', ...change })),
    teams.watch((change) => events.tell({ channel: 'teams', ...change })),
  ];

  const api = Router();
  api.use(jsonOnly, express.json({ limit: '256kb' }));
  api.get('/people', async (_request: Request, response: Response) => {
    response.json({ people: await people() });
  });
  api.get('/chat', async (request: Request, response: Response) => {
    const { person, channel } = read(chatQuery, request.query);
    const account = await accountIn(people, person, channel);
    const chat = shownChat(channel, person, account, await namesOf(people), { slack, teams });
    response.json(withUnderstood(chat, (message) => whyOf(channel, account, message) !== undefined));
  });
  api.get('/commands', async (request: Request, response: Response) => {
    const { channel } = read(channelQuery, request.query);
    response.json({ commands: await commandsOf(channel, manifestFolder) });
  });
  api.get('/sent', (request: Request, response: Response) => {
    const since = Number(request.query.since ?? 0);
    if (!Number.isInteger(since)) throw new Problem(400, '"since" must be the number of a call.');
    response.json({ calls: log.list(since) });
  });
  api.get('/explain', async (_request: Request, response: Response) => {
    response.json(await explain());
  });
  api.get('/events', events.stream);
  api.use(
    actRouter({ people, slack, teams }),
    whyRouter(people, whyOf),
    startOverRouter(startOver),
    clockRouter(clock, () => events.tell({ channel: 'clock' })),
    faultRouter(faults, { people, slack, teams }),
  );
  api.use((request: Request) => {
    throw new Problem(404, `There is no ${request.method} ${request.baseUrl}${request.path} here.`);
  });
  api.use(complain);

  const router = Router();
  router.use(guard);
  router.use('/slack', slack.router);
  router.use('/teams', teams.router);
  router.use('/api', api);
  router.use(pageRouter(pageFolder));
  return {
    router,
    close: () => {
      for (const stop of stops) stop();
      events.close();
    },
  };
}
