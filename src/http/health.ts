import type { Router } from 'express';
import express from 'express';
import type { Registry } from 'prom-client';
import { partsReady, type Readiness } from './readiness';

const fromLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

/** `/healthz` (the process lives), `/readyz` (it can work; else which part cannot), `/metrics` (for this machine only). */
export function healthRoutes(ready: Readiness, registry: Pick<Registry, 'contentType' | 'metrics'>): Router {
  const routes = express.Router();
  routes.get('/healthz', (request, response) => {
    // So that `mentor doctor` knows our answer from another server's, and sees what a proxy makes of the host.
    response.json({ ok: true, product: 'mentor-exchange', host: request.headers.host ?? null });
  });
  routes.get('/readyz', async (_, response) => {
    const parts = await partsReady(ready);
    response.status(Object.values(parts).every(Boolean) ? 200 : 503).json(parts);
  });
  routes.get('/metrics', async (request, response) => {
    if (!fromLoopback(request.socket.remoteAddress)) {
      response.status(403).json({ error: 'Metrics are given to this machine only.' });
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return routes;
}
