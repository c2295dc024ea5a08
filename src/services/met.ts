import type { MetView } from '../cards';
import {
  askMetAt,
  type Decision,
  decideMissed,
  evolveMeeting,
  happened,
  isRunning,
  type Meeting,
  nextWorkingMoment,
  type Pairing,
  refuse,
  type Session,
} from '../mentoring';
import {
  clearDue,
  lockPairing,
  meetingById,
  peopleById,
  recordEvent,
  saveMeeting,
  sessionOn,
  setDue,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import { toldOf } from './hours';
import type { House } from './house';
import { aboutMeeting, meetingMetKind } from './meeting-end';
import { meetingView } from './meeting-view';
import { pairingFor, redrawPairing } from './pairing';

/** The day (ISO) on which a meeting was, on this clock. */
export const metOn = (startsAt: NonNullable<Meeting['startsAt']>, zone: string): string =>
  startsAt.setZone(zone).toISODate() ?? '';

/** The session that the two have logged of a meeting: of its day, on the clock of either. */
export async function sessionOfMeeting(tx: Tx, pairing: Pairing, meeting: Meeting): Promise<Session | undefined> {
  const { startsAt } = meeting;
  if (startsAt === null) return undefined;
  const people = await peopleById(tx, [pairing.mentorId, pairing.menteeId]);
  const told = await toldOf(tx, [...people.values()]);
  const days = new Set([...told.values()].map(({ hours }) => metOn(startsAt, hours.zone)));
  for (const day of days) {
    const session = await sessionOn(tx, pairing.pairingId, day);
    if (session) return session;
  }
  return undefined;
}

/** A meeting is over by the calendar: notes when the two are asked whether they met. */
export async function planMet(tx: Tx, { mentorId, menteeId }: Pairing, meeting: Meeting): Promise<void> {
  const { startsAt, minutes, meetingId } = meeting;
  if (meeting.state !== 'past' || startsAt === null) return;
  const told = await toldOf(tx, [...(await peopleById(tx, [mentorId, menteeId])).values()]);
  const moments = [...told.values()].flatMap(({ hours, reminders }) =>
    reminders ? [askMetAt(startsAt.plus({ minutes }), hours)] : [],
  );
  const [first] = moments.toSorted((a, b) => +a - +b);
  if (first) await setDue(tx, meetingMetKind, meetingId, first.toJSDate());
}

/** Time's own act: asks whoever is in her hours, and the other one in hers. Nothing is asked that is settled already. */
export async function askMet(tx: Tx, house: House, meetingId: string): Promise<void> {
  const seen = await meetingById(tx, meetingId);
  const pairing = seen && (await lockPairing(tx, seen.pairingId));
  const meeting = await meetingById(tx, meetingId);
  await clearDue(tx, [meetingMetKind], meetingId);
  if (!pairing || !isRunning(pairing) || meeting?.state !== 'past' || meeting.startsAt === null) return;
  if (await sessionOfMeeting(tx, pairing, meeting)) return;
  const told = await toldOf(tx, [...(await peopleById(tx, [pairing.mentorId, pairing.menteeId])).values()]);
  const later: Date[] = [];
  for (const [personId, { hours, reminders }] of told) {
    const at = nextWorkingMoment(tx.at, hours);
    if (reminders && at > tx.at) later.push(at.toJSDate());
    else if (reminders)
      await house.ledger.tell(tx, {
        to: personId,
        kind: 'meeting-met',
        about: aboutMeeting(meetingId),
        occurrence: '1',
      });
  }
  const [next] = later.toSorted((a, b) => +a - +b);
  if (next) await setDue(tx, meetingMetKind, meetingId, next);
}

/** What is known of whether they met, as this one of the two sees it. */
export const metView = async (
  tx: Tx,
  house: House,
  pairing: Pairing,
  meeting: Meeting,
  readerId: string,
): Promise<MetView> => {
  const session = await sessionOfMeeting(tx, pairing, meeting);
  return {
    ...(await meetingView(tx, house, pairing, meeting, readerId)),
    session: session && { id: session.sessionId, isMine: session.loggedBy === readerId },
  };
};

/** One of the two says that it did not take place; the other one's card says so. */
export async function missMeeting(tx: Tx, house: House, caller: Caller, meetingId: string): Promise<Decision<Meeting>> {
  const seen = await meetingById(tx, meetingId);
  if (!seen) return refuse({ code: 'no-such-meeting' });
  const found = await pairingFor(tx, caller, seen.pairingId, lockPairing);
  const [own] = found.ok ? found.events : [];
  const before = await meetingById(tx, meetingId);
  if (!found.ok || !own || !before) return found.ok ? refuse({ code: 'no-such-meeting' }) : found;
  const isLogged = (await sessionOfMeeting(tx, own.pairing, before)) !== undefined;
  const decision = decideMissed(own.pairing, before, { by: caller.person.personId, isLogged });
  const [event] = decision.ok ? decision.events : [];
  if (!decision.ok || !event) return decision.ok ? refuse({ code: 'meeting-changed' }) : decision;
  const after = evolveMeeting(before, event, tx.at);
  if (!(await saveMeeting(tx, before, after))) throw new Error('A meeting changed under the lock of its pairing.');
  await recordEvent(tx, { kind: event.kind, pairingId: after.pairingId, facts: { meeting: meetingId } });
  await house.ledger.redraw(tx, aboutMeeting(meetingId), caller.on);
  await redrawPairing(tx, house, own.pairing, caller.on);
  return happened(after);
}
