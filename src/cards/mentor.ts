import type { DateTime } from 'luxon';
import { type Block, type Button, bold, buttons, type Card, card, type Form, heading, notice, prose } from '../chat';
import type { MentorView } from './find';
import { mentorLines } from './find';
import { type OwnFigures, ownFigures } from './report';
import { token } from './tokens';
import type { TopicView } from './topic';
import { browseButton, count, dayOf, helpButton, line, listing, mineButton, times, ways } from './words';

/** A mentor's own entry. `seen` is how mentees see her; `pausedUntil` an ISO day; `notOpen` topics that no program has opened yet. */
export type MentorEntry = {
  readonly seen: MentorView;
  readonly places: number;
  readonly left: number;
  readonly pausedUntil: string | null;
  readonly notOpen: readonly string[];
  /** What her mentees say, as far as it is published. */
  readonly figures: OwnFigures;
};

/** What a program says to those who would mentor, quoted from its source. */
export type MentorTerms = {
  readonly program: string;
  readonly source: string;
  readonly orientation: readonly string[];
  readonly expectations: readonly string[];
  /** The same in plain words, which are the program's own. */
  readonly plainly: readonly string[];
};

export const mostPlaces = 20;

const formButton = (label: string): Button => ({ label, token: token('mentor-form', {}), emphasis: 'main' });
export const entryButton: Button = { label: 'My mentor entry', token: token('mentor', {}) };
export const becomeButton: Button = { label: 'Become a mentor', token: token('mentor', {}) };

export const pauseButton: Button = { label: 'Pause', token: token('pause', {}) };

/** Takes a mentor off the list; where it stands on a card about nothing else, that card gives way. */
export const leaveButton = (label: string, on: 'entry' | 'sheet' | 'leaving' | 'request'): Button => ({
  label,
  token: token('leave-list', { on }),
  confirm: {
    title: 'Leave the list?',
    text: 'Nobody will find you as a mentor any more. Requests that wait for you stay.',
    yes: 'Leave',
    no: 'Stay',
  },
});

const plainly = (terms: MentorTerms): readonly Block[] =>
  terms.plainly.length === 0 ? [] : [prose([bold('In plain words: '), terms.plainly.join(' ')])];

/** What is expected of a mentor, before anybody signs up. */
export function mentorTerms(terms: MentorTerms): Card {
  const quoted = (items: readonly string[]): Block[] => (items.length > 0 ? [{ block: 'list', items }] : []);
  return card(
    'mentor-terms',
    'What it means to be a mentor, and how to become one.',
    heading('Would you like to mentor?'),
    prose('You pick the topics and how many people you take at once. You can pause or stop at any time.'),
    ...quoted(terms.orientation),
    prose('What is expected of a mentor:'),
    ...quoted(terms.expectations),
    ...plainly(terms),
    prose(`From: ${terms.source}.`),
    buttons(formButton('Become a mentor'), browseButton),
  );
}

const statusOf = (entry: MentorEntry, now: DateTime): Block => {
  if (entry.pausedUntil !== null)
    return notice(
      'info',
      `You pause until ${dayOf(entry.pausedUntil, now)}. Nobody finds you until then, and you come back by yourself.`,
    );
  if (entry.seen.topics.length === 0)
    return notice('info', 'None of your topics is open yet, so nobody finds you. A coordinator can open them.');
  if (entry.left <= 0) return notice('info', 'All your places are taken, so nobody finds you right now.');
  return notice('good', `Mentees can find you: ${count(entry.left, 'place')} of ${entry.places} free.`);
};

