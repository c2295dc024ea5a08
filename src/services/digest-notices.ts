import { DateTime } from 'luxon';
import { digest, digestOver, howItGoes } from '../cards';
import type { NoticeKinds } from '../delivery';
import { isCoordinator, isRunning, worksHere } from '../mentoring';
import { peopleById, rolesOf, type Tx } from '../store';
import { digestOfWeek } from './digest';
import { hoursOf, wantsDigest } from './hours';
import type { House } from './house';
import { aboutPairingKind } from './pairing-notices';
import { pairingView } from './pairing-view';

async function readerOf(tx: Tx, personId: string) {
  const person = (await peopleById(tx, [personId])).get(personId);
  if (!person) return undefined;
  const hours = await hoursOf(tx, person);
  return { person, roles: await rolesOf(tx, personId), zone: hours.zone, hours };
}

/** What coordinators hear on Mondays, and what pairs hear because their coordinator asks. */
export const digestNotices = (house: House): NoticeKinds => ({
  digest: {
    alone: false,
    async unwanted(tx, { personId }) {
      const reader = await readerOf(tx, personId);
      if (!reader || !worksHere(reader.person, tx.at)) return 'left';
      if (!isCoordinator(reader.roles)) return 'no-coordinator';
      return (await wantsDigest(tx, personId)) ? undefined : 'not-wanted';
    },
    async card(tx, { personId, occurrence: week, writtenAt }) {
      const reader = await readerOf(tx, personId);
      if (!reader) throw new Error('A notice has lost its reader.');
      const written = { week, writtenAt: DateTime.fromJSDate(writtenAt), hours: reader.hours };
      const view = await digestOfWeek({ ...tx, actorId: personId }, house, reader, written);
      return view ? digest(view) : digestOver();
    },
  },
  'pair-asked': aboutPairingKind(
    true,
    async (_, pairing) => isRunning(pairing),
    async (tx, pairing, { personId }) => howItGoes(await pairingView(tx, house, pairing, personId)),
  ),
});
