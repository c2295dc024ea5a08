import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { DateTime } from 'luxon';
import { createLedger, openQueue } from '../../src/delivery';
import { createCallLog, createFaults, createSlackStandIn } from '../../src/local';
import { openStore, parseMasterKeys, type Store } from '../../src/store';
import { onServer } from '../databases';
import { migratedDatabase } from '../templates';
import { mentor, startProduct } from '../wire/deployment';
import { tidy } from './tidy';

const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const [signingSecret, botToken] = ['8f742231b10e8888abcd99yyyzzz85a5', 'xoxb-shutdown-test'];
const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
const csv = ['name,email,slack_team,slack_user', ...people.map((id) => `${id},${id}@stop.example.gov,T1,${id}`)];
const now = (): DateTime => DateTime.utc();

const until = async (isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> => {
  for (const end = Date.now() + seconds * 1000; !(await isSo()); ) {
    if (Date.now() > end) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Slack, as slow as it is told to be, and the product's database with forty people. */
async function scene(finallyClose: ReturnType<typeof tidy>) {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-stop-'));
  finallyClose(async () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'people.csv'), csv.join('\n'));
  const database = await migratedDatabase();
  finallyClose(database.drop);
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  finallyClose(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const env = {
    PORT: '0',
    DATABASE_URL: database.url,
    MENTOR_KEYS: keys,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: `${base}/slack/api/`,
    SLACK_MESSAGES_PER_MINUTE: '6000',
  };
  let product: Awaited<ReturnType<typeof startProduct>> | undefined;
  const faults = createFaults();
  const log = createCallLog({ now });
  const slack = createSlackStandIn({
    signingSecret,
    botToken,
    base: () => `${base}/slack`,
    target: () => product?.base ?? '',
    users: async () => people.map((id) => ({ id, name: id })),
    now,
    ids: randomUUID,
    log,
    faults,
    teamId: 'T1',
  });
  app.use('/slack', slack.router);
  expect(await mentor(['import', 'people.csv'], env, folder)).toMatchObject({ code: 0 });
  const parsed = parseMasterKeys(keys);
  if (!parsed.ok) throw new Error(parsed.reason);
  const quiet = { warn: () => undefined };
  const store: Store = await openStore({
    databaseUrl: database.url,
    keys: parsed.keys,
    clock: { now },
    newId: randomUUID,
    poolSize: 2,
    log: quiet,
  });
  finallyClose(store.close);
  const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
  const inside = (sql: string): Promise<Record<string, unknown>[]> =>
    store.inOrganization(String(id), undefined, (tx) => tx.manager.query(sql));
  return {
    slack,
    faults,
    posts: () => log.list().filter((call) => call.what === 'chat.postMessage').length,
    inside,
    start: async () => {
      product = await startProduct(env, folder);
      return product;
    },
    /** Tells everybody one thing, as the product does. */
    async tellAll(): Promise<void> {
      const queue = await openQueue(store, quiet);
      await store.inOrganization(String(id), undefined, async (tx) => {
        const rows: { id: string }[] = await tx.manager.query('select person_id as id from person');
        for (const { id: to } of rows)
          await createLedger(queue).tell(tx, {
            to,
            kind: 'home',
            about: { kind: 'person', id: to },
            occurrence: 'slack',
          });
      });
      await queue.stop();
    },
    states: async () =>
      Object.fromEntries(
        (await inside('select state, count(*)::int as n from message group by state')).map(({ state, n }) => [
          state,
          n,
        ]),
      ),
  };
}

onServer('told to stop under load', () => {
  const finallyClose = tidy();

  it('ends within 25 seconds: answers and sends are finished, nothing is lost, doubled or left open', async () => {
    const { slack, faults, posts, start, tellAll, states, inside } = await scene(finallyClose);
    const first = await start();
    const withdraw = faults.order({ effect: 'slow', ms: 1500, method: 'chat.postMessage', times: 10_000 });
    await tellAll();
    await until(() => posts() >= 8);
    const asked = people.slice(0, 8).map((who) => slack.slashCommand(who, 'help'));
    const [began, code] = [Date.now(), first.stop()];
    await until(async () => (await fetch(`${first.base}/readyz`)).status === 503, 2);
    await Promise.all(asked);
    expect(await code).toBe(0);
    expect(Date.now() - began).toBeLessThan(25_000);
    const stopped = await states();
    expect(stopped).toEqual({ sent: expect.any(Number), queued: expect.any(Number) });
    expect(stopped.sent).toBe(posts());
    expect(first.said()).not.toContain('stopped-hard');
    const answers = people.slice(0, 8).map((who) => JSON.stringify(slack.seenBy(who)));
    for (const answer of answers) expect(answer).toContain('/mentor');

    withdraw();
    const second = await start();
    await until(async () => (await states()).sent === people.length);
    expect(posts()).toBe(people.length);
    expect(await inside(`select 1 from message where state in ('sending', 'uncertain')`)).toEqual([]);
    const again = second.stop();
    expect(await again).toBe(0);
  }, 120_000);

  it('lets go of a send that does not end, as one of which nobody knows whether it arrived', async () => {
    const { faults, posts, start, tellAll, states } = await scene(finallyClose);
    const first = await start();
    faults.order({ effect: 'hang', method: 'chat.postMessage', times: 10_000 });
    await tellAll();
    await until(() => posts() >= 8);
    const began = Date.now();
    expect(await first.stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(25_000);
    expect(await states()).not.toHaveProperty('sending');
    faults.clear();
  }, 120_000);

  it('twice, ends at once', async () => {
    const { start } = await scene(finallyClose);
    const product = await start();
    const code = product.stop();
    await until(() => product.said().includes('"event":"stopping"'));
    const began = Date.now();
    await product.stop();
    expect(await code).toBe(1);
    expect(Date.now() - began).toBeLessThan(2000);
  }, 120_000);
});