/** The mentor's own entry, just as mentees see it, and what she can do with it. */
export function mentorEntry(entry: MentorEntry, now: DateTime, ...first: readonly Block[]): Card {
  const { seen } = entry;
  const paused = entry.pausedUntil !== null;
  return card(
    'mentor-entry',
    `Your mentor entry: ${listing([...seen.topics, ...entry.notOpen])}.`,
    heading('Your mentor entry'),
    ...first,
    statusOf(entry, now),
    prose('This is what mentees see:'),
    { block: 'person', name: seen.name, detail: line(seen.grade, seen.office), lines: mentorLines(seen) },
    ...(entry.notOpen.length > 0 ? [prose(`Not open yet: ${listing(entry.notOpen)}.`)] : []),
    ownFigures(entry.figures),
    buttons(
      formButton('Change'),
      paused ? { label: 'Resume', token: token('resume', {}) } : pauseButton,
      leaveButton('Leave the list', 'entry'),
      mineButton,
    ),
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: capital(label) }));

export type TopicChoice = TopicView & { readonly group: string; readonly isOpen: boolean };

/** What a mentor does by the form: joins, confirms an entry that was taken over for her, or changes her own. */
export type EntryStep =
  | { readonly step: 'join' | 'confirm'; readonly terms: MentorTerms }
  | { readonly step: 'change' };

const entryWords = {
  join: { title: 'Become a mentor', submit: 'Become a mentor' },
  confirm: { title: 'Confirm your entry', submit: 'Confirm' },
  change: { title: 'Change your entry', submit: 'Save' },
} as const;

const expected = (own: EntryStep): Pick<Form, 'intro'> =>
  own.step === 'change'
    ? {}
    : {
        intro: [
          prose('What is expected of a mentor:'),
          { block: 'list', items: own.terms.expectations },
          ...plainly(own.terms),
        ],
      };

const topicOptions = (topics: readonly TopicChoice[]) =>
  topics
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
    .map(({ id, label, group, isOpen }) => ({
      value: id,
      label,
      detail: `${isOpen ? 'Open' : 'Not open yet'} · ${group}`,
    }));

/** Where a mentor says what she offers: topics that are open first, then the others, each in the order of their groups. */
export function mentorForm(topics: readonly TopicChoice[], own: EntryStep): Form {
  const { title, submit } = entryWords[own.step];
  return {
    name: 'mentor',
    title,
    ...expected(own),
    fields: [
      {
        id: 'topics',
        label: 'Topics you can help with',
        field: 'choices',
        hint: 'Topics that are not open yet wait until your coordinator opens them.',
        options: topicOptions(topics),
      },
      {
        id: 'places',
        label: 'How many mentees at once?',
        hint: 'Most mentors start with one or two. 0 means: nobody new right now.',
        field: 'number',
        min: 0,
        max: mostPlaces,
      },
      { id: 'ways', label: 'How can you meet?', field: 'choices', options: optionsOf(ways), optional: true },
      { id: 'times', label: 'When does it suit you?', field: 'choices', options: optionsOf(times), optional: true },
      ...(own.step !== 'change'
        ? [
            {
              id: 'agreed',
              label: 'What is expected',
              field: 'consent' as const,
              text: 'I have read what is expected of a mentor, and I take part of my own free will.',
            },
          ]
        : []),
    ],
    submit,
    back: { label: 'Back', token: token('mentor', {}) },
    token: token('mentor-form', {}),
  };
}

/** Until when a mentor pauses. */
export function pauseForm(): Form {
  return {
    name: 'pause',
    title: 'Pause mentoring',
    intro: [
      prose(
        'While you pause, nobody new finds you. Your mentees and the requests that wait for you stay as they are. You come back by yourself on the day you name.',
      ),
    ],
    fields: [{ id: 'until', label: 'First day back', field: 'date' }],
    submit: 'Pause',
    back: { label: 'Back', token: token('mentor', {}) },
    token: token('pause', {}),
  };
}

/** The day that a mentor named has come: mentees find her again. */
export function backFromPause(): Card {
  const words = 'Welcome back! Your pause is over: mentees can find you while you have a free place.';
  return card('pause-over', words, notice('good', words), buttons(entryButton, pauseButton));
}

/** A word to somebody who is no mentor and asks for what only mentors have. */
export function noEntry(): Card {
  const words = 'You are not on the list of mentors. Would you like to be?';
  return card('no-mentor-entry', words, prose(words), buttons(becomeButton, helpButton));
}
