import { messageReader, type Tx } from '../store';
import type { House } from './house';
import { nextFreeMorning } from './nudged-today';

/**
 * Time's own act: a nudge goes out, unless its reader had one today: then it waits for her next morning. What waits for the
 * same morning becomes one message.
 */
export async function sendNudge(tx: Tx, house: House, messageId: string): Promise<void> {
  const personId = await messageReader(tx, messageId);
  const later = personId === undefined ? undefined : await nextFreeMorning(tx, personId);
  await (later ? house.ledger.putOff(tx, messageId, later) : house.ledger.sendDue(tx, messageId));
}
