import { conversationOf, endConversation, keepConversation, namesAround, type OpenTalk, type Tx } from '../store';
import type { Caller } from './caller';

/** For how long the bot waits for an answer. */
const openMinutes = 30;
const mostNames = 200;

type Who = Pick<Caller, 'person'>;

/** What is open with this person now: words as they were kept, or the list that she was shown last. */
export const openTalk = (tx: Tx, { person }: Who): Promise<OpenTalk | undefined> =>
  conversationOf(tx, person.personId, new Date(tx.at.toMillis() - openMinutes * 60_000));

/** Keeps what is open with this person for half an hour; nothing is open any more where there is nothing to keep. */
export const keepTalk = (tx: Tx, { person }: Who, words: string | undefined): Promise<void> =>
  words === undefined
    ? endConversation(tx, person.personId)
    : keepConversation(tx, person.personId, words, tx.at.plus({ minutes: openMinutes }).toJSDate());

/** The wall clock where this person is: `2026-11-18T10:00`. */
export const nowOf = (tx: Tx, { zone }: Pick<Caller, 'zone'>): string =>
  tx.at.setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm");

/** Names of people whom this person can mean. */
export const peopleAround = (tx: Tx, { person }: Who): Promise<readonly string[]> =>
  namesAround(tx, person.personId, mostNames);
