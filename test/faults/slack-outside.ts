import { randomUUID } from 'node:crypto';
import express from 'express';
import { DateTime } from 'luxon';
import { createCallLog, createFaults, createSlackStandIn } from '../../src/local';
import { listen } from '../local/listen';
import type { Standing } from './between-books';
import { team, token } from './plain-post';

const idOf = (payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'id' in payload ? String(payload.id) : '';
const now = (): DateTime => DateTime.utc();

/** What Slack does with a call until it is let go: it takes it in and does not answer, or lets it wait at the door. */
export type Hold = { readonly method: string; readonly how: 'taken' | 'at the door' };

/** A Slack outside of the processes that die, with so many accounts (U0, U1 ...) and this app's scopes. */
export async function slackOutside(accounts: number) {
  const names = Array.from({ length: accounts }, (_, index) => `U${index}`);
  const app = express();
  let hold: Hold | undefined;
  let reached = (): void => undefined;
  app.post('/slack/api/:method', (request, response, next) => {
    if (hold?.method !== request.params.method) return next();
    if (hold.how === 'at the door') return reached();
    response.json = () => {
      reached();
      return response;
    };
    return next();
  });
  const faults = createFaults();
  const server = await listen(app);
  const slack = createSlackStandIn({
    signingSecret: 'secret',
    botToken: token,
    teamId: team,
    base: () => `${server.url}/slack`,
    target: () => server.url,
    users: async () => names.map((name) => ({ id: name, name })),
    now,
    ids: randomUUID,
    log: createCallLog({ now, keep: 100 }),
    faults,
  });
  app.use('/slack', slack.router);
  return {
    slack,
    faults,
    apiUrl: `${server.url}/slack/api/`,
    /** Holds these calls from now on, and says so of each; without any, none. */
    holding(next: Hold | undefined, tell: () => void): void {
      hold = next;
      reached = tell;
    },
    /** All that stands in the chats of these accounts, of all where none are named. */
    standing: (users: readonly string[] = names): readonly Standing[] =>
      users.flatMap((user) =>
        slack.seenBy(user).map(({ metadata, ts }) => ({ key: idOf(metadata?.event_payload), at: Number(ts) })),
      ),
    close: server.close,
  };
}
