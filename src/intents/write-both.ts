import { letterFaults, letterForm, letterSent, mostLetter, refusal, type TokenArgs, tokens } from '../cards';
import { type FieldErrors, type FormValues, type Reply, say } from '../chat';
import { seenPair, typeInPlace, writeToBoth } from '../services';
import { afterAct } from './after-act';
import { intent, type Turn } from './intent';
import { typed } from './values';

async function form(
  turn: Turn,
  args: TokenArgs<'write-both'>,
  values?: FormValues,
  errors?: FieldErrors,
): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  const seen = await seenPair(tx, house, caller, args.pairing);
  if (!seen.ok) return [say(refusal(seen.because))];
  const [pair] = seen.events;
  if (!pair) return [];
  await typeInPlace(tx, house, caller);
  const shown = letterForm(pair, { ...args, draft: args.draft ?? tx.newId() });
  return [{ kind: 'form', form: shown, ...(values && errors ? { values, errors } : {}) }];
}

const faultOf = (words: string): string | undefined => {
  if (words === '') return letterFaults.empty;
  return words.length > mostLetter ? letterFaults.long(words.length) : undefined;
};

/** A coordinator writes to both people of a pair, in her own name. */
export const writeBoth = intent('write-both', tokens['write-both'], {
  run: (args, turn) => form(turn, args),
  async submit(args, values, turn) {
    const words = typed(values, 'words');
    const fault = faultOf(words);
    if (fault !== undefined) return form(turn, args, values, { words: fault });
    const { tx, house, caller } = turn;
    const letter = { pairing: args.pairing, letterId: args.draft ?? tx.newId(), words };
    const replies = await afterAct(turn, args, await writeToBoth(tx, house, caller, letter), letterSent);
    return turn.caller.on ? replies : [{ kind: 'close' }, ...replies];
  },
});
