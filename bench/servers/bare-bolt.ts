import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import { signingSecret } from '../slack-wire';
import { given, serve } from './serve';

const hasReply = (message: unknown): message is { reply: object } =>
  typeof message === 'object' && message !== null && 'reply' in message && typeof message.reply === 'object';

/** Bolt as its guide puts it: one listener, signatures checked, an acknowledgment that stands ready. */
async function main(): Promise<void> {
  const message = await given();
  if (!hasReply(message)) throw new Error('There is nothing to reply.');
  const { reply } = message;
  const receiver = new ExpressReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const bolt = new App({ receiver, authorize: async () => ({}), convoStore: false, logLevel: LogLevel.ERROR });
  bolt.command('/mentor', async ({ ack }) => {
    await ack(reply);
  });
  await serve(receiver.app);
}

void main();
