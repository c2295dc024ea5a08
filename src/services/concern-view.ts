import type { ConcernView } from '../cards';
import { type Concern, partnerOf } from '../mentoring';
import { pairingById, peopleById, type Tx } from '../store';
import { zoneHere } from './caller';
import { type House, labelOf } from './house';
import { contactOf } from './request-view';

/** A concern as this reader sees it now, in her zone, without its words. */
export async function concernView(tx: Tx, house: House, concern: Concern, readerId: string): Promise<ConcernView> {
  const pairing = concern.pairingId === null ? undefined : await pairingById(tx, concern.pairingId);
  const partnerId = pairing && partnerOf(pairing, concern.writerId);
  const ids = [concern.writerId, concern.handlerId, partnerId, readerId];
  const people = await peopleById(
    tx,
    ids.flatMap((id) => id ?? []),
  );
  const nameOf = (id: string | null | undefined): string | null => (id == null ? null : (people.get(id)?.name ?? null));
  const other = readerId === concern.writerId ? concern.handlerId : concern.writerId;
  const otherPerson = other === null ? undefined : people.get(other);
  return {
    concern,
    writer: nameOf(concern.writerId) ?? '',
    handler: nameOf(concern.handlerId),
    partner: nameOf(partnerId),
    topic: pairing ? labelOf(house, pairing.topicId) : null,
    contact: otherPerson && (await contactOf(tx, readerId, otherPerson)),
    zone: await zoneHere(tx, people.get(readerId)?.zone ?? null),
    now: tx.at,
  };
}
