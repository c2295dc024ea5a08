import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/config';
import { report } from './report';
import { median } from './rounds';

const starts = 3;
const mostSeconds = 5;

const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;

/** The address that the product prints once it is ready. */
export async function pageOf(product: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of product.stdout ?? []) {
    said += String(part);
    const [page] = /http:\/\/127\.0\.0\.1:\d+\/local\//.exec(said) ?? [];
    if (page !== undefined) return page;
  }
  throw new Error(`The product did not start: ${said}`);
}

type People = { readonly people: readonly { readonly id: string; readonly slackUser?: string }[] };

async function firstPerson(page: string): Promise<string> {
  const { people }: People = JSON.parse(await (await fetch(`${page}api/people`)).text());
  const someone = people.find((person) => person.slackUser !== undefined);
  if (someone === undefined) throw new Error('Nobody uses Slack in the demo.');
  return someone.id;
}

/** Starts the product in this folder and asks it something: seconds from the start to the answer. */
async function startOnce(folder: string): Promise<number> {
  const begun = process.hrtime.bigint();
  const product = spawn(process.execPath, ['--enable-source-maps', join('dist', 'src', 'cli.js'), 'start'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', MENTOR_DATA_DIR: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(product, 'exit');
  try {
    const page = await pageOf(product);
    const person = await firstPerson(page);
    const said = await fetch(`${page}api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, channel: 'slack', as: 'command', text: '/mentor find interviewing' }),
    });
    if (!said.ok) throw new Error(`The command was answered ${said.status}: ${await said.text()}`);
    const chat = await fetch(`${page}api/chat?person=${person}&channel=slack`);
    if (!(await chat.text()).includes('Mentors for Interviewing')) throw new Error('The command found nobody.');
    return seconds(begun);
  } finally {
    product.kill('SIGTERM');
    await ended;
  }
}

/** A start of the local product on a data folder that exists, to the first answer. */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mentor-bench-'));
  try {
    const first = await startOnce(folder);
    const later: number[] = [];
    for (let start = 0; start < starts; start += 1) later.push(await startOnce(folder));
    report({
      bench: 'start',
      name: 'a later start to the first answer, embedded database',
      unit: 's',
      ours: median(later),
      target: mostSeconds,
      rounds: starts,
      first,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
