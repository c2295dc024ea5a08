import type { AskedDayOff } from '../mentoring';

/** A line of a file of days off: what it asks for, by its number. */
export type DayLine = { readonly line: number; readonly asked: AskedDayOff };

/** Reads one ISO date and a name a line; empty lines and those that begin with # are notes. */
export const dayLines = (text: string): readonly DayLine[] =>
  text.split(/\r?\n/).flatMap((row, index) => {
    const trimmed = row.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const [day = '', ...name] = trimmed.split(/[\s,;]+/u);
    return [{ line: index + 1, asked: { day, name: name.join(' '), everyYear: false } }];
  });
