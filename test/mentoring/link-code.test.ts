import fc from 'fast-check';
import { DateTime } from 'luxon';
import { codeFrom, fateOf, nextTry, spokenCode, triesSince, typedCode } from '../../src/mentoring';

const at = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const minutesAgo = (minutes: number): DateTime => at.minus({ minutes });

describe('a code', () => {
  it('has eight characters that nobody mistakes for each other and that make no word', () => {
    fc.assert(
      fc.property(fc.uuid(), (random) => {
        expect(codeFrom(random)).toMatch(/^[2-9B-DF-HJKMNP-TV-XZ]{8}$/);
        expect(codeFrom(random)).toBe(codeFrom(random));
      }),
    );
  });

  it('is another for other random bits, and every character stands anywhere', () => {
    const codes = Array.from({ length: 2000 }, (_, n) => codeFrom(String(n)));
    expect(new Set(codes).size).toBe(2000);
    for (let place = 0; place < 8; place += 1) expect(new Set(codes.map((code) => code[place])).size).toBe(27);
  });

  it.each([
    ['as it is read', (code: string) => spokenCode(code)],
    ['in small letters', (code: string) => spokenCode(code).toLowerCase()],
    ['without the dash', (code: string) => code],
    ['with a space', (code: string) => spokenCode(code).replace('-', ' ')],
    ['with a long dash', (code: string) => spokenCode(code).replace('-', '–')],
  ])('is understood %s', (_, write) => {
    fc.assert(fc.property(fc.uuid(), (random) => expect(typedCode(write(codeFrom(random)))).toBe(codeFrom(random))));
  });

  it.each(['', 'K7QM', 'K7QM-2XW', 'K7QM-2XWPP', 'K7QM-2XW0', 'K7QM-2XWA', 'K7QM_2XWP'])('is none: "%s"', (text) => {
    expect(typedCode(text)).toBeUndefined();
  });

  it.each([
    ['good', {}],
    ['expired', { expiresAt: at }],
    ['used', { usedAt: minutesAgo(1), expiresAt: minutesAgo(1) }],
    ['replaced', { replacedAt: minutesAgo(1) }],
  ])('is %s', (fate, change) => {
    const code = { expiresAt: at.plus({ seconds: 1 }), usedAt: null, replacedAt: null };
    expect(fateOf({ ...code, ...change }, at)).toBe(fate);
  });
});

describe('wrong tries', () => {
  it('are five within an hour, and then wait for the first of them to be an hour ago', () => {
    const tries = [50, 40, 30, 20].map(minutesAgo);
    expect(nextTry(tries)).toBeUndefined();
    expect(nextTry([...tries, minutesAgo(1)])?.toISO()).toBe(minutesAgo(-10).toISO());
    expect(nextTry([minutesAgo(55), ...tries, minutesAgo(1)])?.toISO()).toBe(minutesAgo(-10).toISO());
    expect(triesSince(at).toISO()).toBe(minutesAgo(60).toISO());
  });
});
