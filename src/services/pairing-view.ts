import type { PairingView } from '../cards';
import { type Pairing, partnerOf, type Session, sideOf } from '../mentoring';
import { peopleById, sessionsIn, type Tx } from '../store';
import { zoneHere } from './caller';
import { type House, labelOf } from './house';
import { plansOf } from './meeting-view';
import { contactOf, onCard } from './request-view';

/** How many sessions there were, for how long together, and when the last one was; the newest comes first. */
const figuresOf = (sessions: readonly Session[]): PairingView['sessions'] => ({
  count: sessions.length,
  minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
  lastOn: sessions[0]?.heldOn ?? null,
});

/** A pairing as this one of its two people sees it now, in her zone. */
export async function pairingView(tx: Tx, house: House, pairing: Pairing, readerId: string): Promise<PairingView> {
  const people = await peopleById(tx, [pairing.mentorId, pairing.menteeId]);
  const own = people.get(readerId);
  const partner = people.get(partnerOf(pairing, readerId));
  const reader = sideOf(pairing, readerId);
  if (!own || !partner || !reader) throw new Error('A pairing has lost one of its people.');
  return {
    pairing,
    reader,
    readerId,
    plans: await plansOf(tx, pairing, partner),
    partner: onCard(partner),
    topic: labelOf(house, pairing.topicId),
    sessions: figuresOf(await sessionsIn(tx, pairing.pairingId)),
    contact: await contactOf(tx, readerId, partner),
    zone: await zoneHere(tx, own.zone),
    now: tx.at,
  };
}
