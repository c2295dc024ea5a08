import { type Request, type Response, Router } from 'express';
import type { Platform } from '../calls';
import type { FaultBook } from '../faults';
import { fault } from './bodies';
import { read } from './problem';

export type FaultBooks = Readonly<Record<Platform, FaultBook>>;

/** Faults on order: POST orders one, GET lists those that can still strike, DELETE withdraws all and lets go what hangs. */
export function faultRouter(books: FaultBooks): Router {
  const router = Router();
  const list = () => ({ slack: books.slack.list(), teams: books.teams.list() });
  router.get('/faults', (_request: Request, response: Response) => {
    response.json(list());
  });
  router.post('/faults', (request: Request, response: Response) => {
    const { platform, ...order } = read(fault, request.body);
    books[platform].order(order);
    response.status(201).json(list());
  });
  router.delete('/faults', (_request: Request, response: Response) => {
    books.slack.clear();
    books.teams.clear();
    response.json(list());
  });
  return router;
}
