import fc from 'fast-check';
import { type Counted, type Doing, doingsOf, fewestRaters, gather, partsOf } from '../../src/mentoring';

type Pair = Counted & { readonly doing: Doing };

/** So many pairs of a unit, each of a mentee of her own. */
const of = (part: string, many: number, doing: Doing = 'as-expected'): Pair[] =>
  Array.from({ length: many }, (_, n) => ({ personId: `${part} ${doing} ${n}`, part, doing }));
const told = (rows: readonly Pair[]): Record<string, number> =>
  Object.fromEntries(gather(rows).map(({ part, rows: { length } }) => [part ?? 'others', length]));

describe('the figures of units', () => {
  it('are none where there are fewer than five people, however many pairs they have', () => {
    expect(told([...of('Nome', 2), ...of('Bethel', 2)])).toEqual({});
    expect(told([1, 2, 3].flatMap(() => of('Nome', 4)))).toEqual({});
  });

  it('are of a unit by itself from five people on, and the others together', () => {
    expect(told([...of('Nome', 5), ...of('Bethel', 2), ...of('Adak', 3)])).toEqual({ Nome: 5, others: 5 });
    expect(told([...of('Nome', 5), ...of('Bethel', 7)])).toEqual({ Nome: 5, Bethel: 7 });
  });

  it('never let the smaller ones be computed from the total: the smallest of the larger joins them', () => {
    expect(told([...of('Nome', 9), ...of('Bethel', 6), ...of('Adak', 1)])).toEqual({ Nome: 9, others: 7 });
    expect(told([...of('Nome', 9), ...of('Adak', 4)])).toEqual({ others: 13 });
  });

  it('part by how pairs do, as far as each part is none or five people', () => {
    expect(doingsOf([...of('a', 6), ...of('a', 5, 'quiet'), ...of('a', 7, 'not-booked')])).toEqual([
      { doing: 'as-expected', pairs: 6 },
      { doing: 'quiet', pairs: 5 },
      { doing: 'not-booked', pairs: 7 },
    ]);
    expect(doingsOf([...of('a', 6), ...of('a', 3, 'quiet'), ...of('a', 2, 'not-booked')])).toEqual([
      { doing: 'as-expected', pairs: 6 },
      { doing: 'needing', pairs: 5 },
    ]);
    expect(doingsOf([...of('a', 6), ...of('a', 4, 'quiet')])).toEqual([]);
    expect(doingsOf(of('a', 6))).toEqual([
      { doing: 'as-expected', pairs: 6 },
      { doing: 'quiet', pairs: 0 },
      { doing: 'not-booked', pairs: 0 },
    ]);
  });
});

/** The set of pairs that a figure counts; with how many it says there are. */
type Figure = { readonly of: ReadonlySet<number>; readonly says: number };

/** All that a manager reads: the total, each group, and how the pairs of each group do. */
function reading(rows: readonly Pair[]): readonly Figure[] {
  const numbered = rows.map((row, at) => ({ ...row, at }));
  const groups = gather(numbered);
  const figure = (all: readonly { readonly at: number }[], says: number): Figure => ({
    of: new Set(all.map(({ at }) => at)),
    says,
  });
  const parts = groups.flatMap((group) => [
    figure(group.rows, group.rows.length),
    ...doingsOf(group.rows).map(({ doing, pairs }) =>
      figure(
        group.rows.filter((row) => row.doing === doing || (doing === 'needing' && row.doing !== 'as-expected')),
        pairs,
      ),
    ),
  ]);
  return groups.length === 0 ? [] : [figure(numbered, rows.length), ...parts];
}

const names = ['A', 'B', 'C', 'D'];
/** A tree of units, three levels deep, and pairs all over it; some mentees have several. */
const anyRows = fc
  .record({
    units: fc.uniqueArray(
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((steps) => ['Top', ...steps].join(' > ')),
      { minLength: 2, maxLength: 7 },
    ),
    managed: fc.constantFrom('', '', 'Top', 'A'),
    pairs: fc.array(
      fc.record({
        unit: fc.nat(99),
        mentee: fc.nat(40),
        doing: fc.constantFrom<Doing>('as-expected', 'as-expected', 'as-expected', 'quiet', 'not-booked'),
      }),
      { minLength: 20, maxLength: 150 },
    ),
  })
  .map(({ units, managed, pairs }) => {
    const partOf = partsOf(units, [managed]);
    return pairs.flatMap(({ unit, mentee, doing }): Pair[] => {
      const path = units[unit % units.length] ?? '';
      const part = partOf(path);
      return part === undefined ? [] : [{ personId: `${path} ${mentee}`, part, doing }];
    });
  });

it('no figure below five people comes of any sum or difference of figures, in 1,000 trees of units', () => {
  let [figures, sums, trees] = [0, 0, 0];
  fc.assert(
    fc.property(anyRows, (rows) => {
      const all = reading(rows);
      for (const { of, says } of all) expect(says).toBe(of.size);
      figures += all.length;
      trees += all.length > 1 ? 1 : 0;
      const peopleIn = (pairs: readonly number[]): number => new Set(pairs.map((at) => rows[at]?.personId)).size;
      const isSafe = (pairs: readonly number[]): boolean => pairs.length === 0 || peopleIn(pairs) >= fewestRaters;
      // Whatever can be computed is made of the pairs that every figure treats alike.
      const alike = new Map<string, number[]>();
      for (const at of rows.keys()) {
        const key = all.map(({ of }) => (of.has(at) ? '1' : '0')).join('');
        if (key.includes('1')) alike.set(key, [...(alike.get(key) ?? []), at]);
      }
      for (const pairs of alike.values()) expect(isSafe(pairs)).toBe(true);
      // And by hand: every figure taken once, taken away once, or left out, for as many as can be tried.
      const tried = all.slice(0, 6);
      for (let code = 3 ** tried.length - 1; code > 0; code -= 1) {
        const times = tried.map((_, place) => (Math.floor(code / 3 ** place) % 3) - 1);
        const weights = rows.map((_, at) =>
          tried.reduce((sum, { of }, place) => sum + (of.has(at) ? (times[place] ?? 0) : 0), 0),
        );
        if (weights.some((weight) => weight !== 0 && weight !== 1)) continue;
        sums += 1;
        expect(isSafe([...rows.keys()].filter((at) => weights[at] === 1))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
  process.stdout.write(
    `units: ${figures} figures of ${trees} trees that have some, ${sums} sums and differences of single groups tried\n`,
  );
  expect(trees).toBeGreaterThan(500);
}, 300_000);
