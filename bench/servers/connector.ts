import { given, serve } from './serve';

/** Stands in for the connector of Teams: takes every message and gives it an id. */
async function main(): Promise<void> {
  await given();
  let calls = 0;
  await serve(
    (request, response) => {
      request.resume();
      request.on('end', () => {
        calls += 1;
        response.setHeader('content-type', 'application/json').end(`{"id":"m-${calls}"}`);
      });
    },
    { calls: () => calls },
  );
}

void main();
