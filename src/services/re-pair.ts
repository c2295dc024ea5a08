import type { SeenPair } from '../cards';
import { type Decision, type RePairKind, refuse } from '../mentoring';
import type { Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { pairToChange } from './pair-care';
import { aboutPairing, changePairing } from './pairing';
import { type AtGlance, pairAfter } from './seen-pair';

/**
 * A coordinator ends a pair of others, so that the mentee finds somebody else: both are told at once, the mentee is offered
 * other mentors, the mentor's place is free. Refused for a pair that is not in her care, and where something has happened
 * between the two since she looked.
 */
export async function rePair(
  tx: Tx,
  house: House,
  caller: Caller,
  { pairing: pairingId, seen }: AtGlance,
  why: RePairKind,
): Promise<Decision<SeenPair>> {
  const found = await pairToChange(tx, caller, pairingId, seen);
  if (!found.ok) return found;
  const [facts] = found.events;
  if (!facts) return refuse({ code: 'pair-not-seen' });
  const { version, menteeId, mentorId } = facts;
  const act = { act: 're-pair', by: caller.person.personId, why, version } as const;
  const decision = await changePairing(tx, house, pairingId, act);
  if (!decision.ok) return decision;
  const told = { about: aboutPairing(pairingId), occurrence: '1' };
  await house.ledger.tell(tx, { to: menteeId, kind: 're-paired-mentee', ...told });
  await house.ledger.tell(tx, { to: mentorId, kind: 're-paired-mentor', ...told });
  return pairAfter(tx, house, caller, pairingId);
}
