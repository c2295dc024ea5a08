import { createInterface } from 'node:readline';
import { readPrograms } from '../start/house';
import { createLexicon, understand } from '../understanding';
import type { Command } from './command';

const offices = [
  'bethel',
  'nome',
  'kotzebue',
  'anchorage',
  'juneau',
  'fairbanks',
  'kenai',
  'wasilla',
  'sitka',
  'ketchikan',
];

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
  too_long: 'out_of_scope',
} as const;
const isOwn = (name: string): name is keyof typeof edgeName => name in edgeName;
const nameOf = (name: string): string => (isOwn(name) ? edgeName[name] : name);

const readLine = (line: string): { id: string; text: string } | undefined => {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed) || !('text' in parsed)) return undefined;
    return typeof parsed.text === 'string' ? { id: String(parsed.id), text: parsed.text } : undefined;
  } catch {
    return undefined;
  }
};

/** JSON lines {id, text} in, JSON lines {id, intent, slots, confidence, alternatives} out; no database. */
export const understandCommand: Command = {
  usage: 'understand [--now TIME --tz ZONE]',
  says: 'reads {id, text} lines and writes what the bot would understand',
  options: [
    { name: 'now', takes: 'TIME', says: 'the time that words like "tomorrow" count from' },
    { name: 'tz', takes: 'ZONE', says: 'the time zone of the person who writes' },
  ],
  example: 'understand --now 2026-11-18T10:00 --tz America/Anchorage < lines.jsonl',
  async run(_, config) {
    const { catalog } = await readPrograms(config.programsDir);
    const lexicon = createLexicon(catalog.topics, { known: offices });
    for await (const line of createInterface({ input: process.stdin })) {
      const asked = readLine(line);
      if (!asked) continue;
      const { intent, slots, confidence, alternatives } = understand(asked.text, {
        lexicon,
        offices,
        bot: ['U0MENTORBT', 'Mentor Bot'],
      });
      process.stdout.write(
        `${JSON.stringify({ id: asked.id, intent: nameOf(intent), slots, confidence, alternatives: alternatives.map(nameOf) })}\n`,
      );
    }
    return 0;
  },
};
