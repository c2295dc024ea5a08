import { createServer, type IncomingMessage, type Server } from 'node:http';

export type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown };
export type Stub = { readonly base: string; readonly asked: string[]; close(): Promise<void> };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
};

/** A server on loopback that answers every request as the test says; what it was asked is kept. */
export async function serve(answer: (request: IncomingMessage) => Answer): Promise<Stub> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''} ${body}`);
      const { status = 200, headers = {}, body: said } = answer(request);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    base: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
