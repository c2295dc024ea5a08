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
  let held: Promise<void> | undefined;
  let [heard, heldFrom] = [0, 1];
  let ids = 0;
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const path = request.url ?? '';
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (silent) return;
    heard += 1;
    if (heard >= heldFrom) await held;
    const fault = faults.shift();
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
    /** Answers nobody from the call of that number on (the next one is 1), until the function given back is called. */
    hold: (from = 1): (() => Promise<void>) => {
      let open = (): void => undefined;
      [heard, heldFrom] = [0, from];
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
