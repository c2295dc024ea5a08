import type { IntentName } from './understood';

/** What the bot itself tells people to write, and the short forms beside it: certain, whatever else they could mean. */
const taught: ReadonlyMap<string, IntentName> = new Map<string, IntentName>([
  ['something is wrong', 'raise_concern'],
  ['something’s wrong', 'raise_concern'],
  ["something's wrong", 'raise_concern'],
  ['end', 'end_pairing'],
  ['end an exchange', 'end_pairing'],
  ['end my exchange', 'end_pairing'],
  ['my goals', 'goals'],
  ['my career plan', 'career_plan'],
  ['career plan', 'career_plan'],
  ['fewer messages', 'preferences'],
  ['apply', 'apply'],
  ['match the cohort', 'match_cohort'],
  ['evaluate', 'evaluate'],
  ['log', 'log_session'],
  ['log a session', 'log_session'],
  ['i do not know what i need', 'topics'],
  ["i don't know what i need", 'topics'],
  ['i dont know what i need', 'topics'],
  ["i don't know where to start", 'topics'],
  ['i dont know where to start', 'topics'],
  ['i do not know where to start', 'topics'],
]);

/**
 * Words of somebody who may hurt herself. A mentoring program cannot help there, and nothing else may be understood.
 * Rather one answer too many than one too few.
 */
const distress =
  /\b(?:kill(?:ing)? myself|suicid(?:e|al)|end(?:ing)? (?:my life|it all)|take my (?:own )?life|(?:hurt|harm|cut)(?:ing)? myself|self[ -]?harm|(?:want|wish|better|rather)(?: i was| to be| off)? dead|(?:don['’]?t|do not) want to (?:live|be alive|wake up)|no reason to live|can(?:no|['’]?)t (?:do this|go on|take (?:it|this)) any ?more)\b/iu;

/** Reads them off a tidied text; null where it is neither. */
export function taughtWords(said: string): IntentName | null {
  if (distress.test(said)) return 'distress';
  return taught.get(said.replace(/[\s.!?]+$/u, '').toLowerCase()) ?? null;
}
