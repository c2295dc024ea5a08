import type { DateTime } from 'luxon';
import type { Json } from '../json';

/** A message as it stands now. */
export type TeamsMessage = {
  readonly id: string;
  /** 1, 2, 3 ... over all conversations. */
  readonly n: number;
  readonly conversation: string;
  /** An Entra object id, or 'bot'. */
  readonly from: string;
  readonly text?: string;
  readonly card?: Json;
  readonly summary?: string;
  /** Shown time, ISO. */
  readonly at: string;
  readonly edited?: true;
};

export type NewTeamsMessage = Omit<TeamsMessage, 'id' | 'n' | 'at' | 'edited'>;
export type MessageChange = { readonly text?: string; readonly card?: Json; readonly summary?: string };

export type Rooms = {
  /** The conversation between a person and the bot. */
  readonly personal: (user: string) => string;
  readonly exists: (conversation: string) => boolean;
  /** The person whose personal conversation this is. */
  readonly personIn: (conversation: string) => string | undefined;
  readonly add: (message: NewTeamsMessage) => TeamsMessage;
  readonly find: (conversation: string, id: string) => TeamsMessage | undefined;
  /** Puts other content into a message, nothing of the old stays. */
  readonly change: (message: TeamsMessage, by: MessageChange) => TeamsMessage;
  readonly remove: (message: TeamsMessage) => void;
  readonly of: (conversation: string) => readonly TeamsMessage[];
  /** The bot is writing; the next message ends it. */
  readonly typing: (conversation: string) => void;
  readonly isTyping: (conversation: string) => boolean;
  readonly block: (user: string, blocked: 'blocked' | 'open') => void;
  readonly isBlocked: (conversation: string) => boolean;
};

/** The one group chat that everybody is in. */
export const group = '19:everybody@thread.v2';
const personalId = (user: string): string => `a:1${user}`;
const personOf = (conversation: string): string | undefined => /^a:1(.+)$/.exec(conversation)?.[1];
/** An id that this stand-in gave to somebody, if need be before a restart. */
const isPersonal = (conversation: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(personOf(conversation) ?? '');

export function createRooms({ ids, shownNow }: { ids: () => string; shownNow: () => DateTime }): Rooms {
  const messages = new Map<string, readonly TeamsMessage[]>([[group, []]]);
  const writing = new Set<string>();
  const blocked = new Set<string>();
  let count = 0;
  const of = (conversation: string): readonly TeamsMessage[] => messages.get(conversation) ?? [];
  return {
    of,
    personal: (user) => {
      const id = personalId(user);
      if (!messages.has(id)) messages.set(id, []);
      return id;
    },
    exists: (conversation) => messages.has(conversation) || isPersonal(conversation),
    personIn: personOf,
    add: (message) => {
      count += 1;
      const added = { ...message, n: count, id: `${count}${ids()}`, at: shownNow().toISO() ?? '' };
      messages.set(message.conversation, [...of(message.conversation), added]);
      if (message.from === 'bot') writing.delete(message.conversation);
      return added;
    },
    find: (conversation, id) => of(conversation).find((message) => message.id === id),
    change: ({ id, n, conversation, from, at }, by) => {
      const changed: TeamsMessage = { id, n, conversation, from, at, ...by, edited: true };
      messages.set(
        conversation,
        of(conversation).map((other) => (other.id === id ? changed : other)),
      );
      return changed;
    },
    remove: (message) => {
      messages.set(
        message.conversation,
        of(message.conversation).filter((other) => other.id !== message.id),
      );
    },
    typing: (conversation) => {
      writing.add(conversation);
    },
    isTyping: (conversation) => writing.has(conversation),
    block: (user, how) => {
      if (how === 'blocked') blocked.add(personalId(user));
      else blocked.delete(personalId(user));
    },
    isBlocked: (conversation) => blocked.has(conversation),
  };
}
