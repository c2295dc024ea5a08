import { zonedTime } from '../../src/local/page/times';
import { reasonOf, standing, whyTold } from '../../src/local/page/told';

describe('the ledger in plain words', () => {
  it('says why somebody is told, also for a kind it does not know yet', () => {
    expect(whyTold('request-asked')).toBe('A mentee asks for this mentor');
    expect(whyTold('pairing-begins-soon')).toBe('Pairing begins soon');
  });
  it.each([
    ['waiting', 'queued', 'wait'],
    ['told', 'sent', 'good'],
    ['waiting', 'dead', 'bad'],
    ['suppressed', 'sent', 'quiet'],
    ['waiting', null, 'quiet'],
  ])('a notice that is %s, its message %s, is %s', (notice, message, tone) => {
    expect(standing({ notice, message }).tone).toBe(tone);
  });
  it('gives the reason, and the code of a platform where there is no word for it', () => {
    expect(reasonOf(null)).toBeUndefined();
    expect(reasonOf('no-address')).toBe('There is no way to reach this person yet.');
    expect(reasonOf('unreachable:user_is_bot')).toBe('This person cannot be reached (user_is_bot).');
    expect(reasonOf('http-502')).toBe('The platform said: http-502.');
  });
  it('shows moments on the clock of the zone', () => {
    expect(zonedTime('2026-11-18T18:04:00.000Z', 'America/Anchorage')).toMatch(/^Nov 18, 9:04\sAM$/);
  });
});
