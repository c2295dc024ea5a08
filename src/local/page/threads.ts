import type { Message } from './api';

export type Threads = {
  /** What stands in the conversation itself. A reply to something that is gone stands there too. */
  readonly main: readonly Message[];
  readonly repliesTo: (root: string) => readonly Message[];
};

/** The messages of a conversation, each reply put to the message that it replies to. */
export function threadsIn(messages: readonly Message[]): Threads {
  const roots = new Set(messages.filter(({ thread }) => thread === undefined).map(({ id }) => id));
  const isReply = ({ thread }: Message): boolean => thread !== undefined && roots.has(thread);
  return {
    main: messages.filter((message) => !isReply(message)),
    repliesTo: (root) => messages.filter(({ thread }) => thread === root),
  };
}

/** What the line under a message says of its thread. */
export const repliesInWords = (count: number): string =>
  count === 0 ? 'Reply in thread' : `${count} ${count === 1 ? 'reply' : 'replies'}`;
