import { type Request, type Response, Router } from 'express';
import type { Platform } from '../calls';
import type { People } from '../people';
import { accountIn } from './accounts';
import { whyQuery } from './bodies';
import { Problem, read } from './problem';

/** How the words of an account's own message were understood, step by step; undefined where that is not known. */
export type WhyOf = (channel: Platform, account: string, message: string) => readonly string[] | undefined;

/** GET tells the chain of steps that led from a message of one's own to its answer. */
export function whyRouter(people: People, whyOf: WhyOf): Router {
  const router = Router();
  router.get('/why', async (request: Request, response: Response) => {
    const { person, channel, message } = read(whyQuery, request.query);
    const why = whyOf(channel, await accountIn(people, person, channel), message);
    if (why === undefined) throw new Problem(404, 'Nothing is known of how that message was understood.');
    response.json({ why });
  });
  return router;
}
