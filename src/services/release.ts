import type { DateTime } from 'luxon';
import { averageOf, cellsOf, type Quarter, releasedThemes, releaseMoment } from '../mentoring';
import {
  clearDue,
  evaluationsIn,
  insertSnapshot,
  keepDue,
  organizationOfTx,
  reportReaders,
  type Snapshot,
  setDue,
  type Tx,
  unreleased,
} from '../store';
import { daysOffOf } from './days-off-here';
import { releaseKind } from './evaluation-ask';
import { redrawHomes } from './home-notice';
import type { House } from './house';
import { hasAnything } from './report';
import { reportOccurrence } from './report-notices';

/** What may be published of a program and a quarter that has ended, as its evaluations stand now. */
async function snapshotNow(tx: Tx, programId: string, quarter: Quarter): Promise<Snapshot> {
  const evaluations = await evaluationsIn(tx, programId, quarter);
  const figures = cellsOf(evaluations).map(({ side, subject, ratings }) => ({
    side,
    subject,
    evaluations: ratings.length,
    average: averageOf(ratings),
  }));
  return { programId, quarter, figures, themes: releasedThemes(evaluations) };
}

/** Those who may read the report hear that it is there; mentors' own entries show their new figures. */
async function tellOf(tx: Tx, house: House, snapshot: Snapshot): Promise<void> {
  if (!hasAnything(snapshot)) return;
  const { programId, quarter, figures } = snapshot;
  const about = { kind: 'organization' as const, id: tx.organizationId };
  for (const to of await reportReaders(tx, programId))
    await house.ledger.tell(tx, {
      to,
      kind: 'report-released',
      about,
      occurrence: reportOccurrence(quarter, programId),
    });
  await redrawHomes(
    tx,
    house,
    figures.flatMap(({ subject }) => (subject.kind === 'mentor' ? [subject.id] : [])),
  );
}

/**
 * Publishes the figures of every quarter that has ended and has evaluations, each program and quarter once and for good, and
 * notes when the next ones come out. After a time without service it publishes all that was missed, quarter by quarter.
 */
export async function releaseWhenDue(tx: Tx, house: House): Promise<void> {
  // Locks what is due: whoever sends an evaluation just now is waited for, and so is another replica.
  await keepDue(tx, releaseKind, tx.organizationId, tx.at.toJSDate());
  const { zone } = await organizationOfTx(tx);
  const daysOff = await daysOffOf(tx);
  const outAt = (quarter: Quarter): DateTime => releaseMoment(quarter, zone, tx.at, daysOff);
  const waiting = await unreleased(tx);
  for (const { programId, quarter } of waiting.filter((each) => outAt(each.quarter) <= tx.at)) {
    const snapshot = await snapshotNow(tx, programId, quarter);
    if (await insertSnapshot(tx, snapshot)) await tellOf(tx, house, snapshot);
  }
  const next = waiting.find((each) => outAt(each.quarter) > tx.at);
  if (next) await setDue(tx, releaseKind, tx.organizationId, outAt(next.quarter).toJSDate());
  else await clearDue(tx, [releaseKind], tx.organizationId);
}
