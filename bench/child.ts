import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server in a process of its own, so that nothing but its own work is counted. */
export type Child = {
  readonly port: number;
  /** Processor time so far, user and system, of all its threads, in microseconds. */
  cpu(): Promise<number>;
  ask(question: string): Promise<unknown>;
  stop(): Promise<void>;
};

const isReady = (message: unknown): message is { port: number } =>
  typeof message === 'object' && message !== null && 'port' in message && typeof message.port === 'number';

const hasAnswer = (message: unknown): message is { answer: unknown } =>
  typeof message === 'object' && message !== null && 'answer' in message;

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`A server of the bench ended with code ${code}.`));
    child.once('exit', ended);
    child.once('message', (message: unknown) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** Starts `servers/<name>` and hands it `given`; ready when it listens. BENCH_PROFILE names a folder for its profile. */
export async function startChild(name: string, given: object): Promise<Child> {
  const folder = process.env.BENCH_PROFILE;
  const child = fork(join(__dirname, 'servers', `${name}.js`), {
    serialization: 'advanced',
    execArgv: folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(folder, name)}`],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(given);
  const ready = await nextMessage(child);
  if (!isReady(ready)) throw new Error(`The server ${name} said something else than its port.`);
  const ask = async (question: string): Promise<unknown> => {
    const answer = nextMessage(child);
    child.send(question);
    const message = await answer;
    if (!hasAnswer(message)) throw new Error(`The server ${name} did not answer "${question}".`);
    return message.answer;
  };
  return {
    port: ready.port,
    ask,
    cpu: async () => Number(await ask('cpu')),
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
