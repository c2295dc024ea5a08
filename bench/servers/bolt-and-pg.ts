import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import { Pool } from 'pg';
import { menteeCount, menteeId, slackUser } from '../seed';
import { signingSecret } from '../slack-wire';
import type { Transaction } from '../statements';
import { given, serve } from './serve';

type Given = {
  readonly url: string;
  readonly reply: object;
  readonly transactions: readonly Transaction[];
  /** The mentee for whom the statements were recorded, and the id of her act. */
  readonly recorded: { readonly mentee: number; readonly act: string };
};

const isGiven = (message: unknown): message is Given =>
  typeof message === 'object' && message !== null && 'transactions' in message && 'reply' in message;

/** The recorded parameters with another mentee in the place of the recorded one. */
function forMentee(value: unknown, recorded: number, mentee: number): unknown {
  return typeof value === 'string'
    ? value.replaceAll(slackUser(recorded), slackUser(mentee)).replaceAll(menteeId(recorded), menteeId(mentee))
    : value;
}

/** Bolt with one listener that sends the recorded statements of a find by bare `pg`, then acknowledges with a static card. */
async function main(): Promise<void> {
  const message = await given();
  if (!isGiven(message)) throw new Error('There is nothing to do.');
  const { url, reply, transactions, recorded } = message;
  const pool = new Pool({ connectionString: url, max: 10 });
  const byUser = new Map(
    Array.from({ length: menteeCount }, (_, mentee) => [
      slackUser(mentee),
      transactions.map((statements) =>
        statements.map(({ values, ...statement }) => ({
          ...statement,
          values: values.map((value) => (value === recorded.act ? value : forMentee(value, recorded.mentee, mentee))),
        })),
      ),
    ]),
  );
  const receiver = new ExpressReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const bolt = new App({ receiver, authorize: async () => ({}), convoStore: false, logLevel: LogLevel.ERROR });
  bolt.command('/mentor', async ({ ack, command }) => {
    for (const statements of byUser.get(command.user_id) ?? []) {
      const client = await pool.connect();
      for (const { values, ...statement } of statements) {
        if (values.length === 0) await client.query(statement.text);
        else {
          const own = values.map((value) => (value === recorded.act ? command.trigger_id : value));
          await client.query({ ...statement, values: own });
        }
      }
      client.release();
    }
    await ack(reply);
  });
  await serve(receiver.app);
}

void main();
