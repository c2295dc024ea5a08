import type { ReportView, SideReport } from '../cards';
import { otherTopics } from '../cards';
import {
  type Decision,
  happened,
  holds,
  isQuarter,
  type Quarter,
  quarterOf,
  type Role,
  refuse,
  releaseMoment,
  type Side,
} from '../mentoring';
import {
  type Figure,
  organizationOfTx,
  programsOn,
  recordAudit,
  releasedQuarters,
  type Snapshot,
  snapshotOf,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import { daysOffOf } from './days-off-here';
import { type House, labelOf, type ProgramPolicy } from './house';

/** Whether somebody with these roles may read the report of a program: its coordinators and program managers. */
export const mayReadReport = (roles: readonly Role[], programId: string): boolean =>
  holds(roles, 'coordinator', programId) || holds(roles, 'program_manager', programId);

/** The programs here that have a report. */
export const reportedPrograms = async (tx: Tx, house: House): Promise<readonly ProgramPolicy[]> =>
  (await programsOn(tx)).flatMap((id) => house.programs.get(id) ?? []).filter(({ evaluates }) => evaluates);

/** Whether a snapshot says more than that there was too little to say. */
export const hasAnything = ({ figures, themes }: Pick<Snapshot, 'figures' | 'themes'>): boolean =>
  figures.length > 0 || themes.length > 0;

function sideReport(house: House, figures: readonly Figure[], side: Side): SideReport {
  const own = figures.filter((figure) => figure.side === side);
  const plain = ({ evaluations, average }: Figure) => ({ evaluations, average });
  const total = own.find(({ subject }) => subject.kind === 'program');
  const rest = own.find(({ subject }) => subject.kind === 'rest');
  return {
    total: total && plain(total),
    topics: [
      ...own.flatMap((figure) =>
        figure.subject.kind === 'topic' ? [{ label: labelOf(house, figure.subject.id), ...plain(figure) }] : [],
      ),
      ...(rest ? [{ label: otherTopics, ...plain(rest) }] : []),
    ],
  };
}

/**
 * The report of a program and a quarter, from what was published of it; without a quarter, of the last one that was. Who may
 * read it must be asked before.
 */
export async function reportOf(
  tx: Tx,
  house: House,
  { id, name, terms }: ProgramPolicy,
  asked: Quarter | undefined,
  readerZone?: string,
): Promise<ReportView> {
  const { zone } = await organizationOfTx(tx);
  const out = await releasedQuarters(tx, [id]);
  const quarter = asked ?? out[0] ?? quarterOf(tx.at, zone);
  const snapshot = await snapshotOf(tx, id, quarter);
  return {
    programId: id,
    program: name,
    source: terms.source,
    quarter,
    // A quarter of too few answers looks like one of none.
    released:
      snapshot && hasAnything(snapshot)
        ? {
            mentees: sideReport(house, snapshot.figures, 'mentee'),
            mentors: sideReport(house, snapshot.figures, 'mentor'),
            themes: snapshot.themes,
          }
        : undefined,
    comesOut: releaseMoment(quarter, zone, tx.at, await daysOffOf(tx)),
    earlier: out.find((each) => each < quarter),
    later: out.findLast((each) => each > quarter),
    asFile: house.publicUrl !== undefined,
    zone: readerZone ?? zone,
    now: tx.at,
  };
}

/**
 * The reports that this person may read, one for each of her programs. Refused to whoever coordinates and manages none, which
 * is noted in the audit, and for words that name no quarter.
 */
export async function reportsFor(
  tx: Tx,
  house: House,
  { roles, zone }: Pick<Caller, 'roles' | 'zone'>,
  asked: { readonly program?: string | undefined; readonly quarter?: string | undefined },
): Promise<Decision<ReportView>> {
  const meant = (await reportedPrograms(tx, house)).filter(({ id }) => id === (asked.program ?? id));
  const hers = meant.filter(({ id }) => mayReadReport(roles, id));
  if (hers.length === 0) {
    await recordAudit(tx, { action: 'read', objectKind: 'report', outcome: 'denied' });
    return refuse({ code: 'report-not-yours' });
  }
  const { quarter } = asked;
  if (quarter !== undefined && !isQuarter(quarter)) return refuse({ code: 'no-such-quarter' });
  const views: ReportView[] = [];
  for (const program of hers) views.push(await reportOf(tx, house, program, quarter, zone));
  return happened(...views);
}
