import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Call = { readonly method: string; readonly path: string; readonly body: unknown };
type Fault = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Recorded as if it had gone through, and then answered with the fault. */
  readonly afterRecording?: boolean;
};

/** A stand-in for the Teams connector that writes down what the bot sends; `faults` are spent one by one; a silent one never answers. */
export async function startConnector({ silent = false } = {}) {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const state = { answerFirst: 0 };
  let held: Promise<void> | undefined;
  let ids = 0;
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const path = request.url ?? '';
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (silent) return;
    await held;
    const fault = state.answerFirst > 0 ? undefined : faults.shift();
    state.answerFirst -= 1;
    if (fault === undefined || fault.afterRecording === true) calls.push({ method: request.method ?? '', path, body });
    else attempts.push(path);
    const headers = { 'content-type': 'application/json', ...fault?.headers };
    if (fault !== undefined) {
      response.writeHead(fault.status, headers).end(JSON.stringify(fault.body ?? {}));
      return;
    }
    ids += 1;
    response
      .writeHead(200, headers)
      .end(JSON.stringify({ id: path.endsWith('/conversations') ? `a:new-${ids}` : `m-${ids}` }));
  });
  const attempts: string[] = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}/teams/`,
    calls,
    /** What was asked and refused. */
    attempts,
    faults,
    /** So many calls are answered well before the next fault is spent. */
    set answerFirst(calls: number) {
      state.answerFirst = calls;
    },
    /** Answers nobody until the function given back is called, which waits until all that was held is answered. */
    hold: (): (() => Promise<void>) => {
      let open = (): void => undefined;
      held = new Promise((resolve) => {
        open = resolve;
      });
      return async () => {
        held = undefined;
        open();
        await new Promise((resolve) => setImmediate(resolve));
      };
    },
    clear: () => {
      state.answerFirst = 0;
      calls.length = 0;
      attempts.length = 0;
      faults.length = 0;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type Connector = Awaited<ReturnType<typeof startConnector>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

export function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server is not listening.');
  return address;
}
