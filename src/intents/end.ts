import { ended, endedAlready, endForm, pairingCard, refusal, token, tokens } from '../cards';
import { type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import { type Decision, endKinds, type Pairing } from '../mentoring';
import { endExchange, followPairing, goOn as goOnWith, isMentor, pairingView, typeInPlace } from '../services';
import { intent, type Turn } from './intent';
import { showPairing } from './pairing';
import { typed } from './values';
import { type Meant, whichPairing } from './which-pairing';

type Replies = Promise<readonly Reply[]>;

async function form(turn: Turn, { pairing }: Meant, values?: FormValues, errors?: FieldErrors): Replies {
  const { tx, house, caller } = turn;
  if (pairing.state === 'ended') return showPairing(turn, pairing, endedAlready());
  await typeInPlace(tx, house, caller);
  const shown = { kind: 'form', form: endForm(await pairingView(tx, house, pairing, caller.person.personId)) } as const;
  return [values && errors ? { ...shown, values, errors } : shown];
}

const which = (pairing: string) => token('end', { pairing });
const question = 'Which exchange would you like to end?';

/** Either ends the exchange, without fault. */
export const end = intent('end', tokens.end, {
  async run(args, turn) {
    const found = await whichPairing(turn, args, question, which);
    return 'replies' in found ? found.replies : form(turn, found.meant);
  },
  async submit(args, values, turn) {
    const found = await whichPairing(turn, args, question, which);
    if ('replies' in found) return found.replies;
    const why = endKinds.find((kind) => kind === typed(values, 'why'));
    if (why === undefined)
      return form(turn, found.meant, values, { why: 'Please pick what comes nearest. Your partner is not told.' });
    const { tx, house, caller } = turn;
    const decision = await endExchange(tx, house, caller, found.meant.pairing.pairingId, why);
    if (!decision.ok)
      return decision.because.code === 'pairing-over'
        ? showPairing(turn, found.meant.pairing, endedAlready())
        : [replaceWith(refusal(decision.because))];
    const [pairing] = decision.events;
    if (!pairing) return [];
    await followPairing(tx, house, caller, pairing.pairingId);
    const view = await pairingView(tx, house, pairing, caller.person.personId);
    const card = pairingCard(view, ...ended(view, await isMentor(tx, caller)));
    return caller.on ? [replaceWith(card)] : [{ kind: 'close' }, say(card)];
  },
});

async function outcome(decision: Decision<Pairing>, pairingId: string, turn: Turn): Replies {
  const [pairing] = decision.ok ? decision.events : [];
  if (pairing) return showPairing(turn, pairing);
  if (decision.ok || decision.because.code !== 'pairing-over')
    return decision.ok ? [] : [replaceWith(refusal(decision.because))];
  const found = await whichPairing(turn, { pairing: pairingId }, question, which);
  return 'replies' in found ? found.replies : showPairing(turn, found.meant.pairing, endedAlready());
}

/** After the introductory session: one of the two would like to go on. */
export const goOn = intent('go-on', tokens['go-on'], {
  run: async ({ pairing }, turn) => outcome(await goOnWith(turn.tx, turn.house, turn.caller, pairing), pairing, turn),
});
