import {
  dayOffAdded,
  dayOffForm,
  dayOffTaken,
  daysOff as daysOffCard,
  daysOffChanged,
  daysOffForm,
  daysOffSame,
  daysOffValues,
  refusal,
  refusalWords,
  tokens,
} from '../cards';
import { type Block, type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import { comingDaysOff, type Refusal, standing } from '../mentoring';
import {
  addDayOffBy,
  daysOffOf,
  dropDayOffBy,
  keepDaysOffBy,
  keepsDaysOff,
  markOf,
  mayKeepDaysOff,
  todayHere,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { ticked, typed } from './values';

type Replies = Promise<readonly Reply[]>;

/** At which field of the form a refusal stands; undefined for one that no other typing would mend. */
function fieldOf({ code }: Refusal): string | undefined {
  switch (code) {
    case 'day-off-no-name':
    case 'words-too-long':
      return 'name';
    case 'no-such-day-off':
    case 'day-is-past':
    case 'day-off-too-far':
    case 'day-off-already':
    case 'too-many-days-off':
      return 'day';
    default:
      return undefined;
  }
}

async function cardOf({ tx, caller }: Turn, added: string | undefined, ...first: readonly Block[]) {
  const coming = comingDaysOff(await daysOffOf(tx), await todayHere(tx));
  return daysOffCard({ coming, keeps: keepsDaysOff(caller) }, added, ...first);
}

/** The list as it stands, in the place of the card acted on; `added` can be taken back. */
async function show(turn: Turn, added: string | undefined, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const card = await cardOf(turn, added, ...first);
  if (!caller.on) return [say(card)];
  await house.ledger.release(tx, caller.person.personId, caller.on);
  return [replaceWith(card)];
}

/** A sent form gives way to the list. */
const sent = async (turn: Turn, replies: Replies): Replies =>
  turn.caller.on ? replies : [{ kind: 'close' }, ...(await replies)];

async function addForm(turn: Turn, values: FormValues, errors?: FieldErrors): Replies {
  await typeInPlace(turn.tx, turn.house, turn.caller);
  return [{ kind: 'form', form: dayOffForm(), values, ...(errors ? { errors } : {}) }];
}

export const daysOff = intent('days-off', tokens['days-off'], {
  run: async ({ back }, turn) => (back === 'form' ? show(turn, undefined) : [say(await cardOf(turn, undefined))]),
});

export const dayOffAdd = intent('day-off-add', tokens['day-off-add'], {
  async run({ on }, turn) {
    const no = await mayKeepDaysOff(turn.tx, turn.caller);
    if (no) return [say(refusal(no))];
    return addForm(turn, { every: 'once', ...(on === undefined ? {} : { day: on }) });
  },
  async submit(_, values, turn) {
    const asked = {
      day: typed(values, 'day'),
      name: typed(values, 'name'),
      everyYear: typed(values, 'every') === 'year',
    };
    const decision = await addDayOffBy(turn.tx, turn.caller, asked);
    if (!decision.ok) {
      const field = fieldOf(decision.because);
      if (field === undefined) return [say(refusal(decision.because))];
      return addForm(turn, values, { [field]: refusalWords(decision.because) });
    }
    const [added] = decision.events;
    return sent(turn, added ? show(turn, added.day, dayOffAdded(added)) : show(turn, undefined, daysOffSame()));
  },
});

export const daysOffChange = intent('days-off-change', tokens['days-off-change'], {
  async run(_, turn) {
    const { tx, house, caller } = turn;
    const no = await mayKeepDaysOff(tx, caller);
    if (no) return [say(refusal(no))];
    await typeInPlace(tx, house, caller);
    const list = await daysOffOf(tx);
    const own = standing(list, await todayHere(tx));
    return [{ kind: 'form', form: daysOffForm(own, markOf(list)), values: daysOffValues(list, own) }];
  },
  async submit({ list }, values, turn) {
    const ticks = [...ticked(values, 'federal'), ...ticked(values, 'own')];
    const decision = await keepDaysOffBy(turn.tx, turn.caller, ticks, list);
    if (!decision.ok) return sent(turn, Promise.resolve([say(refusal(decision.because))]));
    return sent(turn, show(turn, undefined, decision.events[0] ? daysOffChanged() : daysOffSame()));
  },
});

export const dayOffUndo = intent('day-off-undo', tokens['day-off-undo'], {
  async run({ day }, turn) {
    const decision = await dropDayOffBy(turn.tx, turn.caller, day);
    if (!decision.ok) return [say(refusal(decision.because))];
    return show(turn, undefined, decision.events[0] ? dayOffTaken() : daysOffSame());
  },
});
