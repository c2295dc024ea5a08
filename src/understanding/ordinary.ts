import { commonWords } from './common-words';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words that only hold a sentence together; they name no topic and are left out of the topics' phrases. */
export const functionWords = list(`
a about am an and any arent id isn theyre youre were wasnt whats whos its thats hes shes couldnt wouldnt shouldnt are as at be been but by can could did do does for from had has have he her hers him his how i if
ill im in into is it its ive me more most much my of on or our ours she should so some than that the their them then
there these they this those to too us very was we were what when where which who whom whose why will with would you
your yours get getting got also just really please thanks thank hi hello hey
`);

/** Words of the topics that everybody says about everything. */
const everyday = list(`
application applications balance behavior better calls case cases client clients data day days department difficult
duties family files file fun home job jobs kids leader life list manage management managing manager match meetings
money new office others page people phone phones plan planning policy position program questions reading ready record
report reports review reviewing rules search searching services skills slow staff statement support system team time
train trained trainer training trainings work worker workers working write writing written others search tone being become becoming having income living parent absent goals exam set setting private personal rate quarterly
applicant applicants documenting old three four good hard long term terms short conduct carry lifestyle up off out
`);

/**
 * Words that share a stem with a topic's word and yet mean something else: each row is a family of its own, under the
 * stem it starts with.
 */
const families = [
  'conversation conversations',
  'organ organs organic organism organisms',
  'document documents',
  'manager managers',
  'accessed accesses accessing accessible accessibility',
  'words worded wording',
  'excels excelled excellent excellence',
  'noticed noticing noticeable',
  'noted noting',
  'teams',
  'moral morals',
  'chart charts',
  'critical critically',
  'product products production productions',
  'custom customs',
  'transit transition transitions',
  'chips',
];

export const ownStems: ReadonlyMap<string, string> = new Map(
  families.flatMap((family) => {
    const words = family.split(' ');
    return words.map((word) => [word, `${words[0]}*`] as const);
  }),
);

/** Words spelled right that mean no topic; they are never taken for a misspelt word of one. */
export const ordinary = list(commonWords);

/** A word that says little: it weighs less, and alone it loses to any other. */
export const isEveryday = (word: string): boolean => word.length < 2 || everyday.has(word) || ordinary.has(word);
