import type { NextFunction, Request, Response } from 'express';

const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** Lets in what comes from this machine and from our own page: a foreign Host or Origin is refused with 403. */
export function guard(request: Request, response: Response, next: NextFunction): void {
  const host = request.get('host') ?? '';
  const origin = request.get('origin');
  if (!localHost.test(host)) {
    response.status(403).json({ error: 'The local workspace answers only to localhost, 127.0.0.1 and [::1].' });
    return;
  }
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    response.status(403).json({ error: 'The local workspace answers only to its own page.' });
    return;
  }
  next();
}

/** Bodies are JSON, said so in the content type: what a foreign page's form can send is refused with 415. */
export function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST' && request.is('application/json') === false) {
    response.status(415).json({ error: 'Send a JSON body with the content type application/json.' });
    return;
  }
  next();
}
