import type { DateTime } from 'luxon';
import { type DigestView, type EvaluationLine, mostPairs, type WayToBoth } from '../cards';
import { behindDayOff, decideDigest, type Hours, isLate, type Role } from '../mentoring';
import { fullMentors, type Tx, untoldSince } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { topicFigures } from './overview';
import { pairsInNeed, requestsWaiting } from './pair-needs';
import { readingRoles } from './reading-roles';
import { mayReadReport, reportedPrograms, reportOf } from './report';
import { wayToBoth } from './way-to-both';

type Reader = Pick<Caller, 'person' | 'roles' | 'zone'>;

const daysBack = 7;

/** What was published last of each program of hers: figures of a quarter, never anything of today. */
export async function publishedFor(tx: Tx, house: House, roles: readonly Role[]): Promise<readonly EvaluationLine[]> {
  const lines: EvaluationLine[] = [];
  for (const program of await reportedPrograms(tx, house)) {
    if (!mayReadReport(roles, program.id)) continue;
    const { quarter, released } = await reportOf(tx, house, program, undefined);
    if (released?.mentees.total) lines.push({ program: program.name, quarter, figure: released.mentees.total });
  }
  return lines;
}

async function waysToBoth(
  tx: Tx,
  { person }: Reader,
  pairs: readonly { readonly pairingId: string; readonly menteeId: string; readonly mentorId: string }[],
): Promise<DigestView['ways']> {
  const ways = new Map<string, WayToBoth>();
  for (const pair of pairs) ways.set(pair.pairingId, await wayToBoth(tx, person.personId, pair));
  return ways;
}

/** How things stand for whoever coordinates, as far as her roles reach. Whether she may ask must be known before. */
export async function digestOf(tx: Tx, house: House, reader: Reader): Promise<DigestView> {
  const roles = readingRoles(reader.roles);
  const { needing, counts } = await pairsInNeed(tx, house, reader);
  const topics = (await topicFigures(tx, house)).filter(({ mentors }) => mentors === 0);
  return {
    needing,
    counts,
    ways: await waysToBoth(tx, reader, needing.slice(0, mostPairs)),
    waiting: await requestsWaiting(tx, house, reader, 'reminded'),
    full: await fullMentors(tx, roles),
    wanted: topics.filter(({ wishes }) => wishes > 0),
    withoutMentor: topics.filter(({ isOpen, wishes }) => isOpen && wishes === 0),
    published: await publishedFor(tx, house, reader.roles),
    untold: await untoldSince(tx, roles, tx.at.minus({ days: daysBack }).toJSDate()),
    meantFor: undefined,
    now: tx.at,
    zone: reader.zone,
  };
}

/**
 * The digest of that week for its reader, with how things stand now; late where it was written so, though a day off is no
 * delay. Undefined where the week is over: what it said is not true any more.
 */
export async function digestOfWeek(
  tx: Tx,
  house: House,
  reader: Reader,
  { week, writtenAt, hours }: { readonly week: string; readonly writtenAt: DateTime; readonly hours: Hours },
): Promise<DigestView | undefined> {
  const turn = decideDigest(tx.at, reader.zone);
  if (turn.week !== week) return undefined;
  const view = await digestOf(tx, house, reader);
  const allowed = behindDayOff(turn.meantFor, hours) ?? turn.meantFor;
  return isLate(allowed, writtenAt) ? { ...view, meantFor: turn.meantFor } : view;
}
