import fc from 'fast-check';
import { averageOf, cellsOf, type Figure, type Rating, releasedThemes, type Subject } from '../../src/mentoring';

/** So many people rate a mentor in a topic, their names made of `prefix`; each as often as `times` says. */
const rated = (topicId: string, aboutId: string, raters: number, prefix = 'w', points = 4, times = 1): Rating[] =>
  Array.from({ length: raters }, (_, n) =>
    Array.from({ length: times }, () => ({
      writerId: `${prefix}${n}`,
      writerSide: 'mentee' as const,
      aboutId,
      topicId,
      points,
    })),
  ).flat();

const named = ({ kind, ...rest }: Subject): string => ('id' in rest ? `${kind} ${rest.id}` : kind);
const published = (ratings: readonly Rating[]): Record<string, number> =>
  Object.fromEntries(cellsOf(ratings).map((cell) => [`${cell.side}: ${named(cell.subject)}`, cell.ratings.length]));

describe('what may be published', () => {
  it('is nothing where fewer than five people rated, however often', () => {
    expect(published(rated('word', 'joan', 4, 'w', 4, 9))).toEqual({});
  });

  it('is the total and the mentor where five people rated one mentor; the topic is the total', () => {
    expect(published(rated('word', 'joan', 5))).toEqual({ 'mentee: program': 5, 'mentee: mentor joan': 5 });
  });

  it('is no mentor where the rest of the group would be too few', () => {
    expect(published([...rated('word', 'joan', 5), ...rated('word', 'victor', 2, 'v')])).toEqual({
      'mentee: program': 7,
    });
  });

  it('is a topic of five raters, as long as the others are five as well', () => {
    const ratings = [
      ...rated('word', 'joan', 5),
      ...rated('excel', 'joan', 2, 'e'),
      ...rated('access', 'joan', 3, 'a'),
    ];
    expect(published(ratings)).toMatchObject({ 'mentee: topic word': 5, 'mentee: rest': 5 });
  });

  it('is not the smaller of two topics where a third one is too small to stay hidden behind the total', () => {
    const ratings = [
      ...rated('word', 'joan', 7),
      ...rated('excel', 'joan', 5, 'e'),
      ...rated('access', 'joan', 1, 'a'),
    ];
    expect(published(ratings)).toEqual({
      'mentee: program': 13,
      'mentee: topic word': 7,
      'mentee: rest': 6,
      'mentee: mentor joan': 13,
    });
  });

  it('is of a mentor only what has five raters in each group, as the group is published too', () => {
    const ratings = [
      ...rated('word', 'joan', 5),
      ...rated('word', 'victor', 5, 'v'),
      ...rated('excel', 'joan', 2, 'e'),
      ...rated('excel', 'victor', 6, 'f'),
    ];
    expect(published(ratings)).toMatchObject({ 'mentee: mentor joan': 5, 'mentee: mentor victor': 5 });
  });

  it('never adds what mentors say to what mentees say, and is of single mentees nothing', () => {
    const byMentors = rated('word', 'ana', 5, 'm').map((each) => ({ ...each, writerSide: 'mentor' as const }));
    expect(published([...rated('word', 'joan', 5), ...byMentors])).toEqual({
      'mentee: program': 5,
      'mentee: mentor joan': 5,
      'mentor: program': 5,
    });
  });
});

describe('an average', () => {
  const points = (...all: number[]): Rating[] => all.flatMap((each, n) => rated('word', 'joan', 1, `w${n}`, each));

  it('has one decimal', () => {
    expect(averageOf(points(4, 4, 3, 3, 4, 4))).toBe(3.7);
  });

  it('does not tell that all gave the most, or the least', () => {
    expect(averageOf(points(5, 5, 5, 5, 5))).toBe(averageOf(points(5, 5, 5, 5, 4)));
    expect(averageOf(points(1, 1, 1, 1, 1))).toBe(averageOf(points(1, 1, 1, 1, 2)));
  });

  it('counts each exchange once: who met often does not weigh more', () => {
    const often = rated('word', 'joan', 1, 'often', 1, 20);
    expect(averageOf([...often, ...rated('word', 'joan', 4, 'w', 4)])).toBe(3.4);
  });
});

