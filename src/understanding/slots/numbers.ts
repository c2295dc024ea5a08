const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const values: ReadonlyMap<string, number> = new Map([
  ...[...ones, ...teens].map((word, i) => [word, i + 1] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['zero', 0],
  ['no', 0],
]);

/** A number in figures or words, up to ninety-nine in words, as a piece of a form. */
export const number = `(?:\\d{1,4}(?:\\.\\d{1,2})?|(?:${tens.join('|')})(?: (?:${ones.slice(0, 9).join('|')}))?|${[...ones, ...teens].join('|')})`;

/** What such a number is; undefined for words that are none. */
export function numberOf(words: string): number | undefined {
  if (/^\d/u.test(words)) return Number(words);
  const parts = words.split(' ').map((word) => values.get(word));
  return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}
