import type { Router } from 'express';
import express from 'express';
import client from 'prom-client';

export type Readiness = {
  /** One statement, answered within half a second. */
  database(): Promise<boolean>;
  /** Jobs that wait. */
  depth(): Promise<number>;
  /** Since when, by real time, the heartbeat has not beaten; undefined before its first. */
  lastBeat(): Date | undefined;
  draining(): boolean;
  /** Whether Slack is connected; undefined where it sends requests instead (no Socket Mode). */
  readonly slack: (() => boolean) | undefined;
  realNow(): Date;
};

const beatSeconds = 150;
const databaseMilliseconds = 500;

const within = async (work: Promise<boolean>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), milliseconds);
  });
  try {
    return await Promise.race([work.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
};

const fromLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

/** `/healthz` (the process lives), `/readyz` (it can work; else which part cannot), `/metrics` (for this machine only). */
export function healthRoutes(ready: Readiness): Router {
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
    const beat = ready.lastBeat();
    const parts = {
      database: await within(ready.database(), databaseMilliseconds),
      heartbeat: beat !== undefined && ready.realNow().getTime() - beat.getTime() < beatSeconds * 1000,
      running: !ready.draining(),
      ...(ready.slack && { slack: ready.slack() }),
    };
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
