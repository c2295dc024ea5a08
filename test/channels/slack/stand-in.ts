import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from './port';
import { slackFaults } from './validator';

/** One call that Slack received. `method` is the Web API method, or `response_url`. */
export type Call = { readonly method: string; readonly token: string; readonly args: Record<string, unknown> };
/** What Slack answers: a body (200), a status, the connection cut after the call was taken in, or nothing at all. */
export type Answered =
  | { readonly body: object }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly text?: string }
  | 'cut'
  | 'silence';

const json = /^[[{]/;

function parse(type: string | undefined, text: string): Record<string, unknown> {
  if (type?.startsWith('application/json')) return JSON.parse(text);
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [key, json.test(value) ? JSON.parse(value) : value]),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** A Slack that takes everything down, answers as it is told, and finds fault with what the real one would refuse. */
export async function slackStandIn() {
  const calls: Call[] = [];
  const faults: string[] = [];
  const waiting: { method: string; resolve: (call: Call) => void }[] = [];
  const scripted = new Map<string, Answered[]>();
  let count = 0;

  function check({ method, args }: Call): void {
    const { text, blocks, view } = args;
    if (view !== undefined) faults.push(...slackFaults(view));
    if (text !== undefined || blocks !== undefined) {
      if (method !== 'response_url' || Array.isArray(blocks)) faults.push(...slackFaults({ text, blocks }));
      if (args.response_type !== undefined && args.response_type !== 'ephemeral')
        faults.push(`${method} speaks to everybody`);
    }
    if (method === 'chat.postMessage' && (args.unfurl_links !== 'false' || args.link_names !== 'false'))
      faults.push('a message unfurls or pings');
  }

  function usual({ method, args }: Call): object {
    count += 1;
    if (method === 'chat.postMessage')
      return {
        ok: true,
        channel: String(args.channel).replace(/^[UW]/, 'D'),
        ts: `1763380000.${String(count).padStart(6, '0')}`,
      };
    if (method.startsWith('views.')) return { ok: true, view: { id: `V${count}` } };
    return { ok: true };
  }

  function send(response: ServerResponse, answered: Answered): void {
    if (answered === 'silence') return;
    if (answered === 'cut') response.destroy();
    else if ('body' in answered)
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answered.body));
    else response.writeHead(answered.status, answered.headers).end(answered.text ?? '');
  }

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const args = parse(request.headers['content-type'], await bodyOf(request));
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'response_url';
    const call: Call = { method, token: String(request.headers.authorization ?? '').replace('Bearer ', ''), args };
    calls.push(call);
    check(call);
    send(response, scripted.get(method)?.shift() ?? { body: usual(call) });
    const heard = waiting.findIndex((each) => each.method === method);
    if (heard >= 0) waiting.splice(heard, 1)[0]?.resolve(call);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);

  return {
    url: `http://127.0.0.1:${port}`,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response/1`,
    calls,
    faults,
    /** The next call of this method that is yet to come. */
    next: (method: string): Promise<Call> => new Promise((resolve) => waiting.push({ method, resolve })),
    /** Answers the next call of this method so. */
    answer(method: string, ...answers: Answered[]): void {
      scripted.set(method, [...(scripted.get(method) ?? []), ...answers]);
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type StandIn = Awaited<ReturnType<typeof slackStandIn>>;
