import type { Hit, Term, Vocabulary } from './vocabulary';

/** Something a topic is called: its words, as numbers of terms. */
export type Phrase = { readonly topic: string; readonly terms: readonly number[]; readonly weight: number };

/** What a lexicon looks up: its words, its phrases, and for each word (by number) the phrases (by number) with it. */
export type Index = {
  readonly vocabulary: Vocabulary;
  readonly phrases: readonly Phrase[];
  readonly phrasesOf: ReadonlyMap<number, readonly number[]>;
};

/** A place in the text that names a topic. */
export type Mention = {
  readonly topic: string;
  /** Places of the words that name it, in order. */
  readonly at: readonly number[];
  /** How much the words tell, and how near they are to what was typed (1: written so). */
  readonly weight: number;
  readonly likeness: number;
  /** Slips in the worst of its words, and whether at least one of several was written right. */
  readonly slips: 0 | 1 | 2;
  readonly anchored: boolean;
};

type Seat = { readonly at: number; readonly hit: Hit };

const reach = 4;
const mostSeats = 4;

/** Takes for each word of the phrase the free place nearest to the anchor. */
function seatAround(anchor: Seat, seats: readonly (readonly Seat[])[]): readonly Seat[] | null {
  const taken: Seat[] = [anchor];
  for (const choices of seats.slice(1)) {
    let nearest: Seat | null = null;
    for (const seat of choices) {
      if (taken.some((other) => other.at === seat.at)) continue;
      if (nearest === null || Math.abs(seat.at - anchor.at) < Math.abs(nearest.at - anchor.at)) nearest = seat;
    }
    if (nearest === null) return null;
    taken.push(nearest);
  }
  return taken;
}

const span = (seats: readonly Seat[]): number =>
  Math.max(...seats.map((seat) => seat.at)) - Math.min(...seats.map((seat) => seat.at));

function toMention(phrase: Phrase, seats: readonly Seat[], terms: readonly Term[]): Mention {
  const sum = (value: (seat: Seat) => number): number => seats.reduce((total, seat) => total + value(seat), 0);
  const weight = sum((seat) => terms[seat.hit.term]?.weight ?? 0);
  const slips = seats.reduce<0 | 1 | 2>((worst, seat) => (seat.hit.slips > worst ? seat.hit.slips : worst), 0);
  return {
    topic: phrase.topic,
    at: seats.map((seat) => seat.at).sort((a, b) => a - b),
    weight,
    likeness: sum((seat) => seat.hit.likeness * (terms[seat.hit.term]?.weight ?? 0)) / weight,
    slips,
    anchored: seats.length > 1 && seats.some((seat) => seat.hit.slips === 0),
  };
}

export type Found = { readonly whole: readonly Mention[]; readonly parts: readonly Mention[] };

/** Where each term can stand in the text; of a word said over and over only the first few places count. */
function seatsOfTerms(hitsAt: ReadonlyMap<number, readonly Hit[]>): ReadonlyMap<number, readonly Seat[]> {
  const seatsOf = new Map<number, Seat[]>();
  for (const [at, hits] of hitsAt) {
    for (const hit of hits) {
      const seats = seatsOf.get(hit.term) ?? [];
      if (seats.length < mostSeats) seats.push({ at, hit });
      seatsOf.set(hit.term, seats);
    }
  }
  return seatsOf;
}

/**
 * Finds the phrases in a text, given what its words may stand for: `whole` are those with all their words near
 * together, in any order; `parts` are those of which only half and more is there, by weight.
 */
export function findPhrases(
  hitsAt: ReadonlyMap<number, readonly Hit[]>,
  { vocabulary, phrases, phrasesOf }: Index,
): Found {
  const seatsOf = seatsOfTerms(hitsAt);
  const candidates = new Set([...seatsOf.keys()].flatMap((term) => phrasesOf.get(term) ?? []));
  const whole: Mention[] = [];
  const parts: Mention[] = [];
  for (const phrase of [...candidates].flatMap((index) => phrases[index] ?? [])) {
    const present = phrase.terms.map((term) => seatsOf.get(term) ?? []).filter((seats) => seats.length > 0);
    for (const anchor of present[0] ?? []) {
      const seats = seatAround(anchor, present);
      if (seats === null || span(seats) > phrase.terms.length - 1 + reach) continue;
      const mention = toMention(phrase, seats, vocabulary.terms);
      if (present.length === phrase.terms.length) whole.push(mention);
      else if (mention.weight >= phrase.weight * 0.5) parts.push(mention);
    }
  }
  return { whole, parts };
}
