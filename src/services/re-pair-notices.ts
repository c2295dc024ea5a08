import { rePairedMentee, rePairedMentor } from '../cards';
import type { NoticeKinds } from '../delivery';
import type { Pairing } from '../mentoring';
import { keptWishFor, peopleById, type Tx } from '../store';
import { othersToAsk } from './find';
import { type House, topicView } from './house';
import { aboutPairingKind } from './pairing-notices';
import { pairingView } from './pairing-view';

const mostOffered = 3;

async function offered(tx: Tx, house: House, { menteeId, mentorId, topicId }: Pairing) {
  const mentee = (await peopleById(tx, [menteeId])).get(menteeId);
  const others = mentee ? await othersToAsk(tx, house, mentee, topicId, mentorId) : [];
  return {
    topic: topicView(house, topicId),
    mentors: others.slice(0, mostOffered),
    wish: await keptWishFor(tx, menteeId, topicId),
  };
}

/** What the two hear when their coordinator has ended their exchange, each with what comes next. */
export const rePairNotices = (house: House): NoticeKinds => ({
  're-paired-mentee': aboutPairingKind(
    true,
    async () => true,
    async (tx, pairing, { personId }) =>
      rePairedMentee(await pairingView(tx, house, pairing, personId), await offered(tx, house, pairing)),
  ),
  're-paired-mentor': aboutPairingKind(
    false,
    async () => true,
    async (tx, pairing, { personId }) => rePairedMentor(await pairingView(tx, house, pairing, personId)),
  ),
});
