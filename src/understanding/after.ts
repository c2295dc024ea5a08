import type { Guess } from './learned';

/** Between two wishes: the end of a sentence, or a word that goes on to another thing. */
const joint =
  /(?<=[.!?;])\s+|,?\s+(?:and (?:also|then|after that|can you|could you|please)|and|then|also|plus|after that)\s+|,\s+(?=(?:then|also|plus|and)\b)/giu;

/** No wishes: they stand before or behind one. */
const aside = new Set(['smalltalk', 'yes', 'no', 'cancel', 'out_of_scope', 'help']);
const sure = 0.84;
const shortest = 8;
/** In a longer text nobody can say which two of its parts are wishes. */
const longest = 300;
const mostJoints = 3;

/** A part that says a wish of its own beyond doubt. */
function wishIn(guesses: readonly Guess[]): string | undefined {
  const [best] = guesses;
  return best && best.chance >= sure && !aside.has(best.label) ? best.label : undefined;
}

export type TwoWishes = { readonly first: string; readonly second: string };

/** A wish that follows a mere "and" begins like one: "Excel and Word" and "mentors and mentees who …" are one. */
const begins =
  /^(?:please|pls|can|could|would|i|i'd|i'm|let|show|find|log|record|schedule|book|cancel|call|move|nominate|rate|evaluate|add|set|put|remind|tell|ask|request|who|what|when|how|where|give|send|open|pause|resume|end|stop|delete|apply|sign|remove|list|look|get)\b/iu;

/** Two wishes of different kinds in one message, as typed; null where it is one, or it is not sure that they are two. */
export function secondWish(said: string, guess: (part: string) => readonly Guess[]): TwoWishes | null {
  if (said.length > longest) return null;
  for (const { index, 0: words } of [...said.matchAll(joint)].slice(0, mostJoints)) {
    const first = said.slice(0, index).trim();
    const second = said.slice(index + words.length).trim();
    if (
      first.length < shortest ||
      second.length < shortest ||
      !begins.test(second.replace(/^(?:then|also|plus),? /iu, ''))
    )
      continue;
    const [one, two] = [wishIn(guess(first)), wishIn(guess(second))];
    if (one !== undefined && two !== undefined && one !== two) return { first, second };
  }
  return null;
}
