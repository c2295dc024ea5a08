import { askDay, askLength, askWay, confirmLog, type Told, token } from '../../cards';
import { type Card, type Reply, replaceWith, say } from '../../chat';
import { partnerName } from '../../services';
import type { Asks, Slots } from '../../understanding';
import type { Flow, Talk } from './flow';
import { keepOpen } from './open';
import { whom } from './whom';

const question = 'With whom was it?';
/** More is refused with its reason, however much more it is. */
const mostMinutes = 100_000;

/** What is still to be asked, one at a time: how long, which day, how; "yes" where all is known, but not for certain. */
function nextQuestion(
  slots: Slots,
  sure: boolean,
): { readonly asks: Asks; readonly card: (told: Told) => Card } | undefined {
  if (slots.duration === undefined) return { asks: 'duration', card: askLength };
  if (slots.date === undefined) return { asks: 'date', card: askDay };
  if (slots.channel === undefined) return { asks: 'channel', card: askWay };
  return sure ? undefined : { asks: 'yes-no', card: confirmLog };
}

const saysNothing = ({ person, duration, date, channel }: Slots): boolean =>
  person === undefined && duration === undefined && date === undefined && channel === undefined;

async function ask(slots: Slots, { turn, sure }: Talk, pairing: string, partner: string): Promise<readonly Reply[]> {
  const next = nextQuestion(slots, sure);
  const { duration, date: on, channel: way, topic } = slots;
  const minutes = duration === undefined ? undefined : Math.min(duration, mostMinutes);
  const known = { pairing, minutes, on, way, topic };
  if (!next) return turn.lead(token('log', known));
  const of = turn.tx.newId();
  await keepOpen(turn, {
    id: of,
    pending: { intent: 'log_session', slots, asks: next.asks },
    tokens: next.asks === 'yes-no' ? [token('log', known)] : [],
    pairing,
    ...(sure ? {} : { careful: true as const }),
  });
  const card = next.card({ partner, known, of, zone: turn.caller.zone, now: turn.tx.at });
  return [turn.caller.on ? replaceWith(card) : say(card)];
}

/**
 * A session is told: what is missing is asked one at a time, never guessed, and what is complete is logged. Who only says
 * "log" gets the form, in which all of it has its field.
 */
export const logSteps: Flow = async (slots, talk) => {
  const found = await whom('log_session', slots, talk, question);
  if ('replies' in found) return found.replies;
  const { pairing } = found.meant;
  if (saysNothing(slots)) return talk.turn.lead(token('log', { pairing: pairing.pairingId }));
  return ask(slots, talk, pairing.pairingId, await partnerName(talk.turn.tx, pairing, talk.turn.caller));
};
