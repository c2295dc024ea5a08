import type { DateTime } from 'luxon';
import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { mostPoints, type Quarter } from '../mentoring';
import type { WayToBoth } from './contact';
import { moment } from './moments';
import type { TopicFigures } from './overview';
import { type NeedingPair, pairWithActs } from './pair-need';
import { averageWords, type FigureView, quarterWords } from './report';
import { token } from './tokens';
import { type WaitingRequest, waitingLine } from './waitlist';
import { count, listing, overviewButton } from './words';

/** How the pairs do that the reader may know of. */
export type PairCounts = { readonly asExpected: number; readonly notBooked: number; readonly quiet: number };
/** What was published last of a program: what mentees said in that quarter. */
export type EvaluationLine = { readonly program: string; readonly quarter: Quarter; readonly figure: FigureView };

/** How things stand, for whoever coordinates. */
export type DigestView = {
  readonly needing: readonly NeedingPair[];
  /** How the reader writes to both, by pair: for the first few, which come with all that can be done. */
  readonly ways: ReadonlyMap<string, WayToBoth>;
  readonly counts: PairCounts;
  readonly waiting: readonly WaitingRequest[];
  readonly full: readonly { readonly name: string; readonly places: number }[];
  /** Topics without a free mentor: those that people wish for, and those that are open and nobody asked for. */
  readonly wanted: readonly TopicFigures[];
  readonly withoutMentor: readonly TopicFigures[];
  readonly published: readonly EvaluationLine[];
  /** Whom messages of the last days have not reached, for sure (`lost`) or perhaps. */
  readonly untold: readonly { readonly name: string; readonly lost: boolean }[];
  /** For when it was meant, where it comes late. */
  readonly meantFor: DateTime | undefined;
  readonly now: DateTime;
  readonly zone: string;
};

/** So many pairs come with all that can be done about them. */
export const mostPairs = 3;
const mostNamed = 5;

/** The first few names, and how many more. */
const some = (names: readonly string[]): string =>
  listing([...names.slice(0, mostNamed), ...(names.length > mostNamed ? [`${names.length - mostNamed} more`] : [])]);

const listOf = (title: string, items: readonly Text[]): readonly Block[] => {
  if (items.length === 0) return [];
  const left = items.length - mostNamed;
  return [
    prose([bold(title)]),
    { block: 'list', items: left > 0 ? [...items.slice(0, mostNamed), `and ${left} more`] : items },
  ];
};

const sentence = (words: string, names: readonly string[], then?: string): readonly Text[] =>
  names.length === 0 ? [] : [`${words}: ${some(names)}${then ? `. ${then}` : ''}`];

const pairsWords = (pairs: number): string => `${count(pairs, 'pair')} ${pairs === 1 ? 'needs' : 'need'} you`;

const pairs = ({ needing, ways }: DigestView): readonly Block[] => [
  ...(needing.length > 0 ? [prose([bold(`${pairsWords(needing.length)}:`)])] : []),
  ...needing
    .slice(0, mostPairs)
    .flatMap((pair) =>
      pairWithActs(pair, ways.get(pair.pairingId) ?? { by: 'bot' }, needing.length > 1 ? 'short' : 'wide'),
    ),
];

/** Figures in letters and bars; its numbers are read out as they stand. */
const chart = ({ counts: { asExpected, notBooked, quiet } }: DigestView): readonly Block[] =>
  asExpected + notBooked + quiet === 0
    ? []
    : [
        {
          block: 'chart',
          title: 'How your pairs do',
          points: [
            { label: 'As expected', value: asExpected },
            { label: 'Nothing planned yet', value: notBooked },
            { label: 'Quiet', value: quiet },
          ],
        },
      ];

const waitlistButton: Button = { label: 'All who wait', token: token('waitlist', {}) };

const people = (view: DigestView): readonly Block[] => [
  ...listOf('Requests without an answer:', view.waiting.map(waitingLine)),
  ...listOf(
    'Wished for, and no free mentor:',
    view.wanted.map(({ label, wishes }) => `${label}: ${count(wishes, 'wish', 'wishes')} kept`),
  ),
  ...undelivered(view),
];

/** Whom something has not reached, never what it was about; with what the reader can do. */
const undelivered = ({ untold }: DigestView): readonly Block[] =>
  listOf('My messages of the last 7 days:', [
    ...sentence(
      'Did not reach',
      untold.filter(({ lost }) => lost).map(({ name }) => name),
      'Please ask them to open Mentor Exchange in the chat and say hello.',
    ),
    ...sentence(
      'May not have arrived',
      untold.filter(({ lost }) => !lost).map(({ name }) => name),
      'Please ask whether they have heard from me.',
    ),
  ]);

const others = ({ full, withoutMentor }: DigestView): readonly Text[] => [
  ...sentence(
    'All places taken',
    full.map(({ name, places }) => `${name} (${places} of ${places})`),
  ),
  ...sentence(
    'Open topics without a free mentor',
    withoutMentor.map(({ label }) => label),
  ),
];

/** What was published last: figures of a quarter, never of today. */
export const evaluationLines = (published: readonly EvaluationLine[]): readonly Block[] =>
  published.map(({ program, quarter, figure }) =>
    prose(
      `Evaluations by mentees, ${quarterWords(quarter)}, ${program}: ${figure.evaluations}, on average ${averageWords(figure.average)} of ${mostPoints} points.`,
    ),
  );

const fewer = prose(
  'I write this on Mondays at 9 to whoever coordinates. To stop it, or to get it again, write: settings.',
);

/** Nobody waits for anything; that mentors have all the mentees they want is no trouble. */
const isQuiet = ({ needing, waiting, wanted, withoutMentor, untold }: DigestView): boolean =>
  [needing, waiting, wanted, withoutMentor, untold].every((each) => each.length === 0);

const late = ({ meantFor, now, zone }: DigestView): readonly Block[] =>
  meantFor === undefined
    ? []
    : [
        notice(
          'info',
          `This comes late: it was meant for ${moment(meantFor, zone, now)}. It shows how things stand now.`,
        ),
      ];

const summaryOf = ({ needing, waiting }: DigestView): string =>
  `This week: ${pairsWords(needing.length)}, ${count(waiting.length, 'request')} without an answer.`;

const nextButtons = ({ needing, waiting, wanted }: DigestView): readonly Button[] => [
  ...(needing.length > mostPairs ? [{ label: 'All pairs without contact', token: token('inactive', {}) }] : []),
  ...(Math.max(waiting.length, wanted.length) > mostNamed ? [waitlistButton] : []),
  overviewButton,
];

/**
 * What a coordinator hears on Monday, and whenever she asks for it: where somebody is needed, with what can be done.
 * `first` is what became of an act of hers.
 */
export function digest(view: DigestView, ...first: readonly Block[]): Card {
  if (isQuiet(view)) {
    const words = 'A quiet week: no pair needs you, and nobody waits.';
    return card('digest', words, ...first, ...late(view), notice('good', words), fewer);
  }
  const lines = others(view);
  return card(
    'digest',
    summaryOf(view),
    heading('Your week'),
    ...first,
    ...late(view),
    ...pairs(view),
    ...chart(view),
    ...people(view),
    ...listOf('Also:', lines),
    ...evaluationLines(view.published),
    buttons(...nextButtons(view)),
    fewer,
  );
}

/** A digest of a week that is over. */
export function digestOver(): Card {
  const words = 'That week is over, and what stood here is not true any more.';
  return card('digest-over', words, prose(words), buttons({ label: 'How it stands now', token: token('digest', {}) }));
}
