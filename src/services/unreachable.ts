import { mentorUnreachable, personUnreachable, reachableAgain } from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { awaits, worksHere } from '../mentoring';
import {
  canBeReached,
  closeOffers,
  coordinatorsFor,
  type NoticeRow,
  peopleById,
  programCoordinators,
  requestById,
  type Tx,
  unreachableSince,
} from '../store';
import { noCoordinator } from './account-notices';
import { redrawHomes } from './home-notice';
import type { House } from './house';

/**
 * A request could not be brought to its mentor. It stays open, as she may be back; the mentee is told and offered the
 * next best, and nobody finds the mentor until then. Of a mentor who has never had an account, the coordinators of the program
 * hear once a day; of any other as of everybody else.
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
  if (await unreachableSince(tx, mentorId)) return;
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

/** Nothing reaches this person any more, who was written to before: her coordinators hear of it, once for each time that it comes to that. */
async function loseReader(tx: Tx, house: House, personId: string): Promise<void> {
  const lost = await unreachableSince(tx, personId);
  if (!lost) return;
  const kind = lost.mentors ? 'mentor-unreachable' : 'person-unreachable';
  const [about, occurrence] = [{ kind: 'person' as const, id: personId }, lost.since.toISOString()];
  for (const to of await coordinatorsFor(tx, personId)) await house.ledger.tell(tx, { to, kind, about, occurrence });
}

/** The same kinds; whatever could not be told to somebody shows that she cannot be reached. */
export const noticingLoss = (house: House, kinds: NoticeKinds): NoticeKinds =>
  Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        ...kind,
        async untold(tx, notice) {
          await kind.untold?.(tx, notice);
          await loseReader(tx, house, notice.personId);
        },
      },
    ]),
  );

type Lost = { readonly name: string; readonly email: string };

/** To a coordinator: whom no message reaches, until one does. */
const aboutLost = (draw: (lost: Lost) => Card): NoticeKind => ({
  alone: false,
  async unwanted(tx, notice) {
    const lost = (await peopleById(tx, [notice.about.id])).get(notice.about.id);
    if (!lost || !worksHere(lost, tx.at)) return 'left';
    if (await canBeReached(tx, lost.personId)) return 'settled';
    return noCoordinator(tx, notice);
  },
  async card(tx, notice) {
    const lost = (await peopleById(tx, [notice.about.id])).get(notice.about.id);
    if (!lost) throw new Error('A notice has lost its person.');
    return (await canBeReached(tx, lost.personId)) ? reachableAgain(lost) : draw(lost);
  },
});

/** What coordinators hear about people whom no message reaches. */
export const unreachableKinds: NoticeKinds = {
  'mentor-unreachable': aboutLost(mentorUnreachable),
  'person-unreachable': aboutLost(personUnreachable),
};
