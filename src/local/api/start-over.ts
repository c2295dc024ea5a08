import { type Request, type Response, Router } from 'express';
import { Problem } from './problem';

/** POST makes the demo anew: answered at once, then the server goes and comes back with other people's ids. */
export function startOverRouter(startOver: (() => void) | undefined): Router {
  const router = Router();
  router.post('/start-over', (_request: Request, response: Response) => {
    if (!startOver)
      throw new Problem(409, 'This demo keeps its data in a database server. Empty that database to start over.');
    response.status(202).json({ ok: true });
    startOver();
  });
  return router;
}
