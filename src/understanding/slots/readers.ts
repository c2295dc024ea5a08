import type { TopicReading } from '../lexicon';
import type { Signs } from '../signs';
import type { Channel, Slots } from '../slot-values';
import { lineOf } from '../text/line';
import { capacityIn, ratingIn } from './counts';
import { endsIn } from './days';
import { applyingIn, privacyIn, programIn, viewIn } from './kinds';
import { settingsIn } from './own-settings';
import { wordsToKeep } from './own-words';
import { whenIn } from './when';

/** The slot with a value, or nothing. */
const slot = <K extends keyof Slots>(name: K, value: Slots[K] | undefined): Slots =>
  value === undefined ? {} : { [name]: value };

/** Who is named first and not left out. */
export const person = ({ people }: Signs): Slots => slot('person', people.find(({ denied }) => !denied)?.said);

/** Whom one asks: of several the one behind a word of asking, of these the last ("Joan said no, so ask Ana"). */
function asked(signs: Signs): Slots {
  const wanted = signs.people.filter(({ denied }) => !denied);
  const led = wanted.filter(({ from }) => asking.test(signs.pieces[from - 1]?.word ?? ''));
  const turned = turnedDown.test(signs.line.text) ? wanted.at(-1) : wanted[0];
  return slot('person', (wanted.length > 1 ? (led.at(-1) ?? turned) : wanted[0])?.said);
}
const asking = /^(?:ask|try|request|choose|pick|get|want|prefer|take|with|have|so|then)$/u;
const turnedDown =
  /\b(?:instead|turned|declined|said no|is full|never answered|no room|busy|not available|not free|unavailable)\b/u;

/** A wish to be taught something is about that; teaching itself is meant only where nothing else is named. */
const taught = (topics: readonly string[]): readonly string[] => {
  const others = topics.filter((each) => each !== 'training');
  return others.length > 0 ? others : topics;
};
const topicOf = ({ guess, named }: TopicReading): Slots =>
  guess.kind === 'sure' ? slot('topic', guess.topic === 'training' ? taught(named)[0] : guess.topic) : {};
const topic = ({ topics, topicList }: Signs): Slots =>
  topicList[0] === undefined ? topicOf(topics) : slot('topic', taught(topicList)[0]);

function topicsOffered(signs: Signs): Slots {
  if (signs.topicList.length > 0) return { topics: taught(signs.topicList) };
  const topics = signs.topicsBesideWays.guess.kind === 'none' ? signs.topics : signs.topicsBesideWays;
  if (topics.named.length > 0) return { topics: taught(topics.named) };
  return topics.guess.kind === 'sure' ? { topics: [topics.guess.topic] } : {};
}

const pastDay = ({ days }: Signs): Slots =>
  slot(
    'date',
    days
      .flatMap(({ value }) => (value.tense === 'coming' ? [] : (value.on('past') ?? [])))
      .find((day) => !day.includes('W')),
  );

/** A bare figure after "log" is minutes. */
function bareMinutes({ line }: Signs): number | undefined {
  const found =
    /^(?:_ |mentor )?(?:log|add|record|enter|note)\b.*?(?<![\w/:.-])(\d{1,3}) (?!(?:am|pm|january|february|march|april|may|june|july|august|september|october|november|december|sessions?|meetings?|times|days?|weeks?)\b)/u.exec(
      line.text,
    );
  const minutes = Number(found?.[1]);
  return minutes >= 5 && minutes <= 600 ? minutes : undefined;
}

/** "3/5" beside an evaluation is a rating, no day of March. */
const withoutRatings = (signs: Signs): Signs => ({
  ...signs,
  days: signs.days.filter(({ from }) => !/^[1-5]\/5$/u.test(signs.pieces[from]?.word ?? '')),
});

const channel = ({ ways }: Signs): Channel | undefined => ways[0]?.value;

export function session(signs: Signs): Slots {
  return {
    ...person(signs),
    ...pastDay(signs),
    ...slot('duration', signs.durations[0]?.value ?? bareMinutes(signs)),
    ...topicOf(signs.topicsBesideWays),
    ...slot('channel', channel(signs)),
  };
}

export function pause(signs: Signs): Slots {
  const coming = signs.days.flatMap(({ value, from }) => {
    const day = value.tense === 'past' ? undefined : value.on('coming');
    return day === undefined || day.includes('W') || day === signs.today.toISODate() ? [] : [{ day, from }];
  });
  const led = coming.find(({ from }) =>
    /^(?:until|through|to|before|back|by|past|after)$/u.test(signs.pieces[from - 1]?.word ?? ''),
  );
  const length = signs.today.isValid ? endsIn(signs.line, signs.today)[0]?.value : undefined;
  return slot('until', led?.day ?? (coming.length > 0 ? coming.at(-1)?.day : undefined) ?? length);
}

const removing =
  /\b(?:delete|remove|drop|take (?:\S+ ){1,6}?(?:off|out|from)|no longer|not (?:mentor|offer|teach|coach|do|send|want)|strike|cancel|withdraw|stop (?:offering|mentoring|teaching|coaching)|scratch|pull|quit (?:offering|mentoring)|minus|cross (?:\S+ ){0,4}?(?:off|out)|leave out|unlist|cut)\b/u;

export function entry(signs: Signs): Slots {
  const offered = topicsOffered(signs);
  const removes = offered.topics !== undefined && removing.test(signs.line.text);
  return {
    ...offered,
    ...slot('capacity', capacityIn(signs.line.text)),
    ...(removes ? { action: 'remove' as const } : {}),
  };
}

const masked = (signs: Signs): string =>
  lineOf(signs.pieces, (at) => signs.people.some(({ from, to }) => at >= from && at <= to)).text;

const kept = (intent: 'agenda' | 'goals' | 'career_plan', { said }: Signs): Slots =>
  slot('text', wordsToKeep(intent, said));

export function agenda(signs: Signs): Slots {
  const day = signs.days.flatMap(({ value }) => value.on(value.tense === 'past' ? 'past' : 'coming') ?? [])[0];
  return { ...person(signs), ...slot('date', day?.includes('W') ? undefined : day), ...kept('agenda', signs) };
}

export function find(signs: Signs): Slots {
  const when = whenIn(signs).when;
  return { ...topic(signs), ...slot('office', signs.office ?? undefined), ...slot('when', when) };
}

export const requested = (signs: Signs): Slots => ({ ...asked(signs), ...topic(signs) });
export const evaluated = (signs: Signs): Slots => ({
  ...person(signs),
  ...pastDay(withoutRatings(signs)),
  ...slot('rating', ratingIn(masked(signs))),
});
export const planned = (signs: Signs): Slots => ({
  ...person(signs),
  ...whenIn(signs),
  ...slot('duration', signs.durations[0]?.value),
});
export const goal = (signs: Signs): Slots => ({ ...person(signs), ...kept('goals', signs) });
export const careerPlan = (signs: Signs): Slots => ({ ...person(signs), ...kept('career_plan', signs) });
export const application = ({ line }: Signs): Slots => ({
  ...slot('program', programIn(line.text)),
  ...slot('action', applyingIn(line.text)),
});
export const figures = ({ line, office }: Signs): Slots => ({
  ...slot('view', viewIn(line.text)),
  ...slot('office', office ?? undefined),
});
export const settings = ({ said, line }: Signs): Slots => settingsIn(said, line);
export const ownData = (signs: Signs): Slots => ({ ...person(signs), ...slot('action', privacyIn(masked(signs))) });
