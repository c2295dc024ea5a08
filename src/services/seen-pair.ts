import { DateTime } from 'luxon';
import { day, dayOf, type SeenPair } from '../cards';
import { type Decision, glanceOf, happened, weekOf } from '../mentoring';
import { markFine, type PairFacts, recordEvent, type Tx, unmarkFine } from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';
import { pairInCare, pairNow, pairToChange } from './pair-care';
import { needOfPair } from './pair-needs';
import { aboutPairing } from './pairing';
import { wayToBoth } from './way-to-both';

async function viewOf(tx: Tx, house: House, { person, zone }: Caller, facts: PairFacts): Promise<SeenPair> {
  const on = (at: Date): string => day(DateTime.fromJSDate(at), zone, tx.at);
  const { endedAt, endedBy } = facts;
  return {
    pairingId: facts.pairingId,
    glance: glanceOf(facts),
    mentee: facts.mentee,
    mentor: facts.mentor,
    topic: labelOf(house, facts.topicId),
    since: on(facts.since),
    sessions: facts.sessions,
    lastOn: facts.lastOn === null ? undefined : dayOf(facts.lastOn, tx.at),
    isPlanned: facts.isPlanned,
    need: needOfPair(tx, house, facts),
    fineUntil: facts.fineUntil ? on(facts.fineUntil) : undefined,
    ended: endedAt && endedBy ? { on: on(endedAt), by: endedBy } : undefined,
    toBoth: await wayToBoth(tx, person.personId, facts),
  };
}

/** The pair as its coordinator may see it: that the two met or plan to, never what they said. */
export async function seenPair(tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<SeenPair>> {
  const found = await pairInCare(tx, caller, 'read', pairingId);
  return found.ok ? pairAfter(tx, house, caller, pairingId) : found;
}

/** The same after her own act. */
export async function pairAfter(tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<SeenPair>> {
  const found = await pairNow(tx, caller, 'read', pairingId);
  if (!found.ok) return found;
  const views: SeenPair[] = [];
  for (const facts of found.events) views.push(await viewOf(tx, house, caller, facts));
  return happened(...views);
}

/** Which pair, and how it stood when she looked; without, she acts on it as it is. */
export type AtGlance = { readonly pairing: string; readonly seen?: string | undefined };

/** For so many weeks the pair is fine as it is, or, without any, it is not: its coordinators hear of it again. */
export async function setFine(
  tx: Tx,
  house: House,
  caller: Caller,
  { pairing: pairingId, seen }: AtGlance,
  weeks: number | undefined,
): Promise<Decision<SeenPair>> {
  const found = await pairToChange(tx, caller, pairingId, seen);
  if (!found.ok) return found;
  if (weeks === undefined) await unmarkFine(tx, pairingId);
  else await markFine(tx, pairingId, tx.at.plus({ weeks }).toJSDate());
  await recordEvent(tx, { kind: weeks === undefined ? 'pairing.not-fine' : 'pairing.fine', pairingId });
  return pairAfter(tx, house, caller, pairingId);
}

/** Asks both how it goes, once a week, whoever of the coordinators asks. */
export async function askPair(
  tx: Tx,
  house: House,
  caller: Caller,
  { pairing: pairingId, seen }: AtGlance,
): Promise<Decision<SeenPair>> {
  const found = await pairToChange(tx, caller, pairingId, seen);
  if (!found.ok) return found;
  for (const to of found.events.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
    await house.ledger.tell(tx, {
      to,
      kind: 'pair-asked',
      about: aboutPairing(pairingId),
      occurrence: weekOf(tx.at.setZone(caller.zone)),
    });
  await recordEvent(tx, { kind: 'pairing.asked-after', pairingId });
  return pairAfter(tx, house, caller, pairingId);
}
