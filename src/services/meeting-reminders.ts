import { type Meeting, nextWorkingMoment, type Pairing, type Reminder, remindersOf } from '../mentoring';
import { clearDue, lockPairing, meetingById, peopleById, plannedMeetings, setDue, type Tx } from '../store';
import { type Told, toldOf } from './hours';
import type { House } from './house';
import { aboutMeeting, meetingReminderKind } from './meeting-end';

type Whose = { readonly personId: string; readonly reminder: Reminder; readonly told: Told };

/** All reminders of a planned meeting, those of both; nobody's who has turned them off. */
async function remindersFor(tx: Tx, { mentorId, menteeId }: Pairing, meeting: Meeting): Promise<readonly Whose[]> {
  const { startsAt, settledAt } = meeting;
  if (meeting.state !== 'planned' || startsAt === null || settledAt === null) return [];
  const people = await peopleById(tx, [mentorId, menteeId]);
  const all = await toldOf(tx, [...people.values()]);
  return [...all].flatMap(([personId, told]) =>
    told.reminders
      ? remindersOf({ startsAt, plannedAt: settledAt }, told.hours).map((reminder) => ({ personId, reminder, told }))
      : [],
  );
}

const earliest = (all: readonly Date[]): Date | undefined => all.toSorted((a, b) => +a - +b)[0];

/** Notes when the next of these is due; nothing is, where there is none. */
async function noteNext(tx: Tx, meetingId: string, moments: readonly Date[]): Promise<void> {
  const next = earliest(moments);
  if (next) await setDue(tx, meetingReminderKind, meetingId, next);
  else await clearDue(tx, [meetingReminderKind], meetingId);
}

/** A meeting is planned, moved or off: its reminders move or end with it. What lies behind is not made up for. */
export async function planReminders(tx: Tx, pairing: Pairing, meeting: Meeting): Promise<void> {
  const all = await remindersFor(tx, pairing, meeting);
  const ahead = all.filter(({ reminder }) => reminder.at > tx.at);
  await noteNext(
    tx,
    meeting.meetingId,
    ahead.map(({ reminder }) => reminder.at.toJSDate()),
  );
}

/** This person's hours are others than before: so are her reminders of all meetings that she has planned. */
export async function planRemindersOf(tx: Tx, personId: string): Promise<void> {
  for (const { meeting, pairing } of await plannedMeetings(tx, personId)) await planReminders(tx, pairing, meeting);
}

/**
 * Time's own act: tells what is due by now. What comes late waits for an hour in which its reader may be written to; by the
 * beginning of the meeting it is written down all the same, so that delivery suppresses it with the reason.
 */
export async function remindOfMeeting(tx: Tx, house: House, meetingId: string): Promise<void> {
  const seen = await meetingById(tx, meetingId);
  const pairing = seen && (await lockPairing(tx, seen.pairingId));
  const meeting = await meetingById(tx, meetingId);
  if (!pairing || !meeting?.startsAt) return clearDue(tx, [meetingReminderKind], meetingId);
  const later: Date[] = [];
  for (const { personId, reminder, told } of await remindersFor(tx, pairing, meeting)) {
    const from = reminder.at > tx.at ? reminder.at : nextWorkingMoment(tx.at, told.hours);
    const at = from < meeting.startsAt ? from : meeting.startsAt;
    if (at > tx.at) later.push(at.toJSDate());
    else {
      const about = aboutMeeting(meetingId);
      const occurrence = String(meeting.version);
      await house.ledger.tell(tx, { to: personId, kind: reminder.kind, about, occurrence });
    }
  }
  await noteNext(tx, meetingId, later);
}
