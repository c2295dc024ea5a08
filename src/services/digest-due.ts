import { behindDayOff, decideDigest, isCoordinator, nextDigestAt, worksHere } from '../mentoring';
import {
  clearDue,
  coordinatorsWithoutDigest,
  digestKind,
  digestReadersKind,
  keepDue,
  peopleById,
  rolesOf,
  setDue,
  type Tx,
} from '../store';
import { hoursOf, wantsDigest } from './hours';
import type { House } from './house';

/** Somebody became a coordinator: her first digest comes on the next Monday. */
export async function expectDigests(tx: Tx, _house: House): Promise<void> {
  const ids = await coordinatorsWithoutDigest(tx);
  for (const person of (await peopleById(tx, ids)).values())
    await keepDue(tx, digestKind, person.personId, nextDigestAt(tx.at, (await hoursOf(tx, person)).zone).toJSDate());
  await clearDue(tx, [digestReadersKind], tx.organizationId);
}

/**
 * A coordinator’s digest is due: it is told, and the next one noted; on a day off it waits for her next working hour. Of
 * whatever week it is by now, once a week, however often this runs. Who coordinates no more gets none from here on.
 */
export async function tellDigest(tx: Tx, house: House, personId: string): Promise<void> {
  const reader = (await peopleById(tx, [personId])).get(personId);
  if (!reader || !worksHere(reader, tx.at) || !isCoordinator(await rolesOf(tx, personId)))
    return clearDue(tx, [digestKind], personId);
  const { week: occurrence, next } = decideDigest(tx.at, (await hoursOf(tx, reader)).zone);
  await setDue(tx, digestKind, personId, next.toJSDate());
  const wanted = await wantsDigest(tx, personId);
  if (!wanted) return;
  const later = behindDayOff(tx.at, wanted.hours);
  if (later) return setDue(tx, digestKind, personId, (later < next ? later : next).toJSDate());
  const about = { kind: 'organization' as const, id: tx.organizationId };
  await house.ledger.tell(tx, { to: personId, kind: 'digest', about, occurrence });
}
