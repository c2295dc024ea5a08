import type { Guess } from './learned';
import type { Signs } from './signs';

const percent = (chance: number): string => `${Math.round(chance * 100)} %`;

/** What was read and what spoke for it, in words. */
export function whyOf(signs: Signs, guesses: readonly Guess[]): readonly string[] {
  const read = signs.pieces.map(({ word }) => word).join(' ');
  const people = signs.people.map(({ said, denied }) => (denied ? `not ${said}` : said));
  const slots = [
    ...people.map((name) => `person ${name}`),
    ...signs.days.map(
      ({ value, from, to }) =>
        `day "${signs.pieces
          .slice(from, to + 1)
          .map(({ word }) => word)
          .join(' ')}" (${value.tense})`,
    ),
    ...signs.clocks.map(({ value }) => `clock ${value.hour}:${String(value.minute).padStart(2, '0')}`),
    ...signs.durations.map(({ value }) => `${value} minutes`),
    ...signs.ways.map(({ value }) => `way ${value}`),
    ...(signs.office === null ? [] : [`office ${signs.office}`]),
  ];
  const concepts = [...new Set(signs.concepts.map(({ concept }) => concept))];
  return [
    `read as: "${read}"`,
    ...(slots.length > 0 ? [`found: ${slots.join(', ')}`] : []),
    ...(concepts.length > 0 ? [`speaks of: ${concepts.join(', ')}`] : []),
    ...guesses
      .slice(0, 3)
      .filter(({ chance }) => chance >= 0.005)
      .map(({ label, chance, framed }) => {
        const cues = (framed?.cues ?? []).map(({ weight, says }) => `${weight > 0 ? '+' : ''}${weight} ${says}`);
        return `${label}: ${percent(chance)}${cues.length > 0 ? ` by ${cues.slice(0, 4).join('; ')}` : ''}`;
      }),
  ];
}
