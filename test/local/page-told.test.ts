import { join } from 'node:path';
import { createLedger } from '../../src/delivery';
import { zonedTime } from '../../src/local/page/times';
import { countedMessages, reasonOf, sentBetween, standing, whyTold } from '../../src/local/page/told';
import { loadPrograms } from '../../src/programs';
import { houseOf, noticeKinds } from '../../src/services';

describe('the ledger in plain words', () => {
  it('has words for every kind of notice that the product tells', async () => {
    const loaded = await loadPrograms(join(__dirname, '..', '..', 'programs'));
    if (!loaded.ok) throw new Error('The program definitions have faults.');
    const kinds = noticeKinds(
      houseOf(loaded.programs, loaded.catalog, createLedger({ enqueue: async () => undefined })),
    );
    const inKebab = Object.keys(kinds).filter((kind) => whyTold(kind).toLowerCase() === kind.replaceAll('-', ' '));
    expect(inKebab).toEqual([]);
  });
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
  it('counts the messages of a span of time, news told together once', () => {
    const row = { kind: 'home', notice: 'told', reason: null, channel: 'slack', at: '2026-11-18T18:00:00Z' } as const;
    const rows = [
      { ...row, to: 'Ana', message: 'sent', sentAt: '2026-11-18T18:00:00.000Z' },
      { ...row, to: 'Ana', message: 'sent', sentAt: '2026-11-19T18:00:00.000Z' },
      { ...row, to: 'Ana', message: 'sent', sentAt: '2026-11-19T18:00:00.000Z' },
      { ...row, to: 'Ben', message: 'sent', sentAt: '2026-11-19T18:00:00.000Z' },
      { ...row, to: 'Ben', message: 'queued', sentAt: null },
    ];
    expect(sentBetween(rows, '2026-11-18T09:00:00.000-09:00', '2026-11-19T09:00:00.000-09:00')).toBe(2);
    expect([0, 1, 2].map(countedMessages)).toEqual(['No message', '1 message', '2 messages']);
  });
  it('shows moments on the clock of the zone', () => {
    expect(zonedTime('2026-11-18T18:04:00.000Z', 'America/Anchorage')).toMatch(/^Nov 18, 9:04\sAM$/);
  });
});
