import { DateTime } from 'luxon';
import { worksHere } from '../../src/mentoring';

// Half past four in the afternoon of November 17 in Anchorage; in Greenwich it is the 18th already.
const at = DateTime.fromISO('2026-11-18T01:30:00Z', { zone: 'utc' });

describe('somebody works here', () => {
  it.each([
    [null, 'America/Anchorage', true],
    ['2026-11-18', 'America/Anchorage', true],
    ['2026-11-17', 'America/Anchorage', false],
    ['2026-11-18', null, false],
    ['2026-11-19', null, true],
  ])('whose day of leaving is %s in %s: %s', (leftOn, zone, works) => {
    expect(worksHere({ leftOn, zone }, at)).toBe(works);
  });
});
