import { DateTime } from 'luxon';
import { conceptStems, conceptsIn, type Named } from './concepts';
import { isEnglish, isFirstName } from './english';
import type { Lexicon, TopicReading } from './lexicon';
import { takeOffice } from './office';
import { functionWords } from './ordinary';
import type { Channel } from './slot-values';
import type { Clock } from './slots/clock';
import { clocksIn } from './slots/clock-in';
import { daysIn } from './slots/days';
import { durationsIn } from './slots/duration';
import type { Named as Day } from './slots/named-day';
import { type Person, peopleIn } from './slots/person';
import { waysIn } from './slots/way';
import { type Found, type Line, lineOf } from './text/line';
import { type Piece, piecesOf } from './text/pieces';
import { repaired } from './text/repair';
import { enumerated } from './topic-list';
import { stemOf, wordsOf } from './words';

/** What the readers are told besides the text. */
export type Around = {
  readonly lexicon: Lexicon;
  readonly offices: readonly string[];
  readonly people: readonly string[];
  /** The wall clock where the writer is (ISO); undefined where no day can be counted from. */
  readonly now: string | undefined;
};

/** All that a text shows before anybody guesses what it wants. Places are those of its pieces. */
export type Signs = {
  readonly said: string;
  readonly pieces: readonly Piece[];
  readonly line: Line;
  readonly stems: readonly string[];
  readonly people: readonly Person[];
  readonly days: readonly Found<Day>[];
  readonly clocks: readonly Found<Clock>[];
  readonly durations: readonly Found<number>[];
  readonly ways: readonly Found<Channel>[];
  readonly office: string | null;
  readonly topics: TopicReading;
  /** The same without what says how people met: "at her desk", "by web cam". */
  readonly topicsBesideWays: TopicReading;
  /** Two and more topics that are enumerated, in order. */
  readonly topicList: readonly string[];
  readonly topicAt: ReadonlySet<number>;
  readonly concepts: readonly Named[];
  readonly today: DateTime;
};

const covers = (found: readonly { readonly from: number; readonly to: number }[], index: number): boolean =>
  found.some(({ from, to }) => index >= from && index <= to);

const noDay = DateTime.fromISO('', { zone: 'utc' });
let lastDay = { iso: '', day: noDay };

/** The day of a wall clock, at midnight UTC; read anew only when the day changes. */
function dayOf(now: string | undefined): DateTime {
  const iso = now?.slice(0, 10) ?? '';
  if (iso !== lastDay.iso) lastDay = { iso, day: DateTime.fromISO(iso, { zone: 'utc' }) };
  return lastDay.day;
}

/** Reads the slots off a tidied text, and the concepts that its words stand for. */
export function signsOf(said: string, { lexicon, offices, people, now }: Around): Signs {
  const known = new Set(people.flatMap((name) => wordsOf(name, 8).map((word) => word.text)));
  const places = new Set(offices.flatMap((name) => wordsOf(name, 4).map((word) => word.text)));
  const isOwn = (word: string): boolean =>
    known.has(word) ||
    places.has(word) ||
    functionWords.has(word) ||
    conceptStems.has(stemOf(word)) ||
    lexicon.has(word);
  const pieces = repaired(piecesOf(said), (word) => isOwn(word) || isEnglish(word) || isFirstName(word));
  const line = lineOf(pieces);
  const today = dayOf(now);
  const durations = durationsIn(line);
  const days = today.isValid
    ? daysIn(
        lineOf(pieces, (at) => covers(durations, at)),
        today,
      )
    : [];
  const ways = waysIn(line);
  const clocks = clocksIn(line);
  const isTaken = (at: number): boolean => covers(durations, at) || covers(days, at) || covers(clocks, at);
  const isTerm = (word: string): boolean =>
    places.has(word) ||
    functionWords.has(word) ||
    conceptStems.has(stemOf(word)) ||
    lexicon.has(word) ||
    (!isFirstName(word) && !isEnglish(word) && lexicon.find(word).kind === 'sure');
  const named = peopleIn(said, pieces, { known, isTerm, isTaken });
  const rest = pieces.filter(({ word }, at) => !covers(named, at) && !covers(durations, at) && !places.has(word));
  const { office } = takeOffice(pieces.map(({ word }) => word).join(' '), offices);
  const topicsOf = (kept: readonly Piece[]): TopicReading =>
    lexicon.read(kept.map(({ word, afterBreak }) => (afterBreak ? `, ${word}` : word)).join(' '));
  const topics = topicsOf(rest);
  const topicsBesideWays =
    ways.length === 0 ? topics : topicsOf(rest.filter((piece) => !covers(ways, pieces.indexOf(piece))));
  const by = new Set(topics.by);
  return {
    said,
    pieces,
    line,
    stems: pieces.map(({ word, kind }) => (kind === 'word' ? stemOf(word) : word)),
    people: named,
    days,
    clocks,
    durations,
    ways,
    office,
    topics,
    topicsBesideWays,
    topicList:
      topics.guess.kind === 'none'
        ? []
        : enumerated(
            rest.filter((piece) => !covers(ways, pieces.indexOf(piece))),
            lexicon,
          ),
    topicAt: new Set(pieces.flatMap(({ word }, at) => (by.has(word) && !covers(named, at) ? [at] : []))),
    concepts: conceptsIn(pieces.map(({ word }) => ({ word, stem: stemOf(word) }))),
    today,
  };
}
