import { decideMeeting, evolveMeeting, type Pairing } from '../mentoring';
import { clearDue, openMeeting, recordEvent, saveMeeting, type Tx } from '../store';
import type { House } from './house';

/** A meeting that is over by then, or whose proposed times are. */
export const meetingOverKind = 'meeting-over';
/** The next reminder of a meeting to either of its two. */
export const meetingReminderKind = 'meeting-reminder';
/** The question whether a meeting took place. */
export const meetingMetKind = 'meeting-met';

export const aboutMeeting = (meetingId: string): { kind: 'meeting'; id: string } => ({
  kind: 'meeting',
  id: meetingId,
});

/** The exchange has ended: the meeting that was still ahead does not take place. The pairing's row must be locked. */
export async function endMeeting(tx: Tx, house: House, pairing: Pairing): Promise<void> {
  const before = await openMeeting(tx, pairing.pairingId);
  const decision = decideMeeting(pairing, before, { act: 'end' });
  const [event] = decision.ok ? decision.events : [];
  if (!before || !event) return;
  const after = evolveMeeting(before, event, tx.at);
  if (!(await saveMeeting(tx, before, after))) throw new Error('A meeting changed under the lock of its pairing.');
  const { meetingId, pairingId } = after;
  await recordEvent(tx, { kind: event.kind, pairingId, facts: { meeting: meetingId, by: 'end' } });
  await clearDue(tx, [meetingOverKind, meetingReminderKind], meetingId);
  await house.ledger.redraw(tx, aboutMeeting(meetingId), undefined);
}
