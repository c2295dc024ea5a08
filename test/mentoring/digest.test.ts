import { DateTime, type DurationLike } from 'luxon';
import { decideDigest, isLate, nextDigestAt } from '../../src/mentoring';

const zones = [
  'America/Anchorage',
  'America/Adak',
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/St_Johns',
  'Pacific/Honolulu',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Asia/Kathmandu',
];
/** Five years of 52 weeks, from a Monday on. */
const weeks = 5 * 52;
const first = DateTime.fromISO('2026-01-05', { zone: 'utc' });
/** The Mondays as the calendar has them, and how their weeks are called; no clock of any zone is asked. */
const mondays = Array.from({ length: weeks }, (_, n) => first.plus({ days: 7 * n }));
const nameOf = (monday: DateTime): string => monday.toISOWeekDate()?.slice(0, 8) ?? '';
const named = mondays.map(nameOf);
const start = first.minus({ days: 3 });

const clockOf = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** The heartbeat as far as a digest goes: what is due, and what was told under which key. */
function reader(zone: string, from = start) {
  let due = nextDigestAt(from, zone);
  const told: { readonly week: string; readonly at: DateTime; readonly late: boolean }[] = [];
  let twice = 0;
  return {
    due: () => due,
    told,
    twice: () => twice,
    beat(now: DateTime): void {
      if (due > now) return;
      const { week, meantFor, next } = decideDigest(now, zone);
      due = next;
      if (told.some((each) => each.week === week)) twice += 1;
      else told.push({ week, at: now, late: isLate(meantFor, now) });
    },
  };
}

describe('the weekly digest', () => {
  it.each(zones)('comes every Monday at 9:00 in %s, once, whatever the clocks do there', (zone) => {
    const { beat, due, told, twice } = reader(zone);
    const clock = clockOf(zone);
    for (let n = 0; n < weeks; n += 1) {
      const at = due();
      expect(clock.format(at.toJSDate())).toBe('Monday 09:00');
      // A minute before, in its minute, and again.
      for (const seconds of [-60, n % 60, 60, 120]) beat(at.plus({ seconds }));
    }
    expect(told.map(({ week }) => week)).toEqual(named);
    expect(twice()).toBe(0);
    expect(told.some(({ late }) => late)).toBe(false);
  });

  const outages: readonly (readonly [DurationLike, boolean])[] = [
    [{ minutes: 1 }, false],
    [{ seconds: 61 }, false],
    [{ hours: 26 }, true],
    [{ days: 7 }, true],
  ];
  it.each(zones)('is caught up once after a time without service in %s, and labeled', (zone) => {
    const offset = (at: DateTime): number => at.setZone(zone).offset;
    // Every week in which the clocks changed, and some of the others.
    const chosen = mondays.filter((each, n) => n % 8 === 0 || offset(each) !== offset(each.minus({ weeks: 1 })));
    for (const [outage, late] of outages)
      for (const monday of chosen) {
        const { beat, due, told, twice } = reader(zone, monday.minus({ days: 3 }));
        const back = due().minus({ seconds: 30 }).plus(outage);
        for (const seconds of [0, 60, 120]) beat(back.plus({ seconds }));
        const caughtUp = told.filter(({ week }) => week === nameOf(monday));
        expect(caughtUp.map((each) => each.late)).toEqual([late]);
        expect(twice()).toBe(0);
      }
  });

  it('after several weeks without service is the last one, and no other', () => {
    const { beat, due, told } = reader('America/Anchorage');
    const back = due().plus({ weeks: 5, hours: 3 });
    beat(back);
    beat(back.plus({ minutes: 1 }));
    expect(told).toEqual([{ week: named[5], at: back, late: true }]);
  });

  it('comes once where somebody moves to another zone, to the east or to the west', () => {
    const zonesOf = (n: number): string => (n % 2 === 0 ? 'Pacific/Auckland' : 'America/Adak');
    let due = nextDigestAt(start, zonesOf(0));
    const keys: string[] = [];
    for (let n = 1; n < 40; n += 1) {
      const { week, next } = decideDigest(due, zonesOf(n));
      keys.push(week);
      due = next;
    }
    const known = [...new Set(keys)];
    expect(known).toEqual(['2026-W01', ...named].slice(0, known.length));
  });

  it('counts an unknown zone as UTC', () => {
    expect(nextDigestAt(start, 'Mars/Olympus').toISO()).toBe('2026-01-05T09:00:00.000Z');
  });
});
