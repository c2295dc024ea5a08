import { aboutWhat, type Command, readCommand } from './commands';
import { aboutExchange } from './exchange';
import type { Lexicon, TopicReading } from './lexicon';
import { takeOffice } from './office';
import { askedPerson, withoutMentions } from './person';
import { unknownPlace } from './place';
import { tidy } from './tidy';
import type { Label } from './labels';
import type { IntentName, Pending, Slots, Understood } from './understood';

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
const longestAsked = 80;

const articles = '(?:(?:an?|some|any|another|new|available|good|the|my|to have|to find) ?){0,3}';
const wishes =
  '(?:need|want|like|find|get|looking for|search(?:ing)? for|who(?: can| could| will)?|any|available|free)';
const wantsMentor = new RegExp(
  `\\b${wishes} ${articles}(?:mentors?|mentor me|coach me)\\b|\\b(?:want|like|love) to be (?:mentored|coached)\\b|\\bwho (?:can|could) (?:help|teach|train|coach)\\b`,
  'iu',
);
const refuses = /\b(?:no longer|not|don['’]?t|stop|quit|never)\b/iu;

function clipped(text: string): string {
  const letters = [...text];
  return letters.length <= longestAsked
    ? text
    : `${letters
        .slice(0, longestAsked - 1)
        .join('')
        .trimEnd()}…`;
}

function topicSlots({ guess, named }: TopicReading): Slots {
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

/** Where one looks for a mentor, and the text without that. `ends`: the place may close the text, in small letters. */
function whereIn(text: string, context: Context, ends: boolean): { readonly slots: Slots; readonly rest: string } {
  const offices = context.offices ?? [];
  const { office, others, rest } = takeOffice(text, offices);
  if (office !== null) return { slots: { office, ...(others[0] === undefined ? {} : { alsoIn: others[0] }) }, rest };
  const unknown = unknownPlace(text, { lexicon: context.lexicon, offices, ends });
  if (unknown === null) return { slots: {}, rest: text };
  const { place, near } = unknown;
  return { slots: { place: clipped(place), ...(near === null ? {} : { near }) }, rest: unknown.rest };
}

/** The same for a search: in "find mentors in Paris" the command ends behind the "in". */
function whereToFind(asked: string, said: string, context: Context): ReturnType<typeof whereIn> {
  const here = whereIn(asked, context, true);
  if (asked === '' || Object.keys(here.slots).length > 0) return here;
  const { slots } = whereIn(said, context, true);
  return slots.place !== undefined && asked === slots.place ? { slots, rest: '' } : here;
}

function sayTopic({ guess, by }: TopicReading): string {
  const words = by.length > 0 ? ` by "${by.join(' ')}"` : '';
  if (guess.kind === 'none') return 'topic: none';
  return guess.kind === 'sure'
    ? `topic: ${guess.topic}${words}`
    : `topic: ${guess.topics.join(' or ')}, ${guess.why}${words}`;
}

/** By what the lexicon says; `Aside`: where the text says other things too, and no wish for a mentor. */
const sureness = { sure: 0.95, choose: 0.75, none: 0.5 };
const surenessAside = { sure: 0.8, choose: 0.6, none: 0.5 };

/** Something asked of the lexicon under a fixed command ("find …", "open …"). */
function about(intent: IntentName, rest: string, where: Slots, context: Context, why: readonly string[]): Understood {
  const reading = context.lexicon.read(withoutMentions(rest));
  const asked = rest === '' ? {} : { asked: clipped(rest) };
  const isUnknown = rest !== '' && reading.guess.kind === 'none';
  const near = isUnknown ? context.lexicon.near(rest) : [];
  const nearby = near.length > 0 ? { nearby: near } : {};
  const slots = { ...topicSlots(reading), ...asked, ...nearby, ...where };
  const confidence = rest === '' ? sureness.sure : sureness[reading.guess.kind];
  const alternatives: Label[] = isUnknown ? ['out_of_scope'] : [];
  return { intent, slots, confidence, alternatives, why: [...why, sayTopic(reading)] };
}

/** "open" and "close" are a coordinator's commands only where the rest is a topic, or one to three words that should be one. */
function opensTopic(rest: string, lexicon: Lexicon): boolean {
  const { guess, besides } = lexicon.read(rest);
  if (guess.kind === 'none') return rest.split(' ').length <= 3;
  return besides.every((word) => word === 'topic' || word === 'topics' || word === 'category');
}

function byCommand(command: Command, said: string, context: Context, why: readonly string[]): Understood | null {
  const plain = (intent: IntentName, confidence: number): Understood => ({
    intent,
    slots: {},
    confidence,
    alternatives: [],
    why: [...why, `command: ${intent}`],
  });
  switch (command.command) {
    case 'help':
    case 'smalltalk':
    case 'thanks':
    case 'stop_mentoring':
    case 'preferences':
    case 'coordinator':
    case 'topics':
    case 'my_pairs':
    case 'withdraw':
    case 'become_mentor':
    case 'pause_mentoring':
    case 'resume_mentoring':
    case 'next':
    case 'overview':
    case 'accounts':
      return plain(command.command, 1);
    case 'link':
      return { ...plain('link_account', 1), slots: command.code === undefined ? {} : { code: command.code } };
    case 'later':
      return plain('out_of_scope', 0.6);
    case 'open':
      if (command.rest !== '' && !opensTopic(command.rest, context.lexicon)) return null;
      return about('open_topic', command.rest, {}, context, [...why, 'command: open']);
    case 'close':
      if (command.rest !== '' && !opensTopic(command.rest, context.lexicon)) return null;
      return about('close_topic', command.rest, {}, context, [...why, 'command: close']);
    case 'find': {
      const { slots, rest } = whereToFind(command.rest, said, context);
      return about('find_mentor', aboutWhat(rest), slots, context, [...why, 'command: find']);
    }
  }
}

function byPerson(text: string, { lexicon }: Context, why: readonly string[]): Understood | null {
  const asked = askedPerson(text);
  if (asked === null) return null;
  const reading = lexicon.read(withoutMentions(asked.rest));
  const slots = { person: asked.person, ...topicSlots(reading) };
  return {
    intent: 'request_mentor',
    slots,
    confidence: 0.85,
    alternatives: ['find_mentor'],
    why: [...why, 'asks a person', sayTopic(reading)],
  };
}

function byExchange(text: string, { now }: Context, why: readonly string[]): Understood | null {
  const found = aboutExchange(text, now?.slice(0, 10) ?? '');
  return found && { ...found, confidence: 0.9, alternatives: [], why: [...why, `about an exchange: ${found.intent}`] };
}

function byTopic(text: string, context: Context, why: readonly string[]): Understood | null {
  const { slots: where, rest } = whereIn(withoutMentions(text), context, false);
  const reading = context.lexicon.read(rest);
  const wants = wantsMentor.test(text) && !(reading.guess.kind === 'none' && refuses.test(text));
  if (reading.guess.kind === 'none' && !wants) return null;
  const aside = reading.besides.length > 0 && !wants;
  const confidence = reading.guess.kind === 'none' ? 0.8 : (aside ? surenessAside : sureness)[reading.guess.kind];
  const asked = reading.guess.kind === 'choose' ? { asked: clipped(reading.by.join(' ')) } : {};
  const slots = { ...topicSlots(reading), ...asked, ...where };
  const step = wants ? 'wishes a mentor' : 'names a topic';
  return {
    intent: 'find_mentor',
    slots,
    confidence,
    alternatives: ['out_of_scope'],
    why: [...why, step, sayTopic(reading)],
  };
}

/**
 * Understands one message: fixed commands first, then a person asked to be one's mentor, then a topic's words anywhere
 * in the text. More than 1,000 characters are not read (`too_long`). Pure; the same text and context give the same answer.
 */
export function understand(text: string, context: Context): Understood {
  if (text.length > longest) {
    const why = [`more than ${longest} characters`];
    return { intent: 'too_long', slots: {}, confidence: 1, alternatives: [], why };
  }
  const said = tidy(text, context.bot ?? []);
  const why = [`said: "${said}"`];
  const command = readCommand(said);
  const found =
    (command === null || command.command === 'later' ? byExchange(said, context, why) : null) ??
    (command === null ? null : byCommand(command, said, context, why)) ??
    byPerson(said, context, why) ??
    byTopic(said, context, why);
  return (
    found ?? {
      intent: 'out_of_scope',
      slots: {},
      confidence: 0.6,
      alternatives: ['help'],
      why: [...why, 'nothing known'],
    }
  );
}
