import { askWhen, callOffThere, meetingThere, noMeetingYet } from '../../cards';
import { type FormValues, type Reply, replaceWith, say } from '../../chat';
import { isRunning, type Meeting, meetingLengths, type Pairing } from '../../mentoring';
import { openMeetingOf, partnerName } from '../../services';
import type { Slots } from '../../understanding';
import { meetFormWith } from '../meet';
import { showMeeting } from '../meeting';
import { pairingOver } from '../pairing-over';
import type { Flow, Talk } from './flow';
import { keepOpen } from './open';
import { whom } from './whom';

const question = 'With whom would you like to meet?';

/** What the words have named, as the form has it. */
function valuesOf({ when = '', duration }: Slots): FormValues {
  const [day = '', time] = when.split('T');
  return {
    ...(/^\d{4}-\d\d-\d\d$/u.test(day) ? { first_day: day } : {}),
    ...(time === undefined ? {} : { first_time: time }),
    ...(duration !== undefined && meetingLengths.includes(duration) ? { minutes: String(duration) } : {}),
  };
}

async function askFor(slots: Slots, { turn, sure }: Talk, pairing: Pairing): Promise<readonly Reply[]> {
  const of = turn.tx.newId();
  const { pairingId } = pairing;
  const card = askWhen({
    partner: await partnerName(turn.tx, pairing, turn.caller),
    pairing: pairingId,
    of,
    zone: turn.caller.zone,
    now: turn.tx.at,
    week: slots.when,
  });
  await keepOpen(turn, {
    id: of,
    pending: { intent: 'schedule_meeting', slots, asks: 'when' },
    pairing: pairingId,
    ...(sure ? {} : { careful: true as const }),
  });
  return [turn.caller.on ? replaceWith(card) : say(card)];
}

/** The meeting that is open: it is moved by the form, called off by its own button. */
async function change(slots: Slots, { turn }: Talk, pairing: Pairing, open: Meeting): Promise<readonly Reply[]> {
  if (slots.action === 'move') return meetFormWith(turn, pairing, open, valuesOf(slots));
  return showMeeting(turn, open.meetingId, slots.action === 'cancel' ? callOffThere() : meetingThere());
}

/** A meeting is planned, moved or called off: whom, then when; the rest stands in the form. */
export const meetSteps: Flow = async (slots, talk) => {
  const { turn } = talk;
  const found = await whom('schedule_meeting', slots, talk, question);
  if ('replies' in found) return found.replies;
  const { pairing } = found.meant;
  if (!isRunning(pairing)) return pairingOver(turn, pairing.pairingId);
  const open = await openMeetingOf(turn.tx, pairing);
  if (open) return change(slots, talk, pairing, open);
  if (slots.action !== undefined) {
    const none = noMeetingYet(pairing.pairingId, await partnerName(turn.tx, pairing, turn.caller));
    return [say(none)];
  }
  const hasDay = slots.when !== undefined && /^\d{4}-\d\d-\d\d/u.test(slots.when);
  if (!hasDay) return askFor(slots, talk, pairing);
  // "Make it Friday" can still follow while the form stands there.
  await keepOpen(turn, { pending: { intent: 'schedule_meeting', slots, asks: 'when' }, pairing: pairing.pairingId });
  return meetFormWith(turn, pairing, undefined, valuesOf(slots));
};
