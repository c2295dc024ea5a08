import express from 'express';
import { createSlackChannel } from '../../src/channels/slack';
import { realTime } from '../../src/start/clock';
import { behindTheDoor, isBehind } from '../memory-house';
import { signingSecret } from '../slack-wire';
import { given, serve } from './serve';

/** The product's path of a slash command, as `src/main.ts` puts it together, without a database. */
async function main(): Promise<void> {
  const behind = await given();
  if (!isBehind(behind)) throw new Error('There is nothing behind the door.');
  const app = express();
  app.disable('x-powered-by');
  const channel = createSlackChannel({
    app,
    signingSecrets: [signingSecret],
    tokenFor: async () => ({ token: 'xoxb-bench' }),
    apiUrl: 'http://127.0.0.1:1/api/',
    clock: realTime,
    log: { warn: (fields, message) => console.error(message, fields) },
  });
  await channel.start(await behindTheDoor(behind));
  await serve(app);
}

void main();
