import { DateTime } from 'luxon';
import { momentForBoth, shortMoment, zoneName } from '../../src/cards/moments';

const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
const anchorage = 'America/Anchorage';

describe('a moment on two clocks', () => {
  it.each([
    ['2026-11-24T23:00:00Z', 'America/Adak', 'Tuesday, November 24, 2:00 PM your time (1:00 PM for Leo)'],
    ['2026-11-24T23:00:00Z', 'America/Juneau', 'Tuesday, November 24, 2:00 PM'],
    ['2026-11-25T09:30:00Z', 'America/Adak', 'Wednesday, November 25, 12:30 AM your time (Tue 11:30 PM for Leo)'],
    ['2026-11-24T23:00:00Z', 'Asia/Kathmandu', 'Tuesday, November 24, 2:00 PM your time (Wed 4:45 AM for Leo)'],
    ['2027-01-05T23:00:00Z', 'America/Adak', 'Tuesday, January 5, 2027, 2:00 PM your time (1:00 PM for Leo)'],
  ])('%s, with the other one in %s, is %s', (iso, zone, words) => {
    expect(momentForBoth(at(iso), anchorage, now, { name: 'Leo Park', zone })).toBe(words);
  });
  it('is said twice where the two clocks differ on that day, though they agree today', () => {
    const other = { name: 'Leo Park', zone: 'America/Phoenix' };
    expect(momentForBoth(at('2026-11-24T16:00:00Z'), 'America/Denver', now, other)).toBe(
      'Tuesday, November 24, 9:00 AM',
    );
    expect(momentForBoth(at('2027-06-01T16:00:00Z'), 'America/Denver', now, other)).toBe(
      'Tuesday, June 1, 2027, 10:00 AM your time (9:00 AM for Leo)',
    );
  });
  it('is short on a button', () => {
    expect(shortMoment(at('2026-11-24T23:00:00Z'), anchorage, now)).toBe('Tue, Nov 24, 2:00 PM');
    expect(shortMoment(at('2027-09-29T08:30:00Z'), anchorage, now).length).toBeLessThanOrEqual(35);
  });
});

describe('a zone', () => {
  it.each([
    [anchorage, 'Alaska Time'],
    ['America/Adak', 'Hawaii-Aleutian Time'],
    ['America/New_York', 'Eastern Time'],
  ])('%s is called %s', (zone, name) => {
    expect(zoneName(zone, now)).toBe(name);
  });
});
