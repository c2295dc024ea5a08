import express, { type Response, type Router } from 'express';
import { type Clock, fetchFile } from '../services';
import type { Store } from '../store';

const tokenShape = /^[\w-]{43}$/;

/** A name that no header and no file system takes for something else. */
const safe = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || 'file';

/** By the name's ending; a calendar's name its browser's calendar understands. */
const typeOf = (name: string): string => `${name.endsWith('.ics') ? 'text/calendar' : 'text/csv'}; charset=utf-8`;

const say = (response: Response, status: number, words: string): void => {
  response.status(status).type('text/plain').send(`${words}\n`);
};

/**
 * `GET /files/:token`: one file for one person. Unknown: 404; over: 410 with what to do. Nothing may keep it or guess its
 * type, and the address, which is the key to it, is handed on to nobody.
 */
export function fileRoutes(store: Store, clock: Clock): Router {
  const routes = express.Router();
  routes.get('/files/:token', async (request, response) => {
    response.set({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Robots-Tag': 'noindex, nofollow',
    });
    const { token } = request.params;
    const fetched = tokenShape.test(token) ? await fetchFile(store, clock, token) : { found: 'nothing' as const };
    switch (fetched.found) {
      case 'nothing':
        return say(response, 404, 'There is no file here. Check that the whole link was copied.');
      case 'ended':
        return say(response, 410, 'This link has ended: files are kept for 24 hours. Ask for the file once more.');
      case 'file':
        response.set('Content-Disposition', `attachment; filename="${safe(fetched.name)}"`);
        response.type(typeOf(fetched.name)).send(fetched.content);
    }
  });
  return routes;
}
