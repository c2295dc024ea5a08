import type { MessageRef } from '../chat';
import {
  type Decision,
  decidePairing,
  evolvePairing,
  happened,
  type Pairing,
  type PairingAct,
  type PairingEvent,
  refuse,
  rightTo,
  type Side,
} from '../mentoring';
import { lockPairing, pairingById, recordAudit, recordEvent, releasePlace, savePairing, type Tx } from '../store';
import type { Caller } from './caller';
import { redrawHomes } from './home-notice';
import type { House } from './house';
import { endMeeting } from './meeting-end';
import { reopenEntry } from './reopen';

export const aboutPairing = (pairingId: string): { kind: 'pairing'; id: string } => ({
  kind: 'pairing',
  id: pairingId,
});

/** A pairing that this person may see, as one of its two; who asks for another one's is noted in the audit. */
export async function pairingFor(
  tx: Tx,
  { person: { personId } }: Pick<Caller, 'person'>,
  pairingId: string,
  read: (tx: Tx, pairingId: string) => Promise<Pairing | undefined> = pairingById,
): Promise<Decision<{ readonly pairing: Pairing; readonly reader: Side }>> {
  const pairing = await read(tx, pairingId);
  if (!pairing) return refuse({ code: 'no-such-pairing' });
  const { programId, menteeId, mentorId } = pairing;
  const right = rightTo({ personId, roles: [] }, 'read', { data: 'pairing', programId, menteeId, mentorId });
  if (right === 'pair') return happened({ pairing, reader: personId === mentorId ? 'mentor' : 'mentee' });
  await recordAudit(tx, { action: 'read', objectKind: 'pairing', objectId: pairingId, outcome: 'denied' });
  return refuse({ code: 'not-your-pairing' });
}

/** What the two see of their pairing is drawn anew, but for the card that the answer itself replaces. */
export async function redrawPairing(
  tx: Tx,
  house: House,
  { pairingId, mentorId, menteeId }: Pairing,
  but?: MessageRef,
): Promise<void> {
  await house.ledger.redraw(tx, aboutPairing(pairingId), but);
  await redrawHomes(tx, house, [mentorId, menteeId], but);
}

const factsOf = (pairing: Pairing, event: PairingEvent): Record<string, string> => {
  const topic = { topic: pairing.topicId };
  if (event.kind === 'pairing.goes-on') return { ...topic, who: event.who };
  if (event.kind === 'pairing.ended') return { ...topic, by: event.by, ...(event.why ? { why: event.why } : {}) };
  return topic;
};

/**
 * Something happens to a pairing: decided and written under its lock. Where it ends, the mentor's place is free again and
 * her offers open. Refused as the life cycle says.
 */
export async function changePairing(
  tx: Tx,
  house: House,
  pairingId: string,
  act: PairingAct,
  on?: MessageRef,
): Promise<Decision<{ readonly pairing: Pairing; readonly events: readonly PairingEvent[] }>> {
  const before = await lockPairing(tx, pairingId);
  if (!before) return refuse({ code: 'no-such-pairing' });
  const decision = decidePairing(before, act);
  if (!decision.ok) {
    if (decision.because.code === 'not-your-pairing')
      await recordAudit(tx, { action: act.act, objectKind: 'pairing', objectId: pairingId, outcome: 'denied' });
    return decision;
  }
  const pairing = decision.events.reduce((each, event) => evolvePairing(each, event, tx.at), before);
  if (decision.events.length === 0) return happened({ pairing, events: [] });
  if (!(await savePairing(tx, before, pairing))) throw new Error('A locked pairing changed under its lock.');
  for (const event of decision.events)
    await recordEvent(tx, { kind: event.kind, pairingId, personId: act.by, facts: factsOf(pairing, event) });
  if (pairing.state === 'ended') {
    await endMeeting(tx, house, pairing);
    await releasePlace(tx, pairing.mentorId);
    await reopenEntry(tx, house, pairing.mentorId);
    if (pairing.requestId !== null) await house.ledger.redraw(tx, { kind: 'request', id: pairing.requestId }, on);
  }
  await redrawPairing(tx, house, pairing, on);
  return happened({ pairing, events: decision.events });
}
