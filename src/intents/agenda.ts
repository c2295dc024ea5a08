import { agendaForm, agendaSaved, refusal, refusalWords, token, tokens } from '../cards';
import { type FieldErrors, type FormValues, type Reply, replaceWith } from '../chat';
import { isRunning } from '../mentoring';
import { partnerName, readAgenda, typeInPlace, writeAgenda } from '../services';
import { intent, type Turn } from './intent';
import { showMeeting } from './meeting';
import { showPairing } from './pairing';
import { pairingOver } from './pairing-over';
import { typed } from './values';
import { type Meant, whichPairing } from './which-pairing';

type Replies = Promise<readonly Reply[]>;

const question = 'Whose agenda do you mean?';

async function form(
  turn: Turn,
  { pairing, reader }: Meant,
  meeting: string | undefined,
  given?: { readonly values: FormValues; readonly errors?: FieldErrors },
): Replies {
  const { tx, house, caller } = turn;
  const written = await readAgenda(tx, caller, pairing);
  await typeInPlace(tx, house, caller);
  const partner = await partnerName(tx, pairing, caller);
  const shown = agendaForm({ pairing: pairing.pairingId, meeting, reader, partner, written });
  const own = (reader === 'mentee' ? written.agenda : written.resources) ?? '';
  return [{ kind: 'form', form: shown, ...(given ?? { values: { words: own } }) }];
}

/** The form with these words in it. */
export const agendaFormWith = (turn: Turn, meant: Meant, words: string): Replies =>
  form(turn, meant, undefined, { values: { words } });

/** Keeps words that were said, and shows the exchange with them; too many of them stand in the form, with the reason. */
export async function keepAgenda(turn: Turn, meant: Meant, words: string): Replies {
  const { tx, house, caller } = turn;
  const { pairing } = meant;
  const decision = await writeAgenda(tx, house, caller, pairing.pairingId, words);
  if (decision.ok) return showPairing(turn, pairing, agendaSaved(await partnerName(tx, pairing, caller)));
  const { because } = decision;
  return because.code === 'words-too-long'
    ? form(turn, meant, undefined, { values: { words }, errors: { words: refusalWords(because) } })
    : [replaceWith(refusal(because))];
}

/** The mentee's agenda, the mentor's resources: each writes one and reads both. */
export const agenda = intent('agenda', tokens.agenda, {
  async run({ meeting, ...which }, turn) {
    const found = await whichPairing(turn, which, question, (pairing) => token('agenda', { pairing }));
    if ('replies' in found) return found.replies;
    return isRunning(found.meant.pairing)
      ? form(turn, found.meant, meeting)
      : pairingOver(turn, found.meant.pairing.pairingId);
  },
  async submit({ meeting, ...which }, values, turn) {
    const { tx, house, caller } = turn;
    const found = await whichPairing(turn, which, question, (pairing) => token('agenda', { pairing }));
    if ('replies' in found) return found.replies;
    const { pairing } = found.meant;
    const decision = await writeAgenda(tx, house, caller, pairing.pairingId, typed(values, 'words'));
    if (!decision.ok) {
      const { because } = decision;
      if (because.code === 'pairing-over') return pairingOver(turn, pairing.pairingId);
      if (because.code !== 'words-too-long') return [replaceWith(refusal(because))];
      return form(turn, found.meant, meeting, { values, errors: { words: refusalWords(because) } });
    }
    const saved = agendaSaved(await partnerName(tx, pairing, caller));
    if (!caller.on) return [{ kind: 'close' }, ...(await showPairing(turn, pairing))];
    return meeting === undefined ? showPairing(turn, pairing, saved) : showMeeting(turn, meeting, saved);
  },
});
