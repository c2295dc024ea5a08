import { decideSettings, hoursFrom, isZone, type Settings, usualDaysOff, usualSettings } from '../../src/mentoring';

const set = (change: Partial<Settings>) => decideSettings(usualSettings, { ...usualSettings, ...change });
const code = (change: Partial<Settings>): string => {
  const decision = set(change);
  return decision.ok ? 'done' : decision.because.code;
};

describe('what somebody sets of her messages', () => {
  it.each<[string, Partial<Settings>]>([
    ['no-such-zone', { zone: 'Mars/Olympus_Mons' }],
    ['no-such-zone', { zone: '+05:00' }],
    ['no-such-zone', { zone: '' }],
    ['no-such-hour', { quietFrom: '25:00' }],
    ['no-such-hour', { quietTo: '' }],
    ['quiet-not-at-all', { quietFrom: '08:00', quietTo: '08:00' }],
    ['quiet-all-day', { quietFrom: '08:30', quietTo: '08:00' }],
    ['no-working-day', { days: [] }],
    ['no-working-day', { days: [0, 8] }],
    ['done', { quietFrom: '09:00', quietTo: '08:00' }],
    ['done', { zone: 'Asia/Kathmandu', quietFrom: '12:00', quietTo: '13:00', days: [7], reminders: false }],
  ])('%s: %j', (expected, change) => {
    expect(code(change)).toBe(expected);
  });

  it('keeps its days in order and once each, and nothing happens where nothing changes', () => {
    expect(set({ days: [5, 1, 5, 3] })).toEqual({ ok: true, events: [{ ...usualSettings, days: [1, 3, 5] }] });
    expect(set({ days: [5, 4, 3, 2, 1] })).toEqual({ ok: true, events: [] });
  });

  it('becomes the hours on her clock', () => {
    expect(hoursFrom({ ...usualSettings, days: [1] }, 'UTC', usualDaysOff)).toEqual({
      zone: 'UTC',
      quietFrom: '17:00',
      quietTo: '08:00',
      days: [1],
      daysOff: usualDaysOff,
    });
  });

  it('takes the names of the list of zones, whatever their form', () => {
    const real = ['America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+8', 'US/Alaska', 'UTC'];
    expect(real.filter((zone) => !isZone(zone))).toEqual([]);
    expect(['EST5EDT', 'local', 'America', '-08:00', 'America/'].filter(isZone)).toEqual([]);
  });
});
