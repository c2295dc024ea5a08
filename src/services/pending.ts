import type { Token } from '../chat';
import { clearPending, notePending, pendingSince, type Tx } from '../store';
import type { Caller } from './caller';

/** For how long "next" means the last list that was shown. */
const freshHours = 12;

/**
 * What "next" would mean for this person from now on; nothing where there is no next. `shown` are the ids of the mentors
 * in her list, where it is one, for "the second one".
 */
export const noteOffered = (
  tx: Tx,
  { person }: Pick<Caller, 'person'>,
  next: Token | undefined,
  shown?: readonly string[],
): Promise<void> => (next ? notePending(tx, person.personId, next, shown) : clearPending(tx, person.personId));

/** What "next" means for this person now; undefined where nothing was offered of late. */
export const followable = (tx: Tx, { person }: Pick<Caller, 'person'>): Promise<Token | undefined> =>
  pendingSince(tx, person.personId, tx.at.minus({ hours: freshHours }).toJSDate());
