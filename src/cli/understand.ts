import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DateTime, IANAZone } from 'luxon';
import { realClock } from '../start/clock';
import { readPrograms, SetupError } from '../start/house';
import { createLexicon, type Understood, understand } from '../understanding';
import { exampleSetting } from '../understanding/examples';
import type { Command } from './command';

/** The product's own intents have no label of their own on the edge: they are the nearest of it. */
const edgeName = {
  topics: 'find_mentor',
  open_topic: 'program_status',
  close_topic: 'program_status',
  withdraw: 'my_pairs',
  next: 'find_mentor',
  overview: 'program_status',
  link_account: 'out_of_scope',
  accounts: 'program_status',
  thanks: 'smalltalk',
  stop_mentoring: 'end_pairing',
  coordinator: 'raise_concern',
  choose: 'yes',
  distress: 'raise_concern',
  too_long: 'out_of_scope',
} as const;
const isOwn = (name: string): name is keyof typeof edgeName => name in edgeName;
const nameOf = (name: string): string => (isOwn(name) ? edgeName[name] : name);

/** What else is told of a search is the product's own. */
const ownSlots = new Set(['asked', 'choices', 'unsure', 'nearby', 'also', 'alsoIn', 'place', 'near', 'code', 'choice']);
const slotsOf = ({ intent, slots }: Understood): object =>
  intent === 'out_of_scope' ? {} : Object.fromEntries(Object.entries(slots).filter(([name]) => !ownSlots.has(name)));

const readLine = (line: string): { id: string; text: string } | undefined => {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed) || !('text' in parsed)) return undefined;
    return typeof parsed.text === 'string' ? { id: String(parsed.id), text: parsed.text } : undefined;
  } catch {
    return undefined;
  }
};

const flags = {
  now: { type: 'string' },
  tz: { type: 'string' },
  why: { type: 'boolean', default: false },
} as const;

/** The wall clock of the writer (ISO, without a zone); throws a sentence where the flags name none. */
function wallClock(now: string | undefined, zone: string | undefined): string {
  if (zone !== undefined && !IANAZone.isValidZone(zone))
    throw new SetupError([`"${zone}" is no time zone. Write it like this: --tz America/Anchorage`]);
  const clock = now === undefined ? realClock.now().setZone(zone ?? 'utc') : DateTime.fromISO(now, { setZone: true });
  if (!clock.isValid) throw new SetupError([`"${now}" is no time. Write it like this: --now 2026-11-18T10:00`]);
  return clock.toFormat("yyyy-MM-dd'T'HH:mm");
}

function asJson(id: string, understood: Understood): string {
  const { intent, confidence, alternatives } = understood;
  return JSON.stringify({ id, intent: nameOf(intent), slots: slotsOf(understood), confidence, alternatives });
}

/** The chain in words: what was read, step by step, and what came of it. */
function inWords({ intent, slots, confidence, alternatives, why, after }: Understood): string {
  const found = Object.entries(slots).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [
    ...why.map((step, i) => `${i + 1}. ${step}`),
    `=> ${intent}, confidence ${confidence}${found.length > 0 ? `, with ${found.join(', ')}` : ''}`,
    ...(alternatives.length > 0 ? [`   else ${alternatives.join(', ')}`] : []),
    ...(after === undefined ? [] : [`   after that: "${after}"`]),
    '',
  ].join('\n');
}

/**
 * JSON lines {id, text} in, JSON lines {id, intent, slots, confidence, alternatives} out; with --why the chain in words.
 * Words behind the options are one text. No database.
 */
export const understandCommand: Command = {
  usage: 'understand [--now TIME] [--tz ZONE] [--why] [TEXT]',
  says: 'reads {id, text} lines and writes what the bot would understand',
  options: [
    { name: 'now', takes: 'TIME', says: 'the time that words like "tomorrow" count from' },
    { name: 'tz', takes: 'ZONE', says: 'the time zone of the person who writes' },
    { name: 'why', says: 'tells step by step how it came to that' },
  ],
  example: 'understand --why "met with Joan yest for 45 min by phone"',
  async run(args, config) {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    const now = wallClock(values.now, values.tz);
    const { catalog } = await readPrograms(config.programsDir);
    const lexicon = createLexicon(catalog.topics, { known: exampleSetting.offices });
    const write = ({ id, text }: { id: string; text: string }): void => {
      const understood = understand(text, { ...exampleSetting, lexicon, now });
      process.stdout.write(`${values.why ? inWords(understood) : asJson(id, understood)}\n`);
    };
    if (positionals.length > 0) {
      write({ id: '1', text: positionals.join(' ') });
      return 0;
    }
    for await (const line of createInterface({ input: process.stdin })) {
      const asked = readLine(line);
      if (asked) write(asked);
    }
    return 0;
  },
};
