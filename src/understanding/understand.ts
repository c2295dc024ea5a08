import { secondWish } from './after';
import { readCommand } from './commands';
import { confidenceOf } from './confidence';
import { byCommand, namedTopic, soughtIn } from './exact';
import { answerTo } from './follow';
import type { Label } from './intents';
import { slotsFor } from './intents';
import { type Guess, guessesOf, lesson } from './learned';
import type { Lexicon } from './lexicon';
import { type Marked, marked } from './marks';
import { withoutMentions } from './mentions';
import { type Signs, signsOf } from './signs';
import { tidy } from './tidy';
import { clipped, sayTopic, topicSlots, whereIn } from './topic-words';
import type { Pending, Slots, Understood } from './understood';
import { type Parsed, wholeParse } from './whole-parse';
import { whyOf } from './why';

export type Context = {
  readonly lexicon: Lexicon;
  /** Names of offices that can be asked for. */
  readonly offices?: readonly string[];
  /** The bot's own ids and names, so that a leading mention of it is not taken for a person. */
  readonly bot?: readonly string[];
  /** The wall clock where the writer is (ISO, without a zone: 2026-11-18T10:00); without it no day is read that counts from today. */
  readonly now?: string;
  /** Names of people that the writer knows, as the organization has them. */
  readonly people?: readonly string[];
  /** What the bot asked for and waits to hear. */
  readonly pending?: Pending;
};

const longest = 1_000;

type Known = {
  readonly lexicon: Lexicon;
  readonly offices: readonly string[];
  readonly people: readonly string[];
  readonly now: string | undefined;
};
type Read = { readonly signs: Signs; readonly text: Marked; readonly guesses: readonly Guess[] };

function readAll(said: string, known: Known): Read {
  const signs = signsOf(said, known);
  const text = marked(signs);
  return { signs, text, guesses: guessesOf(signs, lesson, text) };
}

/** What a search says besides the slots of its label: choices, places that are no offices, a topic nobody knows. */
function searched(said: string, { signs }: Read, known: Known): Slots {
  const command = readCommand(said);
  if (command?.command === 'find') {
    const { about, where } = soughtIn(command, said, known);
    return { ...namedTopic(about, known), ...where };
  }
  const { slots: where } = whereIn(withoutMentions(said), known, false);
  const { guess, by } = signs.topics;
  const asked = guess.kind === 'choose' ? { asked: clipped(by.join(' ')) } : {};
  const [topic, also] = signs.topicList;
  const list = topic !== undefined && also !== undefined ? { topic, also } : undefined;
  return { ...(list ?? { ...topicSlots(signs.topics), ...asked }), ...where };
}

/** Of a wish that is none of ours: what it looked for, if it began like a search. */
function soughtElsewhere(said: string, known: Known): Slots {
  const command = readCommand(said);
  if (command?.command !== 'find') return {};
  const { about, where } = soughtIn(command, said, known);
  return about === '' ? {} : { ...namedTopic(about, known), ...where };
}

function slotsOf(label: Label, said: string, read: Read, known: Known): Slots {
  const slots = slotsFor(label, read.signs);
  if (label === 'find_mentor') {
    const { choices, unsure, ...more } = searched(said, read, known);
    const open = slots.topic === undefined && choices !== undefined && unsure !== undefined ? { choices, unsure } : {};
    return { ...more, ...open, ...slots };
  }
  if (label === 'out_of_scope') return soughtElsewhere(said, known);
  if (label === 'request_mentor' && slots.topic === undefined) return { ...slots, ...topicSlots(read.signs.topics) };
  return slots;
}

/** Less than one in two hundred is no alternative. */
const isThinkable = ({ chance }: Guess): boolean => chance >= 0.005;

function byGuess(said: string, read: Read, known: Known, why: readonly string[]): Understood {
  const [best, ...others] = read.guesses;
  const label = best?.label ?? 'out_of_scope';
  return {
    intent: label,
    slots: slotsOf(label, said, read, known),
    confidence: confidenceOf(best?.chance ?? 0),
    alternatives: others
      .filter(isThinkable)
      .slice(0, 3)
      .map((guess) => guess.label),
    why: [...why, ...whyOf(read.signs, read.guesses), sayTopic(read.signs.topics)],
  };
}

const byParse = ({ label, slots }: Parsed): Omit<Understood, 'why'> => ({
  intent: label,
  slots,
  confidence: 0.98,
  alternatives: [],
});

function byPending(pending: Pending, read: Read, why: readonly string[]): Understood | null {
  const answer = answerTo(pending, read.signs, read.text, read.guesses[0]);
  if (answer === null) return null;
  const steps = [...why, answer.why];
  return 'choice' in answer
    ? {
        intent: 'choose',
        slots: { choice: answer.choice },
        confidence: 0.95,
        alternatives: [],
        why: steps,
        answers: true,
      }
    : {
        intent: pending.intent,
        slots: { ...pending.slots, ...answer.slots },
        confidence: 0.95,
        alternatives: [],
        why: steps,
        answers: true,
      };
}

/**
 * Understands one message, in steps that `why` tells: a fixed command; an answer to what is pending; else the slots, the
 * concepts and the frames of the text, and what was learned from phrases. Of two wishes the first is understood and the
 * second kept (`after`). More than 1,000 characters are not read (`too_long`). Pure; the same text and context give the
 * same answer.
 */
export function understand(text: string, context: Context): Understood {
  if (text.length > longest) {
    const why = [`more than ${longest} characters`];
    return { intent: 'too_long', slots: {}, confidence: 1, alternatives: [], why };
  }
  const { lexicon, offices = [], people = [], now } = context;
  const known = { lexicon, offices, people, now };
  const said = tidy(text, context.bot ?? []);
  const why = [`said: "${said}"`];
  const command = byCommand(said, known, why);
  if (command) return command;
  const read = readAll(said, known);
  const parsed = wholeParse(read.signs, read.text);
  if (parsed) return { ...byParse(parsed), why: [...why, `command: ${parsed.label}, every word of it`] };
  const answer = context.pending && byPending(context.pending, read, why);
  if (answer) return answer;
  const two = secondWish(said, (part) => readAll(part, known).guesses);
  if (two === null) return byGuess(said, read, known, why);
  const first = byGuess(two.first, readAll(two.first, known), known, [...why, `two wishes, the first: "${two.first}"`]);
  return { ...first, after: two.second };
}
