import type { SeenPair } from '../cards';
import { letterGone, pairLetter } from '../cards';
import type { NoticeKinds } from '../delivery';
import { type Decision, partnerOf } from '../mentoring';
import { insertLetter, letterById, peopleById, recordEvent, type Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { pairInCare } from './pair-care';
import { aboutPairing } from './pairing';
import { aboutPairingKind } from './pairing-notices';
import { contactOf } from './request-view';
import { pairAfter } from './seen-pair';

/** Her words to both, under an id of the form that she wrote them in: sent twice is written once. */
export type NewLetter = { readonly pairing: string; readonly letterId: string; readonly words: string };

/** A coordinator writes to both people of a pair in her care, in her own name; refused for any other pair. */
export async function writeToBoth(
  tx: Tx,
  house: House,
  caller: Caller,
  { pairing: pairingId, letterId, words }: NewLetter,
): Promise<Decision<SeenPair>> {
  const found = await pairInCare(tx, caller, 'write', pairingId);
  if (!found.ok) return found;
  const letter = { letterId, pairingId, writerId: caller.person.personId };
  if (await insertLetter(tx, letter, words)) {
    await recordEvent(tx, { kind: 'pairing.written-to', pairingId });
    for (const to of found.events.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
      await house.ledger.tell(tx, {
        to,
        kind: 'pair-letter',
        about: aboutPairing(pairingId),
        occurrence: letterId,
      });
  }
  return pairAfter(tx, house, caller, pairingId);
}

/** What a coordinator has written to both. */
export const pairLetterNotices: NoticeKinds = {
  'pair-letter': aboutPairingKind(
    true,
    async (tx, _, { occurrence }) => (await letterById(tx, occurrence)) !== undefined,
    async (tx, pairing, { personId, occurrence }) => {
      const letter = await letterById(tx, occurrence);
      if (!letter || letter.pairingId !== pairing.pairingId) return letterGone();
      const partnerId = partnerOf(pairing, personId);
      const people = await peopleById(tx, [letter.writerId, partnerId]);
      const [writer, partner] = [people.get(letter.writerId), people.get(partnerId)];
      if (!writer || !partner) throw new Error('A letter has lost one of its people.');
      return pairLetter({
        writer: writer.name,
        partner: partner.name,
        words: letter.words,
        contact: await contactOf(tx, personId, writer),
      });
    },
  ),
};
