import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { Session } from 'node:inspector/promises';

export type Questions = Readonly<Record<string, () => unknown>>;

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

let session: Session | undefined;

/** A processor profile of the time between two questions, for those who look for the cause of a figure. */
const profiling: Questions = {
  async profile() {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  },
  async profiled() {
    const taken = await session?.post('Profiler.stop');
    session?.disconnect();
    return taken?.profile;
  },
};

const usedCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** What the bench hands to this process, before anything else. */
export async function given(): Promise<unknown> {
  const [message]: unknown[] = await once(process, 'message');
  return message;
}

/** Tells the bench the port, and answers its questions until it says stop. */
export function attend(port: number, questions: Questions = {}): void {
  const all: Questions = { cpu: usedCpu, ...profiling, ...questions };
  process.on('message', async (message: unknown) => {
    if (message === 'stop') process.exit(0);
    process.send?.({ answer: await all[String(message)]?.() });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port });
}

export async function serve(listener: RequestListener, questions: Questions = {}): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  attend(portOf(server), questions);
}
