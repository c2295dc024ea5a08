import type { DateTime } from 'luxon';
import type { Json } from '../json';

/** A message as it stands now. `onlyFor`: ephemeral, seen by this person alone. */
export type SlackMessage = {
  readonly ts: string;
  readonly channel: string;
  /** A user id; the bot's for what the bot said. */
  readonly from: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly metadata?: Json;
  /** The message that this one replies to. */
  readonly thread?: string;
  readonly onlyFor?: string;
  /** Shown time, ISO. */
  readonly at: string;
  readonly edited?: true;
};

export type NewMessage = Omit<SlackMessage, 'ts' | 'at' | 'edited'>;

export type Chats = {
  readonly add: (message: NewMessage) => SlackMessage;
  readonly find: (channel: string, ts: string) => SlackMessage | undefined;
  /** Puts other words or blocks into a message; what is not named stays, an empty list of blocks takes them away. */
  readonly change: (
    message: SlackMessage,
    by: Partial<Pick<SlackMessage, 'text' | 'blocks' | 'metadata'>>,
  ) => SlackMessage;
  /** The message with which the thread begins that this one stands in, or would. */
  readonly rootOf: (channel: string, ts: string) => SlackMessage | undefined;
  readonly remove: (message: SlackMessage) => void;
  /** Oldest first. */
  readonly of: (channel: string) => readonly SlackMessage[];
};

/** The messages of all conversations. A message id is its time in seconds with six digits, never the same twice. */
export function createChats({ now, shownNow }: { now: () => DateTime; shownNow: () => DateTime }): Chats {
  const rooms = new Map<string, readonly SlackMessage[]>();
  let last = 0;
  const nextTs = (): string => {
    last = Math.max(last + 1, now().toMillis() * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
  const of = (channel: string): readonly SlackMessage[] => rooms.get(channel) ?? [];
  return {
    of,
    add: (message) => {
      const added = { ...message, ts: nextTs(), at: shownNow().toISO() ?? '' };
      rooms.set(message.channel, [...of(message.channel), added]);
      return added;
    },
    find: (channel, ts) => of(channel).find((message) => message.ts === ts),
    change: (message, by) => {
      const { blocks, ...rest }: SlackMessage = { ...message, ...by, edited: true };
      const changed = { ...rest, ...(blocks && blocks.length > 0 && { blocks }) };
      rooms.set(
        message.channel,
        of(message.channel).map((other) => (other.ts === message.ts ? changed : other)),
      );
      return changed;
    },
    rootOf: (channel, ts) => {
      const message = of(channel).find((one) => one.ts === ts);
      return message?.thread === undefined ? message : of(channel).find((one) => one.ts === message.thread);
    },
    remove: (message) => {
      rooms.set(
        message.channel,
        of(message.channel).filter((other) => other.ts !== message.ts),
      );
    },
  };
}
