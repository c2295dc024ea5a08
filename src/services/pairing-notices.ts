import { agreedToGoOn, endedByPartner, pairingCard, trialOver } from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { type Pairing, sideOf } from '../mentoring';
import { type NoticeRow, pairingById, type Tx } from '../store';
import type { House } from './house';
import { entryFigures } from './mentors';
import { noticeAbout } from './notice-about';
import { pairingView } from './pairing-view';

type Wanted = (tx: Tx, pairing: Pairing, notice: NoticeRow) => Promise<boolean>;

/** A kind of notice about a pairing, to one of its two: wanted or not by its state, drawn from its state. */
export const aboutPairingKind = (
  alone: boolean,
  wanted: Wanted,
  draw: (tx: Tx, pairing: Pairing, notice: NoticeRow) => Promise<Card>,
): NoticeKind => noticeAbout({ alone, find: pairingById, wanted, draw });

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
