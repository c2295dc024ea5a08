import { join } from 'node:path';
import express from 'express';
import { DateTime } from 'luxon';
import {
  createCallLog,
  createFaults,
  createLocalWorkspace,
  createSlackStandIn,
  createTeamsStandIn,
} from '../../src/local';
import { createFakeBot } from './fakeBot';
import { listen } from './listen';

export const secret = 'a signing secret of the tests';
export const token = 'xoxb-tests';
const people = [
  {
    id: 'ana',
    name: 'Ana Ruiz',
    unit: 'Bethel',
    roles: ['mentee'],
    slackUser: 'U0ANA',
    teamsUser: 'o-ana',
    zone: 'America/Anchorage',
    email: 'ana@example.org',
  },
  { id: 'ben', name: 'Ben Ivanoff', unit: 'Nome', roles: ['mentee'], slackUser: 'U0BEN', zone: 'America/Nome' },
  { id: 'joan', name: 'Joan Ek', unit: 'Nome', roles: ['mentor'], teamsUser: 'o-joan', zone: 'America/Nome' },
];

/** The whole local workspace with the fake bot on one port. Real time is the test's: `pass` moves it. `scopes`: what Slack lets the bot do. */
export async function startWorkspace(scopes?: readonly string[], startOver?: () => void) {
  let real: DateTime = DateTime.fromISO('2026-11-18T10:00:00Z', { zone: 'utc' });
  let demo: DateTime = DateTime.fromISO('2026-11-18T09:00:00', { zone: 'America/Anchorage' });
  let url = '';
  let count = 0;
  let gate: Promise<void> = Promise.resolve();
  const slept: number[] = [];
  const now = (): DateTime => real;
  const log = createCallLog({ now });
  const wait = async (ms: number): Promise<void> => {
    slept.push(ms);
  };
  const faults = { slack: createFaults({ wait }), teams: createFaults({ wait }) };
  const shared = { now, shownNow: () => demo, log, target: () => url, ids: () => `x${count++}` };
  const slack = createSlackStandIn({
    ...shared,
    base: () => `${url}/local/slack`,
    faults: faults.slack,
    signingSecret: secret,
    botToken: token,
    ...(scopes !== undefined && { scopes }),
    users: async () => people.flatMap(({ slackUser, ...person }) => (slackUser ? [{ ...person, id: slackUser }] : [])),
  });
  const teams = createTeamsStandIn({
    ...shared,
    base: () => `${url}/local/teams`,
    faults: faults.teams,
    users: async () => people.flatMap(({ teamsUser, ...person }) => (teamsUser ? [{ ...person, id: teamsUser }] : [])),
  });
  const moves: string[] = [];
  const whys = new Map<string, readonly string[]>();
  const local = createLocalWorkspace({
    people: async () => people,
    clock: {
      now: () => demo,
      moveTo: async (at) => {
        moves.push(at.toISO() ?? '');
        await gate;
        demo = at;
      },
    },
    explain: async () => ({ notices: [] }),
    whyOf: (channel, account, message) => whys.get(`${channel}|${account}|${message}`),
    startOver,
    slack,
    teams,
    log,
    faults,
    pageFolder: join(__dirname, '..', '..', 'dist', 'local-page'),
    manifestFolder: join(__dirname, '..', '..', 'manifests'),
  });
  const bot = createFakeBot({ secret, token, slackApi: () => `${url}/local/slack/api/`, now: () => real.toMillis() });
  const app = express();
  app.use('/local', local.router);
  app.use(bot.router);
  const server = await listen(app);
  url = server.url;
  return {
    url,
    slack,
    teams,
    bot,
    log,
    faults,
    moves,
    /** How messages were understood, by `channel|account|message`. */
    whys,
    slept,
    /** Holds up the clock until the function given back is called. */
    holdClock: () => {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    pass: (seconds: number) => {
      real = real.plus({ seconds });
    },
    close: async () => {
      local.close();
      faults.slack.clear();
      faults.teams.clear();
      await server.close();
    },
  };
}

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;
