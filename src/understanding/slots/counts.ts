import { number, numberOf } from './numbers';

const read = (text: string, forms: readonly RegExp[], most: number): number | undefined => {
  for (const form of forms) {
    const found = [...text.matchAll(form)].at(-1);
    const value = found && numberOf(found[1] ?? '');
    if (value !== undefined && value >= 1 && value <= most && Number.isInteger(value)) return value;
  }
  return undefined;
};

const rated = [
  new RegExp(`\\b(${number})[ -]?(?:stars?|points?|\\*)`, 'gu'),
  new RegExp(`\\b(${number}) (?:out )?of (?:5|five)\\b`, 'gu'),
  /\b([1-5])\/5\b/gu,
  new RegExp(
    `\\b(?:rat\\w+|eval\\w*|score|grade|stars?|mark|rated)\\b[^.]{0,50}?\\b(?:to |of |is |at |, |a |as |with )?(${number})\\b(?!\\/|-|th|st|nd|rd| ?(?:minutes?|hours?|days?|weeks?))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:give|gets?|deserves?|gave|earned|earns|worth|down)\\b[^.]{0,40}?\\b(?:an? )?(${number})\\b(?!\\/|-|th|st|nd|rd| ?(?:minutes?|hours?|days?|weeks?))`,
    'gu',
  ),
  new RegExp(`\\ban? (${number}) (?:on|for|to|from|out)\\b`, 'gu'),
  new RegExp(`, (${number}) $`, 'gu'),
];

/** A rating from 1 to 5, with a sign that it is one. */
export const ratingIn = (text: string): number | undefined => read(text, rated, 5);

const who =
  '(?:mentees?|people|persons?|newbies|folks|proteges?|new (?:hires|people|workers|staff|colleagues)|colleagues|trainees|newcomers|at (?:once|a time|most|the same)|max|spots|slots|pairs|learners|staff|workers|others|max|tops|total|someones)';
const held = [
  new RegExp(
    `\\b(?:should be|make (?:it|that)|(?:change|raise|lower|bump|set|drop)(?: it| that)? to|now) (${number})\\b(?! ?(?:minutes?|hours?|days?|weeks?|months?))`,
    'gu',
  ),
  new RegExp(`\\b(${number}) (?:more |new )?${who}\\b`, 'gu'),
  new RegExp(
    `\\b(?:capacity|limit|max(?:imum)?|mentees?|many|take|handle|slots|places|number|most|room for|up to|no more than|only|cap)\\b[^.]{0,40}?\\b(?:to |is |of |at |down to |up to |now )*(${number})\\b(?! ?(?:minutes?|hours?|days?|weeks?|months?|years?|am|pm))`,
    'gu',
  ),
];

/** How many mentees at once somebody takes; of a correction the last figure. */
export const capacityIn = (text: string): number | undefined => read(text.replace(/, not \w+/u, ''), held, 50);
