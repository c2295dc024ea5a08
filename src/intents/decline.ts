import { declineForm, mostReason, pausedToo, refusalWords, tokens } from '../cards';
import type { FieldErrors, FormValues, Reply } from '../chat';
import { declineKinds, type Refusal, type Request } from '../mentoring';
import { decline as declineRequest, requestFor, typeInPlace, viewOf } from '../services';
import { intent, type Turn } from './intent';
import { formOutcome, overAlready, showRequest } from './show-request';
import { typed } from './values';

const isDeclined = ({ state }: Request): boolean => state === 'declined';

/** What is wrong with the day of a pause stands at its field; nothing was declined then. */
const pauseFaults: ReadonlySet<Refusal['code']> = new Set([
  'no-such-day',
  'day-is-past',
  'pause-too-long',
  'no-mentor-entry',
]);

/** The form once more with what was typed, while there is something to decline; else how it stands. */
async function again(id: string, turn: Turn, values: FormValues, errors: FieldErrors): Promise<readonly Reply[]> {
  const found = await requestFor(turn.tx, turn.caller, id);
  const [seen] = found.ok ? found.events : [];
  if (seen?.reader !== 'mentor') return showRequest(id, turn);
  if (seen.request.state !== 'waiting') return showRequest(id, turn, await overAlready(id, turn, isDeclined));
  const form = declineForm(await viewOf(turn.tx, turn.house, seen.request, 'mentor'));
  return [{ kind: 'form', form, values, errors }];
}

/** The mentor says no by a form: why, and until when she pauses, if she likes. */
export const decline = intent('decline', tokens.decline, {
  async run({ request: id }, turn) {
    const found = await requestFor(turn.tx, turn.caller, id);
    const [seen] = found.ok ? found.events : [];
    if (seen?.reader !== 'mentor' || seen.request.state !== 'waiting')
      return showRequest(
        id,
        turn,
        ...(seen?.request.state === 'waiting' ? [] : [await overAlready(id, turn, isDeclined)]),
      );
    await typeInPlace(turn.tx, turn.house, turn.caller);
    return [{ kind: 'form', form: declineForm(await viewOf(turn.tx, turn.house, seen.request, 'mentor')) }];
  },
  async submit({ request: id }, values, turn) {
    const { tx, house, caller } = turn;
    const kind = declineKinds.find((each) => each === values.reason);
    const words = typed(values, 'words');
    const until = typed(values, 'until');
    const errors = {
      ...(kind === undefined ? { reason: 'Please pick a reason: it is told kindly.' } : {}),
      ...(words.length > mostReason
        ? { words: `That is ${words.length} characters long. Please say it in up to ${mostReason}.` }
        : {}),
    };
    if (kind === undefined || words.length > mostReason) return again(id, turn, values, errors);
    const pauseUntil = until || undefined;
    const decision = await declineRequest(tx, house, caller, id, { kind, words: words || undefined, pauseUntil });
    if (!decision.ok && pauseFaults.has(decision.because.code))
      return again(id, turn, values, { until: refusalWords(decision.because) });
    const done = pauseUntil === undefined ? [] : [pausedToo(pauseUntil, tx.at.setZone(caller.zone))];
    return formOutcome(decision, id, turn, isDeclined, ...done);
  },
});
