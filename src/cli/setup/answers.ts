import { IANAZone } from 'luxon';
import type { ProgramPolicy } from '../../services';
import { type Read, refused, taken } from './ask';

/** The text, where there is any. */
export const readName =
  (what: string, most = 120) =>
  (text: string): Read<string> =>
    text === ''
      ? refused(`${what} is missing.`)
      : text.length > most
        ? refused(`That is too long; ${most} letters are the most.`)
        : taken(text);

export const readEmail = (text: string): Read<string> =>
  /^[^\s@<>"]+@[^\s@<>"]+$/u.test(text)
    ? taken(text.toLowerCase())
    : refused('That is no email address; write it like joan.ek@example.gov.');

export const readZone = (text: string): Read<string> =>
  IANAZone.isValidZone(text) ? taken(text) : refused('That is no time zone; write it like America/Anchorage.');

/** Programs by their number on the list or by their id, joined by commas. */
export const readPrograms =
  (programs: readonly ProgramPolicy[]) =>
  (text: string): Read<readonly ProgramPolicy[]> => {
    const named = text
      .split(/[\s,;]+/u)
      .filter((part) => part !== '')
      .map((part) => ({ part, program: programs.find(({ id }) => id === part) ?? programs[Number(part) - 1] }));
    const unknown = named.find(({ program }) => program === undefined);
    if (unknown)
      return refused(`There is no program "${unknown.part}". There is: ${programs.map(({ id }) => id).join(', ')}.`);
    const chosen = [...new Set(named.flatMap(({ program }) => program ?? []))];
    return chosen.length === 0 ? refused('At least one program is needed.') : taken(chosen);
  };
