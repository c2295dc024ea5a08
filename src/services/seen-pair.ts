import { DateTime } from 'luxon';
import { day, dayOf, type SeenPair } from '../cards';
import { type Decision, happened, refuse, weekOf } from '../mentoring';
import {
  markFine,
  type PairFacts,
  pairingById,
  pairsReached,
  recordAudit,
  recordEvent,
  type Tx,
  unmarkFine,
} from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';
import { needOfPair } from './pair-needs';
import { aboutPairing } from './pairing';
import { readingRoles } from './reading-roles';

/** A pair of others that this person coordinates and that still runs; who asks for another one is refused, and that is noted. */
async function pairFor(tx: Tx, { person, roles }: Caller, pairingId: string): Promise<Decision<PairFacts>> {
  const [found] = await pairsReached(tx, readingRoles(roles), person.personId, pairingId);
  const outcome = found?.named ? 'done' : 'denied';
  await recordAudit(tx, { action: 'read', objectKind: 'pairing', objectId: pairingId, outcome });
  if (found?.named) return happened(found);
  return refuse({ code: 'pair-not-seen' });
}

/** The pair as its coordinator may see it: that the two met or plan to, never what they said. */
export async function seenPair(tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<SeenPair>> {
  const found = await pairFor(tx, caller, pairingId);
  if (!found.ok) return found;
  const on = (at: Date): string => day(DateTime.fromJSDate(at), caller.zone, tx.at);
  return happened(
    ...found.events.map((facts) => ({
      pairingId,
      mentee: facts.mentee,
      mentor: facts.mentor,
      topic: labelOf(house, facts.topicId),
      since: on(facts.since),
      sessions: facts.sessions,
      lastOn: facts.lastOn === null ? undefined : dayOf(facts.lastOn, tx.at),
      isPlanned: facts.isPlanned,
      need: needOfPair(tx, house, facts),
      fineUntil: facts.fineUntil ? on(facts.fineUntil) : undefined,
    })),
  );
}

/** For so many weeks the pair is fine as it is, or, without any, it is not: its coordinators hear of it again. */
export async function setFine(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  weeks: number | undefined,
): Promise<Decision<SeenPair>> {
  const found = await pairFor(tx, caller, pairingId);
  if (!found.ok) return found;
  if (weeks === undefined) await unmarkFine(tx, pairingId);
  else await markFine(tx, pairingId, tx.at.plus({ weeks }).toJSDate());
  await recordEvent(tx, { kind: weeks === undefined ? 'pairing.not-fine' : 'pairing.fine', pairingId });
  return seenPair(tx, house, caller, pairingId);
}

/** Asks both how it goes, once a week, whoever of the coordinators asks. */
export async function askPair(tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<SeenPair>> {
  const found = await pairFor(tx, caller, pairingId);
  const pairing = found.ok ? await pairingById(tx, pairingId) : undefined;
  if (!found.ok) return found;
  for (const to of pairing ? [pairing.menteeId, pairing.mentorId] : [])
    await house.ledger.tell(tx, {
      to,
      kind: 'pair-asked',
      about: aboutPairing(pairingId),
      occurrence: weekOf(tx.at.setZone(caller.zone)),
    });
  await recordEvent(tx, { kind: 'pairing.asked-after', pairingId });
  return seenPair(tx, house, caller, pairingId);
}
