import type { Router } from 'express';
import express from 'express';
import client from 'prom-client';
import { partsReady, type Readiness } from './readiness';

const fromLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

/** `/healthz` (the process lives), `/readyz` (it can work; else which part cannot), `/metrics` (for this machine only). */
export function healthRoutes(ready: Readiness & { depth(): Promise<number> }): Router {
  const routes = express.Router();
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const depth = new client.Gauge({
    name: 'mentor_outbox_depth',
    help: 'Messages that wait to be sent.',
    registers: [registry],
  });

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
    depth.set(await ready.depth().catch(() => -1));
    response.type(registry.contentType).send(await registry.metrics());
  });
  return routes;
}
