import {
  answeredAlready,
  askedAlready,
  doneAlready,
  noFreePlace,
  nothingChanged,
  refusal,
  requestForMentee,
  requestForMentor,
  requestNews,
} from '../cards';
import { type Block, type Reply, replaceWith, say } from '../chat';
import type { Decision, Refusal, Request } from '../mentoring';
import { followAnew, followInPlace, requestFor, viewOf } from '../services';
import type { Turn } from './intent';

/**
 * The request's card of today, in the place of the one acted on, from where it follows the request. Where no card was
 * acted on, it comes as a message of its own, because what an answer leaves in a chat could not be redrawn later.
 */
export async function showRequest(
  requestId: string,
  turn: Turn,
  ...first: readonly Block[]
): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  const found = await requestFor(tx, caller, requestId);
  if (!found.ok) return [replaceWith(refusal(found.because))];
  const [seen] = found.events;
  if (!seen) return [];
  if (!caller.on) {
    await followAnew(tx, house, caller, seen.request, seen.reader);
    return first.length > 0 ? [say(requestNews(...first))] : [];
  }
  await followInPlace(tx, house, caller, seen.request, seen.reader);
  const view = await viewOf(tx, house, seen.request, seen.reader);
  return [replaceWith(seen.reader === 'mentor' ? requestForMentor(view, ...first) : requestForMentee(view, ...first))];
}

/** How the request would stand, had this act been carried out just now. */
export type Wanted = (request: Request) => boolean;

/** What is said on top where a request is over already: calmly, where it is over as it was wanted. */
export async function overAlready(requestId: string, turn: Turn, wanted: Wanted): Promise<Block> {
  const found = await requestFor(turn.tx, turn.caller, requestId);
  const [seen] = found.ok ? found.events : [];
  return seen && wanted(seen.request) ? doneAlready() : nothingChanged();
}

/** What is said on top of the card of today where a request did not change; undefined where there is no card to show. */
async function whyUnchanged(because: Refusal, id: string, turn: Turn, wanted: Wanted): Promise<Block | undefined> {
  switch (because.code) {
    case 'over-already':
      return overAlready(id, turn, wanted);
    case 'no-free-place':
      return noFreePlace();
    case 'question-asked':
      return askedAlready();
    case 'question-answered':
      return answeredAlready();
    case 'no-question':
      return nothingChanged();
    default:
      return undefined;
  }
}

/** How an answer turned out: the card of today, with a word on top where nothing changed, or `done` where it did. */
export async function outcome(
  decision: Decision<Request>,
  requestId: string,
  turn: Turn,
  wanted: Wanted,
  ...done: readonly Block[]
): Promise<readonly Reply[]> {
  if (decision.ok) return showRequest(requestId, turn, ...done);
  const why = await whyUnchanged(decision.because, requestId, turn, wanted);
  return why ? showRequest(requestId, turn, why) : [replaceWith(refusal(decision.because))];
}

/** The same for a form: where it stood over the chat and no card was acted on, it closes. */
export async function formOutcome(
  decision: Decision<Request>,
  requestId: string,
  turn: Turn,
  wanted: Wanted,
  ...done: readonly Block[]
): Promise<readonly Reply[]> {
  const replies = await outcome(decision, requestId, turn, wanted, ...done);
  return turn.caller.on || !decision.ok ? replies : [{ kind: 'close' }, ...replies];
}
