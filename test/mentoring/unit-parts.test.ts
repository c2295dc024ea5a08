import { partsOf } from '../../src/mentoring';

const units = [
  'DPA',
  'DPA > Western',
  'DPA > Western > Bethel',
  'DPA > Western > Nome',
  'DPA > Central',
  'DPA > Central > Anchorage',
  'DPA > Central > Anchorage > Annex',
];

describe('the units of a program manager', () => {
  it('are those where the organization parts, below what there is only one of', () => {
    const part = partsOf(units, ['']);
    expect(units.map(part)).toEqual([
      'DPA',
      'DPA > Western',
      'DPA > Western',
      'DPA > Western',
      'DPA > Central',
      'DPA > Central',
      'DPA > Central',
    ]);
    expect(part(null)).toBe('');
  });

  it('are those right below the unit that she manages, however it is named; nothing beside it is hers', () => {
    for (const managed of ['DPA > Western', 'western', 'dpa > WESTERN']) {
      const part = partsOf(units, [managed]);
      expect(part('DPA > Western > Nome')).toBe('DPA > Western > Nome');
      expect(part('DPA > Western')).toBe('DPA > Western');
      expect([part('DPA > Central'), part('DPA'), part(null)]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('are the last ones there are, where there is nothing to part', () => {
    expect(partsOf(units, ['Nome'])('DPA > Western > Nome')).toBe('DPA > Western > Nome');
    expect(partsOf(units, ['Central'])('DPA > Central > Anchorage')).toBe('DPA > Central > Anchorage');
    expect(partsOf(['A'], [''])('A')).toBe('A');
    expect(partsOf([], [''])(null)).toBe('');
  });

  it('are those of the larger one, where one of hers lies within another', () => {
    expect(partsOf(units, ['Western', ''])('DPA > Western > Nome')).toBe('DPA > Western');
    expect(partsOf(units, ['Western', 'Central'])('DPA > Western > Nome')).toBe('DPA > Western > Nome');
    expect(partsOf(units, [])('DPA')).toBeUndefined();
  });

  it('a unit is not another one whose name begins alike', () => {
    expect(partsOf(['DPA > North', 'DPA > Northwest'], ['North'])('DPA > Northwest')).toBeUndefined();
  });
});
