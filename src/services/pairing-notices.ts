import { agreedToGoOn, endedByPartner, pairingCard, trialOver } from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { type Pairing, sideOf, worksHere } from '../mentoring';
import { type NoticeRow, pairingById, peopleById, type Tx } from '../store';
import type { House } from './house';
import { entryFigures } from './mentors';
import { pairingView } from './pairing-view';

type Wanted = (tx: Tx, pairing: Pairing, notice: NoticeRow) => Promise<boolean>;

/** A kind of notice about a pairing, to one of its two: wanted or not by its state, drawn from its state. */
export const aboutPairingKind = (
  alone: boolean,
  wanted: Wanted,
  draw: (tx: Tx, pairing: Pairing, notice: NoticeRow) => Promise<Card>,
): NoticeKind => ({
  alone,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const pairing = await pairingById(tx, notice.about.id);
    if (!pairing) return 'gone';
    return (await wanted(tx, pairing, notice)) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const pairing = await pairingById(tx, notice.about.id);
    if (!pairing) throw new Error('A notice has lost its pairing.');
    return draw(tx, pairing, notice);
  },
});

const hasSaidGoOn = (pairing: Pairing, personId: string): boolean =>
  sideOf(pairing, personId) === 'mentor' ? pairing.mentorGoesOn : pairing.menteeGoesOn;

/** What the bot tells two partners about their pairing, by kind. */
export const pairingNotices = (house: House): NoticeKinds => ({
  'pairing-ended': aboutPairingKind(
    false,
    async () => true,
    async (tx, pairing, { personId }) =>
      endedByPartner(await pairingView(tx, house, pairing, personId), (await entryFigures(tx, personId)) !== undefined),
  ),
  'pairing-agreed': aboutPairingKind(
    false,
    async (_, pairing) => pairing.state !== 'ended',
    async (tx, pairing, { personId }) => agreedToGoOn(await pairingView(tx, house, pairing, personId)),
  ),
  'trial-over': aboutPairingKind(
    true,
    async (_, pairing, { personId }) => pairing.state === 'trial' && !hasSaidGoOn(pairing, personId),
    async (tx, pairing, { personId }) => {
      const view = await pairingView(tx, house, pairing, personId);
      const asks = pairing.state === 'trial' && !hasSaidGoOn(pairing, personId);
      return pairingCard(view, ...(asks ? [trialOver(view)] : []));
    },
  ),
  'pairing-shown': aboutPairingKind(
    true,
    async () => true,
    async (tx, pairing, { personId }) => pairingCard(await pairingView(tx, house, pairing, personId)),
  ),
});
