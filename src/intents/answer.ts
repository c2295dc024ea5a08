import {
  declineForm,
  doneAlready,
  mostReason,
  noFreePlace,
  nothingChanged,
  refusal,
  requestForMentee,
  requestForMentor,
  requestNews,
  tokens,
} from '../cards';
import { type Block, type FormValues, type Reply, replaceWith, say } from '../chat';
import { type Decision, declineKinds, type Request, type RequestState } from '../mentoring';
import {
  accept as acceptRequest,
  decline as declineRequest,
  followAnew,
  followInPlace,
  requestFor,
  typeInPlace,
  viewOf,
  withdraw as withdrawRequest,
} from '../services';
import { intent, type Turn } from './intent';
import { typed } from './values';

/**
 * The request's card of today, in the place of the one acted on, from where it follows the request. Where no card was
 * acted on, it comes as a message of its own, because what an answer leaves in a chat could not be redrawn later.
 */
async function show(requestId: string, turn: Turn, ...first: Block[]): Promise<readonly Reply[]> {
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

/** What is said on top where a request is over already: calmly, where it is over as it was wanted. */
async function overAlready(requestId: string, turn: Turn, wanted: RequestState): Promise<Block> {
  const found = await requestFor(turn.tx, turn.caller, requestId);
  const [seen] = found.ok ? found.events : [];
  return seen?.request.state === wanted ? doneAlready() : nothingChanged();
}

/** How an answer turned out: the card of today, with a word on top where nothing changed. */
async function outcome(
  decision: Decision<Request>,
  requestId: string,
  turn: Turn,
  wanted: RequestState,
): Promise<readonly Reply[]> {
  if (decision.ok) return show(requestId, turn);
  if (decision.because.code === 'over-already')
    return show(requestId, turn, await overAlready(requestId, turn, wanted));
  if (decision.because.code === 'no-free-place') return show(requestId, turn, noFreePlace());
  return [replaceWith(refusal(decision.because))];
}

export const accept = intent('accept', tokens.accept, {
  run: async ({ request }, turn) =>
    outcome(await acceptRequest(turn.tx, turn.house, turn.caller, request), request, turn, 'accepted'),
});

export const withdraw = intent('withdraw', tokens.withdraw, {
  run: async ({ request }, turn) =>
    outcome(await withdrawRequest(turn.tx, turn.house, turn.caller, request), request, turn, 'withdrawn'),
});

export const request = intent('request', tokens.request, { run: ({ request: id }, turn) => show(id, turn) });

const kindOf = (values: FormValues): (typeof declineKinds)[number] | undefined =>
  declineKinds.find((kind) => kind === values.reason);

export const decline = intent('decline', tokens.decline, {
  async run({ request: id }, turn) {
    const found = await requestFor(turn.tx, turn.caller, id);
    const [seen] = found.ok ? found.events : [];
    if (seen?.reader !== 'mentor' || seen.request.state !== 'waiting')
      return show(id, turn, ...(seen?.request.state === 'waiting' ? [] : [await overAlready(id, turn, 'declined')]));
    await typeInPlace(turn.tx, turn.house, turn.caller);
    return [{ kind: 'form', form: declineForm(await viewOf(turn.tx, turn.house, seen.request, 'mentor')) }];
  },
  async submit({ request: id }, values, turn) {
    const kind = kindOf(values);
    const words = typed(values, 'words');
    const errors = {
      ...(kind === undefined ? { reason: 'Please pick a reason: it is told kindly.' } : {}),
      ...(words.length > mostReason
        ? { words: `That is ${words.length} characters long. Please say it in up to ${mostReason}.` }
        : {}),
    };
    if (kind === undefined || words.length > mostReason) {
      const found = await requestFor(turn.tx, turn.caller, id);
      const [seen] = found.ok ? found.events : [];
      if (seen?.reader !== 'mentor') return show(id, turn);
      return [
        { kind: 'form', form: declineForm(await viewOf(turn.tx, turn.house, seen.request, 'mentor')), values, errors },
      ];
    }
    const decision = await declineRequest(turn.tx, turn.house, turn.caller, id, { kind, words: words || undefined });
    const replies = await outcome(decision, id, turn, 'declined');
    return turn.caller.on || !decision.ok ? replies : [{ kind: 'close' }];
  },
});
