import { themes as allThemes, type Evaluation, type Theme } from './evaluation';
import type { Side } from './pairing';

/**
 * Nothing is published that speaks of fewer people than this. What is promised: every figure, and every sum and difference
 * of figures, speaks of none or of at least five people. Who already knows what all others in it gave can work out the last
 * one, as from any average; therefore the ends of the scale are never published: "4.8 or more" leaves open whether all
 * gave five points.
 */
export const fewestRaters = 5;
/** Averages above and below stand as these. */
export const averageEnds = { least: 1.2, most: 4.8 } as const;

export type Rating = Pick<Evaluation, 'writerId' | 'writerSide' | 'aboutId' | 'topicId' | 'points'>;

/** What a figure is about; `rest` is all topics together that do not stand by themselves. */
export type Subject =
  | { readonly kind: 'program' }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'rest' }
  | { readonly kind: 'mentor'; readonly id: string };

/** Ratings of one side that may be published as one figure. */
export type Figure<R extends Rating> = {
  readonly side: Side;
  readonly subject: Subject;
  readonly ratings: readonly R[];
};

const ratersOf = (ratings: readonly Rating[]): number => new Set(ratings.map(({ writerId }) => writerId)).size;
const isEnough = (ratings: readonly Rating[]): boolean => ratersOf(ratings) >= fewestRaters;
const isEnoughOrNone = (ratings: readonly Rating[]): boolean => ratings.length === 0 || isEnough(ratings);

/** In groups by a key, those with most raters first. */
function grouped<R extends Rating>(ratings: readonly R[], keyOf: (rating: R) => string): [string, readonly R[]][] {
  const groups = new Map<string, readonly R[]>();
  for (const rating of ratings) groups.set(keyOf(rating), [...(groups.get(keyOf(rating)) ?? []), rating]);
  return [...groups].sort(([a, x], [b, y]) => ratersOf(y) - ratersOf(x) || (a < b ? -1 : 1));
}

/**
 * The ratings of one side, parted by topic: each topic from five raters on stands by itself, all others are one group. Where
 * that group is too small, the smallest of the topics goes into it, as else it could be computed from the total.
 */
function byTopic<R extends Rating>(ratings: readonly R[]): readonly { subject: Subject; ratings: readonly R[] }[] {
  const topics = grouped(ratings, ({ topicId }) => topicId);
  const alone = topics.filter(([, own]) => isEnough(own));
  const rest = topics.filter(([, own]) => !isEnough(own)).flatMap(([, own]) => own);
  const [, joining = []] = isEnoughOrNone(rest) ? [] : (alone.pop() ?? []);
  const together = [...rest, ...joining];
  return [
    ...alone.map(([id, own]) => ({ subject: { kind: 'topic' as const, id }, ratings: own })),
    ...(together.length > 0 ? [{ subject: { kind: 'rest' as const }, ratings: together }] : []),
  ];
}

/**
 * What may be published of single mentors: of each group, a mentor's part from five raters on, as long as what is left of
 * the group is nothing or has five raters itself, since the group is published too.
 */
function byMentor<R extends Rating>(groups: readonly { readonly ratings: readonly R[] }[]): ReadonlyMap<string, R[]> {
  const mentors = new Map<string, R[]>();
  for (const { ratings } of groups) {
    let left = ratings;
    for (const [mentor, own] of grouped(ratings, ({ aboutId }) => aboutId)) {
      const others = left.filter(({ aboutId }) => aboutId !== mentor);
      if (!isEnough(own) || !isEnoughOrNone(others)) continue;
      mentors.set(mentor, [...(mentors.get(mentor) ?? []), ...own]);
      left = others;
    }
  }
  return mentors;
}

function cellsOfSide<R extends Rating>(all: readonly R[], side: Side): readonly Figure<R>[] {
  const ratings = all.filter(({ writerSide }) => writerSide === side);
  if (!isEnough(ratings)) return [];
  const groups = byTopic(ratings);
  const mentors = side === 'mentee' ? byMentor(groups) : new Map<string, R[]>();
  return [
    { side, subject: { kind: 'program' }, ratings },
    ...(groups.length > 1 ? groups.map((group) => ({ side, ...group })) : []),
    ...[...mentors].map(([id, own]) => ({ side, subject: { kind: 'mentor' as const, id }, ratings: own })),
  ];
}

/**
 * From the ratings of one program in one quarter to what may be published. There are few figures on purpose, and they nest:
 * mentors' and mentees' ratings are never added up; of each side there is the total, which its topics and the rest part
 * without a gap, and of each mentor what her mentees gave. Each part has at least five raters, so whatever is added or taken
 * away is made of such parts.
 */
export const cellsOf = <R extends Rating>(ratings: readonly R[]): readonly Figure<R>[] =>
  (['mentee', 'mentor'] as const).flatMap((side) => cellsOfSide(ratings, side));

/**
 * The average of a cell, to one decimal. Each exchange (who about whom, in which topic) counts once, with its own average:
 * nobody weighs more for having met more often.
 */
export function averageOf(ratings: readonly Rating[]): number {
  const exchanges = grouped(ratings, ({ writerId, aboutId, topicId }) => `${writerId}|${aboutId}|${topicId}`);
  const mean = (points: readonly number[]): number => points.reduce((sum, each) => sum + each, 0) / points.length;
  const exact = mean(exchanges.map(([, own]) => mean(own.map(({ points }) => points))));
  return Math.min(averageEnds.most, Math.max(averageEnds.least, Math.round(exact * 10) / 10));
}

/**
 * The themes that at least five different writers have ticked and released, in the order of the list. No counts: those
 * could be taken away from others.
 */
export function releasedThemes(
  evaluations: readonly Pick<Evaluation, 'writerId' | 'themes' | 'releasesThemes'>[],
): readonly Theme[] {
  const released = evaluations.filter(({ releasesThemes }) => releasesThemes);
  const writersOf = (theme: Theme): number =>
    new Set(released.filter((each) => each.themes.includes(theme)).map(({ writerId }) => writerId)).size;
  return allThemes.filter((theme) => writersOf(theme) >= fewestRaters);
}
