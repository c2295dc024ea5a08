import { z } from 'zod';
import { token } from '../../cards';
import type { Token } from '../../chat';
import { keepTalk, openTalk } from '../../services';
import { type IntentName, labels, type Pending, type Slots } from '../../understanding';
import type { Turn } from '../intent';

/**
 * What is open between the bot and one person. `tokens` do what the options say, in their order (of a question that is
 * answered by yes: the one that yes does). `reading` is what the words named, for when they are meant otherwise.
 */
export type Open = {
  readonly id: string;
  readonly pending?: Pending;
  readonly tokens: readonly Token[];
  /** The exchange that is settled already. */
  readonly pairing?: string;
  /** It began with words that were not clear: nothing is done without one more tap. */
  readonly careful?: true;
  readonly reading?: Slots;
  /** The second wish of her message, in her words. */
  readonly after?: string;
};

const own = [
  'topics',
  'next',
  'open_topic',
  'close_topic',
  'overview',
  'accounts',
  'days_off',
  'withdraw',
  'link_account',
  'thanks',
  'stop_mentoring',
  'coordinator',
  'choose',
  'too_long',
] as const satisfies readonly IntentName[];
/** The name of an intent, wherever it was kept. */
export const intentName = z.enum([...labels, ...own]);

const words = z.string();
const slots = z.object({
  topic: words.exactOptional(),
  also: words.exactOptional(),
  topics: z.array(words).exactOptional(),
  choices: z.array(words).exactOptional(),
  unsure: z.enum(['ambiguous', 'misspelt', 'short']).exactOptional(),
  asked: words.exactOptional(),
  nearby: z.array(words).exactOptional(),
  office: words.exactOptional(),
  alsoIn: words.exactOptional(),
  place: words.exactOptional(),
  near: words.exactOptional(),
  person: words.exactOptional(),
  duration: z.number().exactOptional(),
  date: words.exactOptional(),
  when: words.exactOptional(),
  until: words.exactOptional(),
  channel: z.enum(['in_person', 'phone', 'video', 'email', 'chat']).exactOptional(),
  rating: z.number().exactOptional(),
  capacity: z.number().exactOptional(),
  text: words.exactOptional(),
  action: z.enum(['remove', 'move', 'cancel', 'status', 'withdraw', 'who_sees', 'export', 'delete']).exactOptional(),
  program: z.enum(['exchange', 'pair', 'cohort']).exactOptional(),
  view: z.enum(['digest', 'inactive', 'waitlist', 'report']).exactOptional(),
  quiet_from: words.exactOptional(),
  quiet_to: words.exactOptional(),
  timezone: words.exactOptional(),
  digest: z.enum(['on', 'off']).exactOptional(),
  reminders: z.enum(['on', 'off']).exactOptional(),
  code: words.exactOptional(),
  choice: z.number().exactOptional(),
});
const asks = z.enum([
  'person',
  'topic',
  'date',
  'when',
  'duration',
  'channel',
  'rating',
  'text',
  'until',
  'yes-no',
  'choice',
]);
const kept = z.object({
  id: words,
  pending: z.object({ intent: intentName, slots, asks, options: z.array(words).exactOptional() }).exactOptional(),
  tokens: z.array(z.object({ intent: words, args: z.record(words, z.union([words, z.number()])) })),
  pairing: words.exactOptional(),
  careful: z.literal(true).exactOptional(),
  reading: slots.exactOptional(),
  after: words.exactOptional(),
}) satisfies z.ZodType<Open>;

/** What is open with whoever acts; undefined where nothing is. Of a list of mentors, "the second one" asks the second one. */
export async function openOf({ tx, caller }: Pick<Turn, 'tx' | 'caller'>): Promise<Open | undefined> {
  const open = await openTalk(tx, caller);
  if (open === undefined) return undefined;
  if ('words' in open) return kept.safeParse(JSON.parse(open.words)).data;
  const { topic, mentors } = open;
  return {
    id: tx.newId(),
    pending: { intent: 'find_mentor', slots: { topic }, asks: 'choice', options: mentors.map(({ name }) => name) },
    tokens: mentors.map(({ id }) => token('ask', { mentor: id, topic })),
  };
}

type What = Omit<Open, 'id' | 'tokens'> & { readonly id?: string; readonly tokens?: readonly Token[] };

/** Keeps what is open from now on, in the place of what was; its id, for the buttons that belong to it. */
export async function keepOpen({ tx, caller }: Pick<Turn, 'tx' | 'caller'>, what: What): Promise<string> {
  const open: Open = { ...what, id: what.id ?? tx.newId(), tokens: what.tokens ?? [] };
  await keepTalk(tx, caller, JSON.stringify(open));
  return open.id;
}

/** Nothing is open any more. */
export const endOpen = ({ tx, caller }: Pick<Turn, 'tx' | 'caller'>): Promise<void> => keepTalk(tx, caller, undefined);

/** What was asked is settled by a form; a second wish still waits. */
export async function endAsked(turn: Pick<Turn, 'tx' | 'caller'>): Promise<void> {
  const open = await openOf(turn);
  if (!open) return;
  const { id, after } = open;
  await (after === undefined ? endOpen(turn) : keepOpen(turn, { id, after }));
}
