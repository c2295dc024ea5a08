import { refusal, rePaired, rePairFault, rePairForm, type TokenArgs, tokens } from '../cards';
import { type FieldErrors, type FormValues, type Reply, say } from '../chat';
import { rePairKinds } from '../mentoring';
import { rePair as rePairWith, seenPair, typeInPlace } from '../services';
import { afterAct } from './after-act';
import { intent, type Turn } from './intent';
import { typed } from './values';

async function form(
  turn: Turn,
  args: TokenArgs<'re-pair'>,
  values?: FormValues,
  errors?: FieldErrors,
): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  const seen = await seenPair(tx, house, caller, args.pairing);
  if (!seen.ok) return [say(refusal(seen.because))];
  const [pair] = seen.events;
  if (!pair) return [];
  if (pair.ended) return afterAct(turn, args, { ok: false, because: { code: 'pair-changed', what: 'ended' } });
  await typeInPlace(tx, house, caller);
  // What she confirms is what the form shows, not what an older card did.
  const shown = rePairForm(pair, { ...args, seen: pair.glance });
  return [{ kind: 'form', form: shown, ...(values && errors ? { values, errors } : {}) }];
}

/** A coordinator ends a pair of others, and the mentee is offered other mentors. */
export const rePair = intent('re-pair', tokens['re-pair'], {
  run: (args, turn) => form(turn, args),
  async submit(args, values, turn) {
    const why = rePairKinds.find((kind) => kind === typed(values, 'why'));
    if (why === undefined) return form(turn, args, values, { why: rePairFault });
    const decision = await rePairWith(turn.tx, turn.house, turn.caller, args, why);
    const replies = await afterAct(turn, args, decision, rePaired);
    return turn.caller.on ? replies : [{ kind: 'close' }, ...replies];
  },
});
