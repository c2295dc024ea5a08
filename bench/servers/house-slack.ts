import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { start } from '../../src/main';
import { createLog } from '../../src/start/log';
import { signingSecret } from '../slack-wire';
import { listenToStatements, type Transaction } from '../statements';
import { attend, given } from './serve';

const isDatabase = (message: unknown): message is { url: string; keys: string } =>
  typeof message === 'object' && message !== null && 'url' in message && 'keys' in message;

/** The whole product on a PostgreSQL server, with Slack as its channel. */
async function main(): Promise<void> {
  const database = await given();
  if (!isDatabase(database)) throw new Error('There is no database.');
  const read = readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    MENTOR_KEYS: database.keys,
    MENTOR_DATA_DIR: join(tmpdir(), `mentor-bench-${randomBytes(4).toString('hex')}`),
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
    LOG_LEVEL: 'error',
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const running = await start(read.config, createLog('error'));
  let heard: (() => readonly Transaction[]) | undefined;
  attend(running.port, {
    listen: () => {
      heard = listenToStatements();
    },
    heard: () => heard?.(),
  });
}

void main();
