import { token } from '../../cards';
import type { Reply } from '../../chat';
import type { IntentName, Slots } from '../../understanding';
import { type Meant, whichPairing } from '../which-pairing';
import type { Talk } from './flow';
import { keepOpen } from './open';

/**
 * The exchange that is meant. Where several can be, the bot asks `question` and keeps all that is known until she has
 * picked one, by a button, a name, or "the second one".
 */
export async function whom(
  intent: IntentName,
  slots: Slots,
  { turn, pairing, sure }: Talk,
  question: string,
): Promise<{ readonly meant: Meant } | { readonly replies: readonly Reply[] }> {
  const of = turn.tx.newId();
  const { duration: minutes, date: on, channel: way, topic } = slots;
  const known = intent === 'log_session' ? { minutes, on, way, topic } : {};
  const found = await whichPairing(turn, { pairing, who: slots.person }, question, (id) =>
    token('fill', { intent, of, pairing: id, ...known }),
  );
  if ('meant' in found || found.choices === undefined) return found;
  const { person: _, ...rest } = slots;
  await keepOpen(turn, {
    id: of,
    pending: { intent, slots: rest, asks: 'choice', options: found.choices.map(({ name }) => name) },
    tokens: found.choices.map(({ token: own }) => own),
    ...(sure ? {} : { careful: true as const }),
  });
  return found;
}
