import { DateTime } from 'luxon';
import { nextCommitment, nudgeAt, worksHere } from '../mentoring';
import { clearDue, mentorProfile, peopleById, recordEvent, type Tx } from '../store';
import type { Caller } from './caller';
import { commitmentHere, commitmentKind, planCommitment } from './commitment';
import { toldOf } from './hours';
import type { House } from './house';
import { entryFigures } from './mentors';

/** Time's own act: a mentor whose time is nearly over is asked whether she goes on; the next end is noted. */
export async function endCommitment(tx: Tx, house: House, mentorId: string, dueAt: Date): Promise<void> {
  await clearDue(tx, [commitmentKind], mentorId);
  const mentor = (await peopleById(tx, [mentorId])).get(mentorId);
  const agreedAt = (await mentorProfile(tx, mentorId))?.agreedAt;
  const commitment = await commitmentHere(tx, house);
  if (!mentor || !worksHere(mentor, tx.at) || !agreedAt || !commitment) return;
  await planCommitment(tx, house, mentorId);
  const { endsAt, since } = nextCommitment(
    DateTime.fromJSDate(agreedAt),
    commitment,
    DateTime.fromJSDate(dueAt).minus(1),
  );
  const told = (await toldOf(tx, [mentor])).get(mentorId);
  if (!told?.reminders || since > tx.at || !(await entryFigures(tx, mentorId))) return;
  const about = { kind: 'person' as const, id: mentorId };
  const notice = { to: mentorId, kind: 'commitment-ending', about, occurrence: endsAt.toUTC().toISO() ?? '' };
  await house.ledger.tellFrom(tx, notice, nudgeAt(since, told.hours).toJSDate());
}

/** She goes on. */
export const goOnAsMentor = (tx: Tx, { person }: Pick<Caller, 'person'>): Promise<void> =>
  recordEvent(tx, { kind: 'mentor.goes-on', personId: person.personId });
