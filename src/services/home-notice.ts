import type { MessageRef } from '../chat';
import type { Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';

const about = (id: string): { kind: 'person'; id: string } => ({ kind: 'person', id });

/** These people's own state changed: what shows it (a Home tab, a welcome card) is drawn anew, but for the card that the answer replaces. */
export async function redrawHomes(tx: Tx, house: House, personIds: readonly string[], but?: MessageRef): Promise<void> {
  for (const id of new Set(personIds)) await house.ledger.redraw(tx, about(id), but);
}

/** What she opened just now shows her home from here on, and follows it. */
export async function followHome(tx: Tx, house: House, { person, on }: Caller): Promise<void> {
  if (on)
    await house.ledger.adopt(
      tx,
      { to: person.personId, kind: 'home', about: about(person.personId), occurrence: tx.newId() },
      on,
    );
}

/** Her answer to this act (its id) did not get through: she hears so when she can be reached, unless she has done something since. */
export const tellMissed = (tx: Tx, house: House, { person }: Pick<Caller, 'person'>, act: string): Promise<void> =>
  house.ledger.tell(tx, {
    to: person.personId,
    kind: 'answer-missed',
    about: about(person.personId),
    occurrence: act,
  });

/** Welcomes a person once in each of her chats, with a card that follows her home. */
export const welcomeOnce = (tx: Tx, house: House, { person, channel }: Caller): Promise<void> =>
  house.ledger.tell(tx, { to: person.personId, kind: 'home', about: about(person.personId), occurrence: channel });
