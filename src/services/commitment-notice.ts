import { DateTime } from 'luxon';
import { type CommitmentView, commitmentBrief, commitmentCard } from '../cards';
import type { NoticeKind } from '../delivery';
import { worksHere } from '../mentoring';
import { givenBy, type NoticeRow, peopleById, type Tx } from '../store';
import { zoneHere } from './caller';
import { commitmentHere } from './commitment';
import type { House } from './house';
import { entryFigures } from './mentors';

async function view(tx: Tx, house: House, { personId, occurrence }: NoticeRow): Promise<CommitmentView> {
  const own = (await peopleById(tx, [personId])).get(personId);
  const commitment = await commitmentHere(tx, house);
  if (!own || !commitment) throw new Error('A notice has lost its mentor or her program.');
  return {
    length: commitment.toHuman(),
    endsAt: DateTime.fromISO(occurrence),
    ...(await givenBy(tx, personId)),
    isMentor: (await entryFigures(tx, personId)) !== undefined,
    zone: await zoneHere(tx, own.zone),
    now: tx.at,
  };
}

/** To a mentor: the time for which she has said that she stays is nearly over. When that is, is the notice's occurrence. */
export const commitmentNotice = (house: House): NoticeKind => ({
  alone: false,
  async unwanted(tx, { personId }) {
    const own = (await peopleById(tx, [personId])).get(personId);
    if (!own || !worksHere(own, tx.at)) return 'left';
    if (!(await commitmentHere(tx, house))) return 'gone';
    return (await entryFigures(tx, personId)) ? undefined : 'settled';
  },
  card: async (tx, notice) => commitmentCard(await view(tx, house, notice)),
  beside: async (tx, notice) => commitmentBrief(await view(tx, house, notice)),
});
