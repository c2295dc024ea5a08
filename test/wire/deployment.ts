import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import express from 'express';
import { DateTime } from 'luxon';
import { createCallLog, createFaults, createSlackStandIn, createTeamsStandIn } from '../../src/local';
import { migratedFolder } from '../templates';

const root = join(__dirname, '..', '..');
const cli = join(root, 'dist', 'src', 'cli.js');
const run = promisify(execFile);

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
const botToken = 'xoxb-deployment-test';
const now = (): DateTime => DateTime.utc();

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Runs the command line as an administrator does. */
export async function mentor(args: readonly string[], env: Record<string, string>, cwd: string): Promise<Ran> {
  try {
    const { stdout, stderr } = await run(process.execPath, [cli, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (fault) {
    if (typeof fault !== 'object' || fault === null || !('code' in fault) || typeof fault.code !== 'number')
      throw fault;
    return {
      code: fault.code,
      out: 'stdout' in fault ? textOf(fault.stdout) : '',
      err: 'stderr' in fault ? textOf(fault.stderr) : '',
    };
  }
}

type Member = {
  readonly name: string;
  readonly email?: string;
  readonly slackUser?: string;
  readonly teamsUser?: string;
};
/** Starts the product as a process of its own, and waits until it listens. What it says to its log is kept. */
export async function startProduct(env: Record<string, string>, cwd: string) {
  const child = spawn(process.execPath, ['--enable-source-maps', cli, 'start'], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /"event":"started","port":(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The product stopped: ${said}`)));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    said: () => said,
    /** Stops it as an administrator does; its exit code. */
    stop(): Promise<number | null> {
      const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      return gone;
    },
  };
}

/**
 * The product as an agency runs it, in a process of its own: people imported from a CSV, real Slack credentials whose
 * Web API is our stand-in, and Teams on loopback. What was said to the log is kept.
 */
export async function deploy(csv: string, members: readonly Member[]) {
  const folder = await migratedFolder(mkdtempSync(join(tmpdir(), 'mentor-deployed-')));
  writeFileSync(join(folder, 'people.csv'), csv);
  const log = createCallLog({ now });
  const faults = { slack: createFaults(), teams: createFaults() };
  const app = express();
  const platforms = createServer(app);
  platforms.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => platforms.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${portOf(platforms)}`;

  const imported = await mentor(['import', 'people.csv'], { MENTOR_DATA_DIR: folder }, folder);
  const product = await startProduct(
    {
      PORT: '0',
      MENTOR_DATA_DIR: folder,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: `${base}/slack/api/`,
      TEAMS_LOCAL: '1',
    },
    folder,
  );
  const target = (): string => product.base;

  const slack = createSlackStandIn({
    signingSecret,
    botToken,
    base: () => `${base}/slack`,
    target,
    users: async () => members.flatMap(({ slackUser, ...told }) => (slackUser ? [{ ...told, id: slackUser }] : [])),
    now,
    ids: randomUUID,
    log,
    faults: faults.slack,
    teamId: 'T1',
  });
  const teams = createTeamsStandIn({
    base: () => `${base}/teams`,
    target,
    users: async () => members.flatMap(({ teamsUser, ...told }) => (teamsUser ? [{ ...told, id: teamsUser }] : [])),
    now,
    ids: randomUUID,
    log,
    faults: faults.teams,
    tenantId: 't1',
  });
  app.use('/slack', slack.router);
  app.use('/teams', teams.router);

  return {
    folder,
    imported,
    target,
    slack,
    teams,
    faults,
    log,
    said: product.said,
    async stop(): Promise<number | null> {
      const code = await product.stop();
      platforms.closeAllConnections();
      await new Promise<void>((resolve) => platforms.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

export type Deployment = Awaited<ReturnType<typeof deploy>>;
