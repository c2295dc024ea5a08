import type { PairingView } from '../cards';
import { type Pairing, partnerOf, sideOf } from '../mentoring';
import { peopleById, type Tx } from '../store';
import { zoneHere } from './caller';
import { type House, labelOf } from './house';
import { contactOf, onCard } from './request-view';

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
    partner: onCard(partner),
    topic: labelOf(house, pairing.topicId),
    contact: await contactOf(tx, readerId, partner),
    zone: await zoneHere(tx, own.zone),
    now: tx.at,
  };
}
