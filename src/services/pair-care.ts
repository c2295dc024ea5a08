import { changedSince, type Decision, happened, refuse, rolesFor } from '../mentoring';
import { lockPairing, type PairFacts, pairReached, recordAudit, type Tx } from '../store';
import type { Caller } from './caller';

type Who = Pick<Caller, 'person' | 'roles'>;

/** The pair as it stands, where it is in her care; that she has looked is noted by whoever asks first. */
export async function pairNow(
  tx: Tx,
  { person, roles }: Who,
  act: 'read' | 'write',
  pairingId: string,
): Promise<Decision<PairFacts>> {
  const reach = rolesFor(roles, act, 'pair-care').map((role) => ({ ...role, names: true }));
  const found = await pairReached(tx, reach, person.personId, pairingId);
  return found ? happened(found) : refuse({ code: 'pair-not-seen' });
}

/**
 * A pair of others in this person's care, whether it runs or has ended: she coordinates its program, in the unit of one of
 * the two. Who asks for another one is refused, and that is noted.
 */
export async function pairInCare(
  tx: Tx,
  caller: Who,
  act: 'read' | 'write',
  pairingId: string,
): Promise<Decision<PairFacts>> {
  const found = await pairNow(tx, caller, act, pairingId);
  const outcome = found.ok ? 'done' : 'denied';
  await recordAudit(tx, { action: 'read', objectKind: 'pairing', objectId: pairingId, outcome });
  return found;
}

/**
 * The same, held until the transaction ends, for an act on what she `seen` at a glance: refused where the pair has ended, or
 * something has happened between the two since.
 */
export async function pairToChange(
  tx: Tx,
  caller: Who,
  pairingId: string,
  seen: string | undefined,
): Promise<Decision<PairFacts>> {
  const first = await pairInCare(tx, caller, 'write', pairingId);
  if (!first.ok) return first;
  await lockPairing(tx, pairingId);
  const found = await pairNow(tx, caller, 'write', pairingId);
  if (!found.ok) return found;
  for (const facts of found.events) {
    const what = changedSince(seen, facts);
    if (what) return refuse({ code: 'pair-changed', what });
  }
  return found;
}
