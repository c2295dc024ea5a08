import { isRecord, recordAt, textAt } from '../json';
import { cardFaults } from './limits';
import type { TeamsMessage } from './rooms';
import type { TeamsWorld } from './world';

const sorry = 'Something went wrong. Please try again.';

function apply(body: unknown, message: TeamsMessage, world: TeamsWorld): string | undefined {
  if (!isRecord(body)) return 'the answer to an invoke is not JSON';
  switch (body.type) {
    case 'application/vnd.microsoft.card.adaptive': {
      const card = recordAt(body, 'value');
      const faults = cardFaults(card);
      if (faults.length > 0) return `the new card: ${faults.join('; ')}`;
      const summary = message.summary === undefined ? {} : { summary: message.summary };
      world.rooms.change(message, { card, ...summary });
      return undefined;
    }
    case 'application/vnd.microsoft.activity.message':
      world.rooms.add({ conversation: message.conversation, from: 'bot', text: String(body.value) });
      return undefined;
    case 'application/vnd.microsoft.error':
      return textAt(recordAt(body, 'value'), 'message') ?? sorry;
    default:
      return `an invoke cannot be answered with the type ${String(body.type)}`;
  }
}

/** Does in the client what the bot answered to an Action.Execute. What it cannot follow is shown to the person. */
export function applyInvokeAnswer(body: unknown, message: TeamsMessage, user: string, world: TeamsWorld): void {
  const wrong = apply(body, message, world);
  if (wrong) world.trouble({ user, says: `Teams shows an error: ${wrong}` });
  world.changed(user);
}
