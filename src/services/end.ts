import { type Decision, type EndKind, happened, type Pairing, partnerOf } from '../mentoring';
import type { Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { entryFigures } from './mentors';
import { aboutPairing, changePairing } from './pairing';

/** Whether this person stands on the list of mentors. */
export const isMentor = async (tx: Tx, { person }: Pick<Caller, 'person'>): Promise<boolean> =>
  (await entryFigures(tx, person.personId)) !== undefined;

/** One of the two ends the exchange: the other one is told, the mentor's place is free. */
export async function endExchange(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  why: EndKind,
): Promise<Decision<Pairing>> {
  const by = caller.person.personId;
  const decision = await changePairing(tx, house, pairingId, { act: 'end', by, why }, caller.on);
  if (!decision.ok) return decision;
  for (const { pairing } of decision.events) {
    const to = partnerOf(pairing, by);
    await house.ledger.tell(tx, { to, kind: 'pairing-ended', about: aboutPairing(pairingId), occurrence: '1' });
  }
  return happened(...decision.events.map(({ pairing }) => pairing));
}

/** One of the two would like to go on after the introductory session; it goes on as soon as both do. */
export async function goOn(tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<Pairing>> {
  const by = caller.person.personId;
  const decision = await changePairing(tx, house, pairingId, { act: 'go-on', by }, caller.on);
  if (!decision.ok) return decision;
  for (const { pairing, events } of decision.events) {
    const about = aboutPairing(pairingId);
    const to = partnerOf(pairing, by);
    if (events.some(({ kind }) => kind === 'pairing.agreed'))
      await house.ledger.tell(tx, { to, kind: 'pairing-agreed', about, occurrence: '1' });
    else if (events.length > 0) await house.ledger.tell(tx, { to, kind: 'trial-over', about, occurrence: '1' });
  }
  return happened(...decision.events.map(({ pairing }) => pairing));
}

/** The introductory session has taken place: each of the two is asked once whether to go on. */
export async function askToGoOn(tx: Tx, house: House, pairing: Pairing): Promise<void> {
  if (pairing.state !== 'trial') return;
  const about = aboutPairing(pairing.pairingId);
  for (const to of [pairing.menteeId, pairing.mentorId])
    await house.ledger.tell(tx, { to, kind: 'trial-over', about, occurrence: '1' });
}
