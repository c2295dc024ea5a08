import type { Lexicon, TopicReading } from './lexicon';
import { takeOffice } from './office';
import { unknownPlace } from './place';
import type { Slots } from './slot-values';

const longest = 80;

/** At most 80 characters of a text. */
export function clipped(text: string): string {
  const letters = [...text];
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

export function topicSlots({ guess, named }: TopicReading): Slots {
  switch (guess.kind) {
    case 'sure': {
      const also = named.find((topic) => topic !== guess.topic);
      return { topic: guess.topic, ...(also === undefined ? {} : { also }) };
    }
    case 'choose':
      return { choices: guess.topics, unsure: guess.why };
    case 'none':
      return {};
  }
}

export type Places = { readonly lexicon: Lexicon; readonly offices: readonly string[] };

/** Where one looks for a mentor, and the text without that. `ends`: the place may close the text, in small letters. */
export function whereIn(
  text: string,
  { lexicon, offices }: Places,
  ends: boolean,
): { readonly slots: Slots; readonly rest: string } {
  const { office, others, rest } = takeOffice(text, offices);
  if (office !== null) return { slots: { office, ...(others[0] === undefined ? {} : { alsoIn: others[0] }) }, rest };
  const unknown = unknownPlace(text, { lexicon, offices, ends });
  if (unknown === null) return { slots: {}, rest: text };
  const { place, near } = unknown;
  return { slots: { place: clipped(place), ...(near === null ? {} : { near }) }, rest: unknown.rest };
}

/** What a reading of topics says, in words. */
export function sayTopic({ guess, by }: TopicReading): string {
  const words = by.length > 0 ? ` by "${by.join(' ')}"` : '';
  if (guess.kind === 'none') return 'topic: none';
  return guess.kind === 'sure'
    ? `topic: ${guess.topic}${words}`
    : `topic: ${guess.topics.join(' or ')}, ${guess.why}${words}`;
}
