import {
  mentorEntry,
  mentorForm,
  mentorTerms,
  mostPlaces,
  noEntry,
  notYet,
  pauseForm,
  refusal,
  refusalWords,
  tokens,
} from '../cards';
import { type Block, type FieldErrors, type FormValues, notice, type Reply, replaceWith, say } from '../chat';
import {
  entryOf,
  entryStep,
  entryValues,
  followEntry,
  hasAgreed,
  mentorTermsOf,
  offerable,
  pauseMentor,
  resumeMentor,
  saveMentorEntry,
  suggested,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { ticked, typed } from './values';

/** Her entry as it stands; for somebody who has none, what it means to be a mentor. */
async function entryCard({ tx, house, caller }: Turn, ...first: Block[]) {
  const entry = await entryOf(tx, house, caller);
  if (entry) return mentorEntry(entry, tx.at.setZone(caller.zone), ...first);
  const terms = await mentorTermsOf(tx, house);
  return terms ? mentorTerms(terms) : notYet(await suggested(tx, house));
}

const shown = async (turn: Turn, ...first: Block[]): Promise<readonly Reply[]> => {
  const card = await entryCard(turn, ...first);
  await followEntry(turn.tx, turn.house, turn.caller);
  return [turn.caller.on ? replaceWith(card) : say(card)];
};

/** A form that was sent: from a card, the card takes its place; else it closes and the card follows. */
const saved = async (turn: Turn, words: string): Promise<readonly Reply[]> => {
  const replies = await shown(turn, notice('good', words));
  return turn.caller.on ? replies : [{ kind: 'close' }, ...replies];
};

export const mentor = intent('mentor', tokens.mentor, { run: (_, turn) => shown(turn) });

async function form(turn: Turn, values?: FormValues, errors?: FieldErrors): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  await typeInPlace(tx, house, caller);
  return [
    {
      kind: 'form',
      form: mentorForm(await offerable(tx, house), await entryStep(tx, house, caller)),
      values: values ?? (await entryValues(tx, house, caller)),
      ...(errors ? { errors } : {}),
    },
  ];
}

/** The form with what the words have named. */
export const mentorFormWith = (turn: Turn, values: FormValues): Promise<readonly Reply[]> => form(turn, values);

/** The form for a break, with what the words have named. */
export async function pauseFormWith(turn: Turn, values: FormValues): Promise<readonly Reply[]> {
  await typeInPlace(turn.tx, turn.house, turn.caller);
  return [{ kind: 'form', form: pauseForm(), values }];
}

/** Becoming a mentor, and changing one's entry. */
export const mentorEntryForm = intent('mentor-form', tokens['mentor-form'], {
  run: (_, turn) => form(turn),
  async submit(_, values, turn) {
    const { tx, house, caller } = turn;
    const known = new Set((await offerable(tx, house)).map((topic) => topic.id));
    const topics = ticked(values, 'topics').filter((topic) => known.has(topic));
    const places = typed(values, 'places');
    const agrees = values.agreed === 'yes' || (await hasAgreed(tx, caller));
    const errors = {
      ...(topics.length === 0
        ? { topics: 'Please pick at least one topic. To stop mentoring, use Leave the list.' }
        : {}),
      ...(/^\d{1,2}$/.test(places) && Number(places) <= mostPlaces
        ? {}
        : { places: `Please give a whole number from 0 to ${mostPlaces}.` }),
      ...(agrees ? {} : { agreed: 'Please confirm that you have read what is expected.' }),
    };
    if (Object.keys(errors).length > 0) return form(turn, values, errors);
    await saveMentorEntry(tx, house, caller, {
      topics,
      capacity: Number(places),
      ways: ticked(values, 'ways'),
      times: ticked(values, 'times'),
    });
    return saved(turn, 'Saved. Thank you for mentoring!');
  },
});

export const pause = intent('pause', tokens.pause, {
  async run(_, turn) {
    const { tx, house, caller } = turn;
    if (!(await entryOf(tx, house, caller))) return [say(noEntry())];
    await typeInPlace(tx, house, caller);
    return [{ kind: 'form', form: pauseForm() }];
  },
  async submit(_, values, turn) {
    const until = typed(values, 'until');
    const decision = await pauseMentor(turn.tx, turn.house, turn.caller, until);
    if (decision.ok) return saved(turn, 'Enjoy your break.');
    if (decision.because.code === 'no-mentor-entry') return [replaceWith(noEntry())];
    return [{ kind: 'form', form: pauseForm(), values, errors: { until: refusalWords(decision.because) } }];
  },
});

export const resume = intent('resume', tokens.resume, {
  async run(_, turn) {
    const { tx, house, caller } = turn;
    if (!(await entryOf(tx, house, caller))) return [say(noEntry())];
    const decision = await resumeMentor(tx, house, caller.person.personId, 'asked', caller.on);
    if (!decision.ok) return [say(refusal(decision.because))];
    const [event] = decision.events;
    return shown(
      turn,
      notice('good', event?.resumed ? 'Welcome back: mentees can find you again.' : 'You do not pause.'),
    );
  },
});
