import { eraseRows, lockErasable, organizationOfTx, recordAudit, recordEvent, subjectsOf, type Tx } from '../store';
import type { House } from './house';
import { leave } from './leave';

/**
 * Erases a person, in one transaction: what is open ends and her partners are told, as when she leaves; what she wrote is
 * deleted and her key with it; what must stay for the numbers stays under a row without a name. Cards that showed her
 * name are drawn anew. What was published stays as it is. False where she is not here, or has been erased already.
 */
export async function erasePerson(tx: Tx, house: House, personId: string): Promise<boolean> {
  if (!(await lockErasable(tx, personId))) return false;
  const { zone } = await organizationOfTx(tx);
  await leave(tx, house, personId, tx.at.setZone(zone).toISODate() ?? '');
  const subjects = await subjectsOf(tx, personId);
  await eraseRows(tx, personId);
  for (const subject of subjects) await house.ledger.redraw(tx, subject, undefined);
  await recordEvent(tx, { kind: 'person.erased', personId });
  await recordAudit(tx, { action: 'erase', objectKind: 'person', objectId: personId, outcome: 'done' });
  return true;
}
