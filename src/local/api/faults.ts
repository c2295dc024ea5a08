import { type Request, type Response, Router } from 'express';
import type { Platform } from '../calls';
import type { FaultBook } from '../faults';
import type { People } from '../people';
import type { SlackStandIn } from '../slack/standIn';
import type { TeamsStandIn } from '../teams/standIn';
import { accountIn } from './accounts';
import { fault } from './bodies';
import { read } from './problem';

type Setting = {
  readonly people: People;
  readonly slack: Pick<SlackStandIn, 'conversationsOf'>;
  readonly teams: Pick<TeamsStandIn, 'conversationOf'>;
};
export type FaultBooks = Readonly<Record<Platform, FaultBook>>;

/** Faults on order: POST orders one, GET lists those that can still strike, DELETE withdraws all and lets go what hangs. */
export function faultRouter(books: FaultBooks, { people, slack, teams }: Setting): Router {
  const router = Router();
  const list = () => ({ slack: books.slack.list(), teams: books.teams.list() });
  const conversationsWith = async (person: string, platform: Platform): Promise<readonly string[]> => {
    const account = await accountIn(people, person, platform);
    return platform === 'slack' ? slack.conversationsOf(account) : [teams.conversationOf(account)];
  };
  router.get('/faults', (_request: Request, response: Response) => {
    response.json(list());
  });
  router.post('/faults', async (request: Request, response: Response) => {
    const { platform, person, ...order } = read(fault, request.body);
    const whose = person === undefined ? {} : { conversation: await conversationsWith(person, platform) };
    books[platform].order({ ...order, ...whose });
    response.status(201).json(list());
  });
  router.delete('/faults', (_request: Request, response: Response) => {
    books.slack.clear();
    books.teams.clear();
    response.json(list());
  });
  return router;
}
