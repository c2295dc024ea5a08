import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';

/** Digits and letters that nobody mistakes for each other, without vowels, so that no code is a word. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ';
const length = 8;

export const codeMinutes = 15;
export const mostTries = 5;
const tryMinutes = 60;

/** A code made from something random: eight characters, so 38 of its bits. */
export function codeFrom(random: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(random).digest('hex')}`);
  let code = '';
  while (code.length < length) {
    code += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return code;
}

/** The code as people read it: K7QM-2XWP. */
export const spokenCode = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;

/** The code that somebody typed, in any case, with or without the dash; undefined for what no code can be. */
export function typedCode(text: string): string | undefined {
  const code = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  return code.length === length && [...code].every((each) => alphabet.includes(each)) ? code : undefined;
}

export type CodeFate = 'good' | 'used' | 'replaced' | 'expired';

/** What has become of a code by now. */
export function fateOf(
  code: { readonly expiresAt: DateTime; readonly usedAt: DateTime | null; readonly replacedAt: DateTime | null },
  at: DateTime,
): CodeFate {
  if (code.usedAt !== null) return 'used';
  if (code.replacedAt !== null) return 'replaced';
  return at < code.expiresAt ? 'good' : 'expired';
}

/** Wrong tries of one account count for an hour: from when on they do, as seen now. */
export const triesSince = (at: DateTime): DateTime => at.minus({ minutes: tryMinutes });

/** When this account may try again, given its wrong tries within the hour, oldest first; undefined: now. */
export const nextTry = (tries: readonly DateTime[]): DateTime | undefined =>
  tries.length < mostTries ? undefined : tries.at(-mostTries)?.plus({ minutes: tryMinutes });