describe('themes', () => {
  const writers = (count: number, releasesThemes = true, prefix = 'w') =>
    Array.from({ length: count }, (_, n) => ({
      writerId: `${prefix}${n}`,
      themes: ['technology' as const],
      releasesThemes,
    }));

  it('are named from five writers on', () => {
    expect(releasedThemes(writers(5))).toEqual(['technology']);
    expect(releasedThemes(writers(4))).toEqual([]);
  });

  it('count people, and only those who released them', () => {
    expect(releasedThemes([...writers(4), ...writers(4)])).toEqual([]);
    expect(releasedThemes([...writers(4), ...writers(9, false, 'x')])).toEqual([]);
  });
});

/** Every table of up to four topics, four mentors and eighteen raters, most of them mentees. */
const table = fc
  .record({
    topics: fc.integer({ min: 1, max: 4 }),
    mentors: fc.integer({ min: 1, max: 4 }),
    raters: fc.integer({ min: 4, max: 18 }),
  })
  .chain(({ topics, mentors, raters }) =>
    fc.array(
      fc.record({
        writerId: fc.integer({ min: 1, max: raters }).map((n) => `w${n}`),
        writerSide: fc.constantFrom('mentee' as const, 'mentee' as const, 'mentee' as const, 'mentor' as const),
        aboutId: fc.integer({ min: 1, max: mentors }).map((n) => `m${n}`),
        topicId: fc.integer({ min: 1, max: topics }).map((n) => `t${n}`),
        points: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 60, size: 'max' },
    ),
  );

/** Each way of adding, taking away and leaving out so many cells. */
function* combinations(cells: number): Generator<readonly number[]> {
  for (let code = 1; code < 3 ** cells; code += 1)
    yield Array.from({ length: cells }, (_, at) => (Math.floor(code / 3 ** at) % 3) - 1);
}

/** The fewest people that any sum or difference of these cells speaks of, where it speaks of anybody. */
function fewestIn(cells: readonly Figure<Rating>[]): number {
  const parts = new Map<string, { in: readonly boolean[]; writers: Set<string> }>();
  const inside = cells.map((cell) => new Set(cell.ratings));
  for (const rating of new Set(cells.flatMap((cell) => cell.ratings))) {
    const membership = inside.map((set) => set.has(rating));
    const part = parts.get(membership.join()) ?? { in: membership, writers: new Set<string>() };
    part.writers.add(rating.writerId);
    parts.set(membership.join(), part);
  }
  let fewest = Number.POSITIVE_INFINITY;
  for (const signs of combinations(cells.length)) {
    const seen = [...parts.values()].filter(
      (part) => part.in.reduce((sum, is, at) => sum + (is ? (signs[at] ?? 0) : 0), 0) !== 0,
    );
    const people = new Set(seen.flatMap(({ writers }) => [...writers]));
    if (people.size > 0) fewest = Math.min(fewest, people.size);
  }
  return fewest;
}

describe('in a thousand random tables', () => {
  it('no sum and no difference of what is published speaks of fewer than five people', () => {
    let cells = 0;
    let withMentors = 0;
    fc.assert(
      fc.property(table, (ratings) => {
        for (const side of ['mentee', 'mentor'] as const) {
          const own = cellsOf(ratings).filter((cell) => cell.side === side);
          cells += own.length;
          withMentors += own.filter(({ subject }) => subject.kind === 'mentor').length;
          expect(fewestIn(own)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 1000, seed: 20261118 },
    );
    expect(cells).toBeGreaterThan(1000);
    expect(withMentors).toBeGreaterThan(100);
  }, 120_000);

  it('the topics and the rest part the total of a side without a gap', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        for (const side of ['mentee', 'mentor'] as const) {
          const own = cellsOf(ratings).filter((cell) => cell.side === side);
          const total = own.find(({ subject }) => subject.kind === 'program');
          const parts = own.filter(({ subject }) => subject.kind === 'topic' || subject.kind === 'rest');
          if (parts.length > 0) expect(new Set(parts.flatMap((part) => part.ratings))).toEqual(new Set(total?.ratings));
          expect(parts.flatMap((part) => part.ratings).length).toBe(parts.length > 0 ? total?.ratings.length : 0);
        }
      }),
      { numRuns: 1000, seed: 20261118 },
    );
  }, 60_000);
});
