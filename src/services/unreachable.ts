import { mentorUnreachable } from '../cards';
import type { NoticeKinds } from '../delivery';
import { awaits, worksHere } from '../mentoring';
import {
  canBeReached,
  closeOffers,
  type NoticeRow,
  peopleById,
  programCoordinators,
  requestById,
  type Tx,
} from '../store';
import { noCoordinator } from './account-notices';
import { redrawHomes } from './home-notice';
import type { House } from './house';

/**
 * A request could not be brought to its mentor. It stays open, as she may be back; the mentee is told and offered the
 * next best, nobody finds the mentor until then, and the coordinators of the program hear of it, once a day for each mentor.
 */
export async function loseMentor(tx: Tx, house: House, { about }: Pick<NoticeRow, 'about'>): Promise<void> {
  const request = await requestById(tx, about.id);
  if (request?.state !== 'waiting') return;
  const { menteeId, mentorId, programId } = request;
  await house.ledger.tell(tx, { to: menteeId, kind: 'request-mentor-unreachable', about, occurrence: '1' });
  await house.ledger.redraw(tx, about, undefined);
  await redrawHomes(tx, house, [menteeId]);
  if (await canBeReached(tx, mentorId)) return;
  await closeOffers(tx, mentorId);
  const mentor = { kind: 'person' as const, id: mentorId };
  for (const to of await programCoordinators(tx, programId)) {
    const occurrence = tx.at.toISODate() ?? '';
    await house.ledger.tell(tx, { to, kind: 'mentor-unreachable', about: mentor, occurrence });
  }
}

/**
 * A mentee could not be told what came of her request: a mentor who said yes hears how to write to her, and one who asked a
 * question that it has not arrived.
 */
export async function loseMentee(tx: Tx, house: House, { about }: Pick<NoticeRow, 'about'>): Promise<void> {
  const request = await requestById(tx, about.id);
  if (!request) return;
  const { state, mentorId: to } = request;
  if (state === 'accepted')
    await house.ledger.tell(tx, { to, kind: 'request-mentee-unreachable', about, occurrence: '1' });
  if (state === 'waiting' && awaits(request) === 'mentee')
    await house.ledger.tell(tx, { to, kind: 'request-question-untold', about, occurrence: '1' });
}

/** What coordinators hear about people whom no message reaches. */
export const unreachableKinds: NoticeKinds = {
  'mentor-unreachable': {
    alone: false,
    async unwanted(tx, notice) {
      const mentor = (await peopleById(tx, [notice.about.id])).get(notice.about.id);
      if (!mentor || !worksHere(mentor, tx.at)) return 'left';
      if (await canBeReached(tx, mentor.personId)) return 'settled';
      return noCoordinator(tx, notice);
    },
    async card(tx, notice) {
      const mentor = (await peopleById(tx, [notice.about.id])).get(notice.about.id);
      if (!mentor) throw new Error('A notice has lost its mentor.');
      return mentorUnreachable(mentor);
    },
  },
};
