import type { MessageRef } from '../chat';
import {
  type Decision,
  decideMeeting,
  evolveMeeting,
  happened,
  isOpen,
  type Meeting,
  type MeetingAct,
  type MeetingEvent,
  type MeetingPlan,
  newMeeting,
  overAt,
  type Pairing,
  partnerOf,
  refuse,
  type SeenMeeting,
  type Side,
} from '../mentoring';
import {
  clearDue,
  insertMeeting,
  lockPairing,
  meetingById,
  openMeeting,
  recordAudit,
  recordEvent,
  saveMeeting,
  savePlace,
  setDue,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { aboutMeeting, meetingOverKind } from './meeting-end';
import { planReminders } from './meeting-reminders';
import { planMet } from './met';
import { lookAgain } from './nudges';
import { pairingFor, redrawPairing } from './pairing';

type Judged = {
  readonly pairing: Pairing;
  readonly before: Meeting | undefined;
  readonly event: MeetingEvent | undefined;
};

/** Reads the pairing under its lock, and its open meeting, and decides; who tries what is not hers is noted in the audit. */
async function judge(tx: Tx, pairingId: string, act: MeetingAct): Promise<Decision<Judged>> {
  const pairing = await lockPairing(tx, pairingId);
  if (!pairing) return refuse({ code: 'no-such-pairing' });
  const before = await openMeeting(tx, pairingId);
  const decision = decideMeeting(pairing, before, act);
  if (decision.ok) return happened({ pairing, before, event: decision.events[0] });
  if (decision.because.code === 'not-your-pairing')
    await recordAudit(tx, { action: act.act, objectKind: 'meeting', objectId: pairingId, outcome: 'denied' });
  return decision;
}

/** Writes a decided change; a lost compare-and-set is a fault here, as the pairing's row is locked. */
async function write(tx: Tx, { pairing, before }: Judged, event: MeetingEvent): Promise<Meeting> {
  if (before) {
    const after = evolveMeeting(before, event, tx.at);
    if (!(await saveMeeting(tx, before, after))) throw new Error('A meeting changed under the lock of its pairing.');
    return after;
  }
  if (event.kind !== 'meeting.proposed') throw new Error('Something happened to a meeting that nobody proposed.');
  const first = newMeeting({ meetingId: tx.newId(), pairingId: pairing.pairingId }, event, tx.at);
  await insertMeeting(tx, first);
  return first;
}

/** What follows once it is written: the record, the time when it is over, and all cards that show it. */
async function follow(
  tx: Tx,
  house: House,
  pairing: Pairing,
  meeting: Meeting,
  kind: string,
  on?: MessageRef,
): Promise<void> {
  const { meetingId, pairingId, minutes, way } = meeting;
  await recordEvent(tx, { kind, pairingId, facts: { meeting: meetingId, minutes, way } });
  if (isOpen(meeting)) await setDue(tx, meetingOverKind, meetingId, overAt(meeting).toJSDate());
  else await clearDue(tx, [meetingOverKind], meetingId);
  await planReminders(tx, pairing, meeting);
  await planMet(tx, pairing, meeting);
  await house.ledger.redraw(tx, aboutMeeting(meetingId), on);
  await lookAgain(tx, pairing.pairingId);
  await redrawPairing(tx, house, pairing, on);
}

const tell = (tx: Tx, house: House, to: string, kind: string, meeting: Meeting): Promise<void> =>
  house.ledger.tell(tx, { to, kind, about: aboutMeeting(meeting.meetingId), occurrence: String(meeting.version) });

/**
 * Proposes a meeting, other times for the one that is open, or to move it: the other one is asked to pick. `on` is the open
 * meeting as she saw it; refused where it has changed since.
 */
export async function proposeMeeting(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  wish: { readonly on: SeenMeeting | undefined; readonly plan: MeetingPlan; readonly place: string | null },
): Promise<Decision<Meeting>> {
  const by = caller.person.personId;
  const judged = await judge(tx, pairingId, { act: 'propose', by, on: wish.on, plan: wish.plan, at: tx.at });
  if (!judged.ok) return judged;
  const [change] = judged.events;
  if (!change?.event) return refuse({ code: 'no-such-pairing' });
  const meeting = await write(tx, change, change.event);
  await savePlace(tx, meeting, wish.place);
  await follow(tx, house, change.pairing, meeting, change.event.kind, caller.on);
  await tell(tx, house, partnerOf(change.pairing, by), 'meeting-proposed', meeting);
  return happened(meeting);
}

/** An act on a meeting that stands: written, followed up, and told to the other one as `news`. */
async function change(
  tx: Tx,
  house: House,
  caller: Caller,
  meetingId: string,
  act: Extract<MeetingAct, { act: 'pick' | 'call-off' }>,
  news: string,
): Promise<Decision<Meeting>> {
  const seen = await meetingById(tx, meetingId);
  if (!seen) return refuse({ code: 'no-such-meeting' });
  const judged = await judge(tx, seen.pairingId, act);
  if (!judged.ok) return judged;
  const [decided] = judged.events;
  if (!decided?.event) return refuse({ code: 'no-such-meeting' });
  const meeting = await write(tx, decided, decided.event);
  await follow(tx, house, decided.pairing, meeting, decided.event.kind, caller.on);
  await tell(tx, house, partnerOf(decided.pairing, act.by), news, meeting);
  return happened(meeting);
}

/** The other one picks one of the proposed times (counted from 0): the meeting is planned, and both know when. */
export const pickTime = (
  tx: Tx,
  house: House,
  caller: Caller,
  on: SeenMeeting,
  option: number,
): Promise<Decision<Meeting>> =>
  change(
    tx,
    house,
    caller,
    on.meeting,
    { act: 'pick', by: caller.person.personId, on, option, at: tx.at },
    'meeting-planned',
  );

/** Either calls the meeting off, or what is proposed; the other one is told, without a reason. */
export const callOff = (tx: Tx, house: House, caller: Caller, on: SeenMeeting): Promise<Decision<Meeting>> =>
  change(tx, house, caller, on.meeting, { act: 'call-off', by: caller.person.personId, on }, 'meeting-called-off');

/** Time's own act: the meeting is over, or nobody picked a time. Put off where it has been moved since. */
export async function passMeeting(tx: Tx, house: House, meetingId: string): Promise<void> {
  const seen = await meetingById(tx, meetingId);
  const judged = seen ? await judge(tx, seen.pairingId, { act: 'pass', at: tx.at }) : undefined;
  await clearDue(tx, [meetingOverKind], meetingId);
  const [decided] = judged?.ok ? judged.events : [];
  if (decided?.before?.meetingId !== meetingId) return;
  if (!decided.event) return setDue(tx, meetingOverKind, meetingId, overAt(decided.before).toJSDate());
  const meeting = await write(tx, decided, decided.event);
  await follow(tx, house, decided.pairing, meeting, decided.event.kind);
  if (meeting.startsAt === null) await tell(tx, house, meeting.proposedBy, 'meeting-lapsed', meeting);
}

/** A meeting that this person may see, as one of its two. */
export async function meetingFor(
  tx: Tx,
  caller: Pick<Caller, 'person'>,
  meetingId: string,
): Promise<Decision<{ readonly meeting: Meeting; readonly pairing: Pairing; readonly reader: Side }>> {
  const meeting = await meetingById(tx, meetingId);
  if (!meeting) return refuse({ code: 'no-such-meeting' });
  const found = await pairingFor(tx, caller, meeting.pairingId);
  return found.ok ? happened(...found.events.map((own) => ({ ...own, meeting }))) : found;
}
