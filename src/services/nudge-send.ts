import { nudgeAt } from '../mentoring';
import { messageReader, peopleById, type Tx } from '../store';
import { hoursOf } from './hours';
import type { House } from './house';
import { wasNudgedToday } from './nudge-notices';

/**
 * Time's own act: a nudge goes out, unless its reader had one today: then it waits for her next morning. What waits for the
 * same morning becomes one message.
 */
export async function sendNudge(tx: Tx, house: House, messageId: string): Promise<void> {
  const personId = await messageReader(tx, messageId);
  const reader = personId === undefined ? undefined : (await peopleById(tx, [personId])).get(personId);
  if (!reader || !(await wasNudgedToday(tx, reader.personId))) return house.ledger.sendDue(tx, messageId);
  const hours = await hoursOf(tx, reader);
  const tomorrow = tx.at.setZone(hours.zone).plus({ days: 1 }).startOf('day');
  await house.ledger.putOff(tx, messageId, nudgeAt(tomorrow, hours).toJSDate());
}
