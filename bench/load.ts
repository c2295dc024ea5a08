import autocannon from 'autocannon';

export type Wire = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** Where requests go, how the next one is made, and what the answer to one must hold. */
export type Target = {
  readonly port: number;
  readonly path: string;
  readonly next: () => Wire;
  readonly holds: string;
};

export type Loaded = {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

const connections = 16;

/** Sends so many requests, or for so many seconds, over 16 connections that stay open. Throws where an answer is wrong. */
export async function load(target: Target, most: { amount: number } | { duration: number }): Promise<Loaded> {
  let right = 0;
  let wrong: string | undefined;
  const result = await autocannon({
    url: `http://127.0.0.1:${target.port}`,
    connections,
    ...('amount' in most ? { amount: Math.max(connections, most.amount) } : most),
    requests: [
      {
        method: 'POST',
        path: target.path,
        setupRequest: (request) => ({ ...request, ...target.next() }),
        onResponse: (status, body) => {
          if (status === 200 && body.includes(target.holds)) right += 1;
          else wrong ??= `${status} ${body.slice(0, 300)}`;
        },
      },
    ],
  });
  if (wrong !== undefined || right === 0 || result.errors > 0)
    throw new Error(`An answer was not as it should be: ${wrong ?? `${result.errors} connections failed`}`);
  const { p50, p99 } = result.latency;
  return { requests: right, perSecond: right / result.duration, p50, p99 };
}
