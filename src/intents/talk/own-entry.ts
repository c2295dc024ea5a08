import { noEntry, tapFirst, token } from '../../cards';
import { type FormValues, say } from '../../chat';
import { entryOf, entryValues, offerable } from '../../services';
import type { Slots } from '../../understanding';
import { mentorFormWith, pauseFormWith } from '../mentor';
import { ticked } from '../values';
import type { Flow, Talk } from './flow';

/** The entry as it would be with what was said: topics more or less, and how many mentees. */
async function changed({ topics = [], action, capacity }: Slots, { turn }: Talk): Promise<FormValues> {
  const { tx, house, caller } = turn;
  const before = await entryValues(tx, house, caller);
  const known = new Set((await offerable(tx, house)).map(({ id }) => id));
  const own = ticked(before, 'topics');
  const named = topics.filter((topic) => known.has(topic));
  const after = action === 'remove' ? own.filter((topic) => !named.includes(topic)) : [...new Set([...own, ...named])];
  return { ...before, topics: after, ...(capacity === undefined ? {} : { places: String(capacity) }) };
}

/** Becoming a mentor and changing one's entry; without a word about what, the entry as it stands. */
export const becomeMentor: Flow = async (slots, talk) => {
  const { topics = [], action, capacity } = slots;
  if (topics.length === 0 && capacity === undefined)
    return talk.turn.lead(action === 'remove' ? token('stop', {}) : token('mentor', {}));
  const values = await changed(slots, talk);
  // Without any topic left there is no entry: leaving the list is what is meant.
  if (action === 'remove' && ticked(values, 'topics').length === 0) return talk.turn.lead(token('stop', {}));
  return mentorFormWith(talk.turn, values);
};

/** A break: the form, with the day that was named. */
export const takeBreak: Flow = async ({ until }, { turn }) =>
  (await entryOf(turn.tx, turn.house, turn.caller))
    ? pauseFormWith(turn, until === undefined ? {} : { until })
    : [say(noEntry())];

/** The end of a break, at once where that is certain. */
export const endBreak: Flow = async (_, { turn, sure }) =>
  sure || !(await entryOf(turn.tx, turn.house, turn.caller))
    ? turn.lead(token('resume', {}))
    : [say(tapFirst('resume'))];
