import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { openStore } from '../../src/store';
import { openHouse } from '../chat';
import { freshDatabase, onServer, serverUrl, testClock, testKeys } from '../databases';
import { crowd, inside, menteeName } from './crowd';
import { openWire } from './proxy';
import { nameOf } from './seen';
import { tidy } from './tidy';

const canary = 'CANARY-my-private-worry';
const longest = 2800;

onServer('a database that goes away', () => {
  const finallyClose = tidy();

  const open = async () => {
    const database = await freshDatabase();
    finallyClose(database.drop);
    const wire = await openWire(database.url);
    finallyClose(wire.close);
    const clock = testClock();
    const lines: string[] = [];
    const line = (fields: object, message: string): void => void lines.push(JSON.stringify([fields, message]));
    const log = { info: line, warn: line, error: line };
    const store = await openStore({ databaseUrl: wire.url, keys: testKeys(), clock, newId: randomUUID, log });
    finallyClose(() => store.close());
    const house = await openHouse(store, crowd({ mentees: 2, mentors: 2, places: 9 }), clock, randomUUID, log);
    finallyClose(() => house.close());
    finallyClose(async () => wire.mend());
    /** One turn, how long it took, and what came back. */
    const ask = async () => {
      const began = performance.now();
      const replies = await house.say('slack', menteeName(0), canary);
      return { took: performance.now() - began, names: replies.map(nameOf), shown: JSON.stringify(replies) };
    };
    return { wire, house, lines, ask };
  };

  it.each(['cut', 'silence'] as const)(
    '(%s) is an apology with a reference in time, and the next turn after it works',
    async (how) => {
      const { wire, lines, ask } = await open();
      expect((await ask()).names).toEqual(['did-you-mean']);
      wire[how]();
      for (const { took, names, shown } of [await ask(), await ask()]) {
        expect(names).toEqual(['apology']);
        expect(took).toBeLessThan(longest);
        const [reference = 'none'] = /[0-9A-F]{8}/u.exec(shown) ?? [];
        expect(lines.join()).toContain(reference);
      }
      wire.mend();
      expect((await ask()).names).toEqual(['did-you-mean']);
      expect(lines.join()).not.toContain(canary);
    },
    60_000,
  );

  it('in the middle of a turn is an apology in time, and what was promised not to happen does not happen later', async () => {
    const { wire, house, ask } = await open();
    await ask();
    const turn = house.receive(house.inbound('slack', menteeName(0), { kind: 'message', text: 'help' }));
    await turn.recorded;
    wire.cut();
    const began = performance.now();
    expect((await turn.replies).map(nameOf)).toEqual(['apology']);
    expect(performance.now() - began).toBeLessThan(longest);
    // By the time another turn has failed, the note that this one failed could not be made either.
    expect((await ask()).names).toEqual(['apology']);
    wire.mend();
    await inside(house, `update inbound set received_at = now() - interval '5 minutes' where state = 'received'`);
    await house.engine.heartbeat.beat();
    await house.settle();
    expect(house.sends).toEqual([]);
    expect(await inside(house, 'select state, count(*)::int as n from inbound group by state order by state')).toEqual([
      { state: 'done', n: 1 },
      { state: 'failed', n: 1 },
    ]);
    expect((await ask()).names).toEqual(['did-you-mean']);
  }, 60_000);

  it('and comes back, over and over, does not end the process', async () => {
    const database = await freshDatabase();
    finallyClose(database.drop);
    // What the test files share asks for jest's words when it is loaded.
    const words = 'data:text/javascript,globalThis.describe=()=>undefined;globalThis.describe.skip=globalThis.describe';
    const program = join(__dirname, 'house-process.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', '--import', words, program, database.url], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    finallyClose(async () => void child.kill('SIGKILL'));
    const said: string[] = [];
    const complaints: string[] = [];
    createInterface(child.stderr).on('line', (line) => complaints.push(line));
    const out = createInterface(child.stdout);
    const ended = new Promise<number | null>((resolve) => {
      child.once('close', (code) => resolve(code));
    });
    await new Promise<void>((resolve) => {
      out.on('line', (line) => {
        said.push(line);
        if (line === 'ready') resolve();
      });
      void ended.then(() => resolve());
    });
    const admin = new Client({ connectionString: serverUrl() });
    await admin.connect();
    const name = new URL(database.url).pathname.slice(1);
    let broken = 0;
    for (let rounds = 0; rounds < 300; rounds += 1) {
      const { rowCount } = await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [name],
      );
      broken += rowCount ?? 0;
      await admin.query('select pg_sleep(0.01)');
    }
    await admin.end();
    child.stdin.write('enough\n');
    expect([await ended, complaints.slice(0, 5)]).toEqual([0, []]);
    const told: unknown = JSON.parse(said.at(-1) ?? '{}');
    expect(told).toMatchObject({ last: 'help' });
    expect(broken).toBeGreaterThan(100);
  }, 120_000);
});
