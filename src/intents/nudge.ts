import {
  askedAgain,
  askedLeast,
  askedLess,
  goesOnAsMentor,
  laterForm,
  type NudgeView,
  notWorking as notWorkingCard,
  nudgeCard,
  refusal,
  refusalWords,
  tokens,
} from '../cards';
import { type Block, type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import type { Decision, Pairing, Refusal } from '../mentoring';
import {
  askAgain,
  askLater,
  askLess,
  followNudge,
  goOnAsMentor,
  nudgeView,
  pairingFor,
  pairingView,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { showPairing } from './pairing';
import { typed } from './values';

type Replies = Promise<readonly Reply[]>;

/** The pairing that is meant and still runs; else what is said instead. */
async function running(turn: Turn, id: string): Promise<{ readonly pairing: Pairing } | { readonly replies: Replies }> {
  const found = await pairingFor(turn.tx, turn.caller, id);
  if (!found.ok) return { replies: Promise.resolve([say(refusal(found.because))]) };
  const [own] = found.events;
  if (!own) return { replies: Promise.resolve([]) };
  return own.pairing.state === 'ended' ? { replies: showPairing(turn, own.pairing) } : { pairing: own.pairing };
}

/** The question as it stands now, in the place of the card acted on; it follows the pairing from here on. */
async function show(turn: Turn, pairing: Pairing, first: (view: NudgeView) => readonly Block[] = () => []): Replies {
  const { tx, house, caller } = turn;
  await followNudge(tx, house, caller, pairing.pairingId);
  if (!caller.on) return [];
  const view = await nudgeView(tx, house, pairing, caller.person.personId);
  return [replaceWith(nudgeCard(view, ...first(view)))];
}

/** The question once more, with all answers. */
export const nudge = intent('nudge', tokens.nudge, {
  async run({ pairing }, turn) {
    const own = await running(turn, pairing);
    return 'replies' in own ? own.replies : show(turn, own.pairing);
  },
});

async function form(turn: Turn, pairing: Pairing, values: FormValues, errors?: FieldErrors): Replies {
  const { tx, house, caller } = turn;
  await typeInPlace(tx, house, caller);
  const view = await pairingView(tx, house, pairing, caller.person.personId);
  return [{ kind: 'form', form: laterForm(view), values, ...(errors ? { errors } : {}) }];
}

const weeksAhead = 2;

/** When she would like to be asked again: by a form. */
export const nudgeLater = intent('nudge-later', tokens['nudge-later'], {
  async run({ pairing }, turn) {
    const own = await running(turn, pairing);
    if ('replies' in own) return own.replies;
    const day = turn.tx.at.setZone(turn.caller.zone).plus({ weeks: weeksAhead }).toISODate() ?? '';
    return form(turn, own.pairing, { until: day });
  },
  async submit({ pairing }, values, turn) {
    const own = await running(turn, pairing);
    if ('replies' in own) return own.replies;
    const decision = await askLater(turn.tx, turn.house, turn.caller, pairing, typed(values, 'until'));
    if (decision.ok)
      return turn.caller.on ? show(turn, own.pairing) : [{ kind: 'close' }, ...(await show(turn, own.pairing))];
    return isOfDay(decision.because)
      ? form(turn, own.pairing, values, { until: refusalWords(decision.because) })
      : [say(refusal(decision.because))];
  },
});

const isOfDay = ({ code }: Refusal): boolean =>
  code === 'no-such-day' || code === 'day-is-past' || code === 'snooze-too-long';

type Answered = Decision<{ readonly pairing: Pairing; readonly changed: boolean }>;

async function answered(
  turn: Turn,
  id: string,
  decision: Answered,
  first: (changed: boolean, view: NudgeView) => Block,
): Replies {
  if (decision.ok) {
    const [own] = decision.events;
    return own ? show(turn, own.pairing, (view) => [first(own.changed, view)]) : [];
  }
  const own = await running(turn, id);
  return 'replies' in own ? own.replies : [say(refusal(decision.because))];
}

/** All is well between the two: she is asked half as often. */
export const nudgeLess = intent('nudge-less', tokens['nudge-less'], {
  run: async ({ pairing }, turn) =>
    answered(turn, pairing, await askLess(turn.tx, turn.house, turn.caller, pairing), (changed, view) =>
      changed ? askedLess(view) : askedLeast(),
    ),
});

/** She is asked as the program says, from now on. */
export const nudgeAgain = intent('nudge-again', tokens['nudge-again'], {
  run: async ({ pairing }, turn) =>
    answered(turn, pairing, await askAgain(turn.tx, turn.house, turn.caller, pairing), (_, view) => askedAgain(view)),
});

/** It does not work between the two: what she can do. */
export const notWorking = intent('not-working', tokens['not-working'], {
  async run({ pairing }, turn) {
    const own = await running(turn, pairing);
    if ('replies' in own) return own.replies;
    const { tx, house, caller } = turn;
    const card = notWorkingCard(await pairingView(tx, house, own.pairing, caller.person.personId));
    if (!caller.on) return [say(card)];
    await house.ledger.release(tx, caller.person.personId, caller.on);
    return [replaceWith(card)];
  },
});

/** A mentor whose time is nearly over goes on. */
export const commitmentOn = intent('commitment-on', tokens['commitment-on'], {
  async run(_, { tx, house, caller }) {
    await goOnAsMentor(tx, caller);
    if (!caller.on) return [say(goesOnAsMentor())];
    await house.ledger.release(tx, caller.person.personId, caller.on);
    return [replaceWith(goesOnAsMentor())];
  },
});
