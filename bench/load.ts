import autocannon from 'autocannon';

export type Wire = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** Where requests go, how the next one is made, and what the answer to one must hold. */
export type Target = {
  readonly port: number;
  readonly path: string;
  readonly next: () => Wire;
  readonly holds: string;
  readonly connections: number;
};

export type Loaded = {
  readonly requests: number;
  /** Answers that were not as they should be; a busy machine may cause a few. */
  readonly wrong: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

/** The share of wrong answers that a measurement bears. */
const mostWrong = 0.02;

/** Sends so many requests, or for so many seconds, over connections that stay open. Throws where too many answers are wrong. */
export async function load(target: Target, most: { amount: number } | { duration: number }): Promise<Loaded> {
  const { port, path, next, holds, connections } = target;
  let right = 0;
  const wrong: string[] = [];
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    ...('amount' in most ? { amount: Math.max(connections, most.amount) } : most),
    requests: [
      {
        method: 'POST',
        path,
        setupRequest: (request) => ({ ...request, ...next() }),
        onResponse: (status, body) => {
          if (status === 200 && body.includes(holds)) right += 1;
          else wrong.push(`${status} ${body.slice(0, 300)}`);
        },
      },
    ],
  });
  const requests = right + wrong.length;
  if (right === 0 || result.errors > 0 || wrong.length > requests * mostWrong)
    throw new Error(`${wrong.length} answers of ${requests} were wrong: ${wrong[0] ?? `${result.errors} failed`}`);
  const { p50, p99 } = result.latency;
  return { requests, wrong: wrong.length, perSecond: requests / result.duration, p50, p99 };
}
