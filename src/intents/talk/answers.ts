import { dropped, meantOtherwise, noSuchChoice, nothingAsked, nothingDecided, nothingToDrop, token } from '../../cards';
import { type Reply, say } from '../../chat';
import { mineOf } from '../../services';
import type { Slots } from '../../understanding';
import type { Turn } from '../intent';
import { type Answering, flows, wishCalled } from './flows';
import { areReadings, isAsked } from './offer';
import { endOpen, type Open } from './open';

type Replies = Promise<readonly Reply[]>;

/** What was asked is dropped; a list that was only shown is no question. */
async function drop(turn: Turn, open: Open | undefined): Replies {
  await endOpen(turn);
  return [say(open?.pending && isAsked(open.pending) ? dropped() : nothingToDrop())];
}

/**
 * "Yes" or "no" with nothing asked: it can be meant for what waits for her, a request, times, a session, an evaluation. One
 * is shown with its buttons, which decide; of several she picks.
 */
async function ofWhatWaits({ tx, house, caller, lead }: Turn): Replies {
  const { asking, meetings, sessions, evaluations } = await mineOf(tx, house, caller);
  const [only, another] = [...asking, ...meetings, ...sessions, ...evaluations];
  if (only === undefined) return [say(nothingAsked())];
  return [say(nothingDecided()), ...(await lead(another === undefined ? only.open : token('mine', {})))];
}

/** Whether a question is open that yes and no do not answer. */
const isQuestion = (open: Open | undefined): boolean =>
  open?.pending !== undefined && open.pending.asks !== 'choice' && open.pending.asks !== 'yes-no';

/** The same question once more. */
async function askAgain(turn: Turn, { pending, pairing, careful }: Open): Replies {
  const wish = pending && wishCalled(pending.intent);
  if (!pending || !wish) return [say(nothingAsked())];
  const settled = pairing === undefined ? {} : { pairing };
  return flows[wish](pending.slots, { turn, sure: careful !== true, ...settled });
}

async function agree(turn: Turn, open: Open | undefined): Replies {
  if (open && isQuestion(open)) return askAgain(turn, open);
  const { asks } = open?.pending ?? {};
  const [doIt, another] = asks === 'yes-no' || asks === 'choice' ? (open?.tokens ?? []) : [];
  // "Did you mean this one?" is answered by yes; of several, yes picks none.
  if (!doIt || another) return ofWhatWaits(turn);
  await endOpen(turn);
  return turn.lead(doIt);
}

/** "No" to readings that were offered: none of them was meant. To a question it drops it. */
async function refuse(turn: Turn, open: Open | undefined): Replies {
  const { pending } = open ?? {};
  if (pending === undefined || !isAsked(pending)) return ofWhatWaits(turn);
  if (!areReadings(pending)) return drop(turn, open);
  await endOpen(turn);
  return [say(meantOtherwise([]))];
}

async function choose(turn: Turn, open: Open | undefined, choice = 0): Replies {
  const tokens = open?.tokens ?? [];
  const chosen = open?.pending?.asks === 'yes-no' ? undefined : tokens[choice - 1];
  return chosen ? turn.lead(chosen) : [say(noSuchChoice(open?.pending?.asks === 'yes-no' ? 0 : tokens.length))];
}

/** Words that answer what is open. */
export function answerOpen(by: Answering, slots: Slots, turn: Turn, open: Open | undefined): Replies {
  switch (by) {
    case 'cancel':
      return drop(turn, open);
    case 'yes':
      return agree(turn, open);
    case 'no':
      return refuse(turn, open);
    case 'choose':
      return choose(turn, open, slots.choice);
  }
}
