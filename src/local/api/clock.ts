import { type Request, type Response, Router } from 'express';
import { DateTime } from 'luxon';
import { clockMove } from './bodies';
import { Problem, read } from './problem';

/** The demo's time. Moving it forward runs what falls due on the way. */
export type LocalClock = { readonly now: () => DateTime; readonly moveTo: (at: DateTime) => Promise<void> };

const farthestDays = 800;

/** GET tells the time, POST moves it forward; one move after the other. */
export function clockRouter(clock: LocalClock, moved: () => void): Router {
  const router = Router();
  let last: Promise<void> = Promise.resolve();
  const tell = (): { now: string | null; zone: string | null } => ({
    now: clock.now().toISO(),
    zone: clock.now().zoneName,
  });

  router.get('/clock', (_request: Request, response: Response) => {
    response.json(tell());
  });
  router.post('/clock', async (request: Request, response: Response) => {
    const wanted = read(clockMove, request.body);
    const move = last.then(async () => {
      const now = clock.now();
      const to = 'by' in wanted ? now.plus(wanted.by) : DateTime.fromISO(wanted.to, { zone: now.zone });
      if (to <= now) throw new Problem(400, `The clock only moves forward. It is ${now.toISO()} now.`);
      if (to.diff(now).as('days') > farthestDays)
        throw new Problem(400, `The clock moves at most ${farthestDays} days at once.`);
      await clock.moveTo(to);
    });
    last = move.catch(() => undefined);
    await move;
    moved();
    response.json(tell());
  });
  return router;
}
