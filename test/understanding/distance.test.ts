import { slipsBetween } from '../../src/understanding/distance';

describe('slipsBetween', () => {
  it.each([
    ['excel', 'excel', 0],
    ['exel', 'excel', 1],
    ['exccel', 'excel', 1],
    ['excal', 'excel', 1],
    ['ecxel', 'excel', 1],
    ['interveiwing', 'interviewing', 1],
    ['intervewng', 'interviewing', 2],
    ['word', 'access', 3],
    ['', 'ab', 2],
    ['', '', 0],
  ])('%s and %s: %d', (a, b, slips) => {
    expect(slipsBetween(a, b, 2)).toBe(slips);
    expect(slipsBetween(b, a, 2)).toBe(slips);
  });

  it('stops at one more than it was asked to count', () => {
    expect(slipsBetween('abcdefgh', 'hgfedcba', 1)).toBe(2);
    expect(slipsBetween('abcdefgh', 'zzzzzzzz', 2)).toBe(3);
  });
});
