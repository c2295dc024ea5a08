import {
  changedMeanwhile,
  doneAlready,
  meetForm,
  meetingChanged,
  meetingThere,
  proposalFaults,
  refusal,
  refusalWords,
  timeFields,
  token,
  tokens,
  tookTheFirst,
} from '../cards';
import type { Block, FieldErrors, FormValues, Reply } from '../chat';
import { replaceWith } from '../chat';
import { isOpen, isRunning, type Meeting, type Pairing, type SeenMeeting } from '../mentoring';
import { meetingView, openMeetingOf, partnerName, proposeMeeting, typeInPlace, usualPlan } from '../services';
import { intent, type Turn } from './intent';
import { showMeeting } from './meeting';
import { pairingOver } from './pairing-over';
import { readProposal } from './proposal';
import { whichPairing } from './which-pairing';

type Replies = Promise<readonly Reply[]>;
type Typed = { readonly values: FormValues; readonly errors?: FieldErrors };

const question = 'With whom would you like to meet?';

/** The form for a new meeting, or for other times of the one that is open. */
async function form(
  turn: Turn,
  pairing: Pairing,
  open: Meeting | undefined,
  typed: Typed,
  ...first: readonly Block[]
): Replies {
  const { tx, house, caller } = turn;
  await typeInPlace(tx, house, caller);
  const seen =
    open && isOpen(open)
      ? { meeting: open.meetingId, version: open.version, isPlanned: open.state === 'planned' }
      : undefined;
  const partner = await partnerName(tx, pairing, caller);
  const shown = meetForm({ pairing: pairing.pairingId, partner, seen, zone: caller.zone, now: tx.at }, ...first);
  return [{ kind: 'form', form: shown, ...typed }];
}

/** The form with what the words have named, over what is usual between the two. */
export const meetFormWith = async (
  turn: Turn,
  pairing: Pairing,
  open: Meeting | undefined,
  named: FormValues,
): Replies => form(turn, pairing, open, { values: { ...(await usualPlan(turn.tx, pairing, open)), ...named } });

/** Whether this form proposed the open meeting itself: it was sent twice. */
function sameTimes(open: Meeting, values: FormValues, turn: Turn): boolean {
  const read = readProposal(values, turn);
  if ('errors' in read) return false;
  const { options } = read.plan;
  return (
    options.length === open.options.length && options.every((each, index) => +each === +(open.options[index] ?? 0))
  );
}

/**
 * The form again with all that was typed. Where somebody was faster, what stands now is said above it, and it is bound to
 * that from here on: nothing of the other one's is passed over unseen.
 */
async function again(
  turn: Turn,
  pairing: Pairing,
  on: SeenMeeting | undefined,
  values: FormValues,
  errors?: FieldErrors,
): Replies {
  const { tx, house, caller } = turn;
  const open = await openMeetingOf(tx, pairing);
  if (open?.meetingId === on?.meeting && open?.version === on?.version)
    return form(turn, pairing, open, { values, ...(errors ? { errors } : {}) });
  if (open?.proposedBy === caller.person.personId && sameTimes(open, values, turn))
    return showMeeting(turn, open.meetingId, doneAlready());
  const view = open && (await meetingView(tx, house, pairing, open, caller.person.personId));
  const first = timeFields[0]?.day ?? '';
  const typed = { values, errors: errors ?? { [first]: proposalFaults.notSent } };
  return form(turn, pairing, open, typed, changedMeanwhile(view, await partnerName(tx, pairing, caller)));
}

/** Plans a meeting, proposes other times, or moves one: the same form, and the other one picks. */
export const meet = intent('meet', tokens.meet, {
  async run({ meeting, version, ...which }, turn) {
    const found = await whichPairing(turn, which, question, (pairing) => token('meet', { pairing }));
    if ('replies' in found) return found.replies;
    const { pairing } = found.meant;
    if (!isRunning(pairing)) return pairingOver(turn, pairing.pairingId);
    const open = await openMeetingOf(turn.tx, pairing);
    if (meeting !== undefined && (open?.meetingId !== meeting || open.version !== version))
      return showMeeting(turn, meeting, meetingChanged());
    if (meeting === undefined && open) return showMeeting(turn, open.meetingId, meetingThere());
    return form(turn, pairing, open, { values: await usualPlan(turn.tx, pairing, open) });
  },
  async submit({ meeting, version, ...which }, values, turn) {
    const { tx, house, caller } = turn;
    const found = await whichPairing(turn, which, question, (pairing) => token('meet', { pairing }));
    if ('replies' in found) return found.replies;
    const { pairing } = found.meant;
    const on: SeenMeeting | undefined =
      meeting !== undefined && version !== undefined ? { meeting, version } : undefined;
    const withErrors = (errors?: FieldErrors): Replies => again(turn, pairing, on, values, errors);
    const read = readProposal(values, turn);
    if ('errors' in read) return withErrors(read.errors);
    const decision = await proposeMeeting(tx, house, caller, pairing.pairingId, { on, ...read });
    if (!decision.ok) {
      if (decision.because.code === 'meeting-changed') return withErrors();
      if (decision.because.code === 'pairing-over') return pairingOver(turn, pairing.pairingId);
      const field = timeFields[0]?.day;
      return field && decision.because.code !== 'not-your-pairing'
        ? withErrors({ [field]: refusalWords(decision.because) })
        : [replaceWith(refusal(decision.because))];
    }
    const [proposed] = decision.events;
    if (!proposed) return [];
    const replies = await showMeeting(
      turn,
      proposed.meetingId,
      ...read.ambiguous.map((at) => tookTheFirst(at, caller.zone)),
    );
    return caller.on ? replies : [{ kind: 'close' }, ...replies];
  },
});
