import { reportReleased } from '../cards';
import type { NoticeKinds } from '../delivery';
import { isQuarter, type Quarter, worksHere } from '../mentoring';
import { type NoticeRow, peopleById, rolesOf, type Tx } from '../store';
import type { House } from './house';
import { mayReadReport } from './report';

/** Which report a notice is about: its occurrence holds quarter and program. */
export const reportOccurrence = (quarter: Quarter, programId: string): string => `${quarter} ${programId}`;

const meant = ({ occurrence }: NoticeRow): { quarter: Quarter; programId: string } => {
  const [quarter = '', programId = ''] = occurrence.split(' ');
  if (!isQuarter(quarter)) throw new Error('A notice has lost its quarter.');
  return { quarter, programId };
};

async function isReader(tx: Tx, notice: NoticeRow): Promise<boolean> {
  const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
  if (!reader || !worksHere(reader, tx.at)) return false;
  return mayReadReport(await rolesOf(tx, notice.personId), meant(notice).programId);
}

/** What the bot tells of reports, by kind. */
export const reportNotices = (house: House): NoticeKinds => ({
  'report-released': {
    alone: false,
    unwanted: async (tx, notice) => ((await isReader(tx, notice)) ? undefined : 'left'),
    async card(_, notice) {
      const { quarter, programId } = meant(notice);
      return reportReleased(quarter, programId, house.programs.get(programId)?.name ?? programId);
    },
  },
});
