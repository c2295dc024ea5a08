import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type NextFunction, type Request, type Response, Router } from 'express';

/** Nothing but our own files, and nothing inline: the drawn cards set their styles by script, which is allowed. */
const policy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const files = ['page.js', 'page.css'];

/** The browser page, from the folder its build left it in. Without a build, a sentence says how to make one. */
export function pageRouter(folder: string): Router {
  const router = Router();
  router.use((_request: Request, response: Response, next: NextFunction) => {
    response.set('Content-Security-Policy', policy);
    next();
  });
  router.get('/', async (request: Request, response: Response) => {
    const [path] = request.originalUrl.split('?');
    if (path !== undefined && !path.endsWith('/')) {
      response.redirect(302, `${path}/`);
      return;
    }
    const built = await access(join(folder, 'index.html')).then(
      () => true,
      () => false,
    );
    if (!built) {
      response.status(503).type('text').send('The page is not built yet. Run: npm run build\n');
      return;
    }
    response.sendFile('index.html', { root: folder });
  });
  for (const file of files)
    router.get(`/${file}`, (_request: Request, response: Response) => {
      response.sendFile(file, { root: folder });
    });
  return router;
}
