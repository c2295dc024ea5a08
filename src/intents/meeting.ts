import {
  calendarFileCard,
  doneAlready,
  meetingCard,
  meetingChanged,
  meetingNews,
  refusal,
  refusalBlock,
  tokens,
} from '../cards';
import { type Block, type Reply, replaceWith, say } from '../chat';
import type { Decision, Meeting, MeetingState, SeenMeeting } from '../mentoring';
import {
  callOff,
  followMeeting,
  lookAtAgenda,
  meetingFor,
  meetingView,
  offerCalendarFile,
  pickTime,
} from '../services';
import { intent, type Turn } from './intent';

type Replies = Promise<readonly Reply[]>;

/**
 * The meeting's card of today, in the place of the one acted on; it follows the meeting from here on. Where no card was acted
 * on, it comes as a message of its own.
 */
export async function showMeeting(turn: Turn, meetingId: string, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const found = await meetingFor(tx, caller, meetingId);
  if (!found.ok) return [replaceWith(refusal(found.because))];
  const [seen] = found.events;
  if (!seen) return [];
  await lookAtAgenda(tx, caller, seen.pairing);
  await followMeeting(tx, house, caller, meetingId);
  if (!caller.on) return first.length > 0 ? [say(meetingNews(...first))] : [];
  return [
    replaceWith(
      meetingCard(await meetingView(tx, house, seen.pairing, seen.meeting, caller.person.personId), ...first),
    ),
  ];
}

/** What is said on top where a meeting has changed meanwhile: calmly, where it is as it was wanted. */
async function changed(turn: Turn, meetingId: string, wanted: MeetingState): Promise<Block> {
  const found = await meetingFor(turn.tx, turn.caller, meetingId);
  const [seen] = found.ok ? found.events : [];
  return seen?.meeting.state === wanted ? doneAlready() : meetingChanged();
}

/** How an act turned out: the card of today, with a word on top where nothing changed. */
async function outcome(decision: Decision<Meeting>, turn: Turn, on: SeenMeeting, wanted: MeetingState): Replies {
  if (decision.ok) return showMeeting(turn, on.meeting);
  switch (decision.because.code) {
    case 'meeting-changed':
    case 'pairing-over':
      return showMeeting(turn, on.meeting, await changed(turn, on.meeting, wanted));
    case 'own-times':
    case 'time-is-over':
    case 'no-time-named':
      return showMeeting(turn, on.meeting, refusalBlock(decision.because));
    default:
      return [replaceWith(refusal(decision.because))];
  }
}

export const meeting = intent('meeting', tokens.meeting, { run: ({ meeting: id }, turn) => showMeeting(turn, id) });

export const pick = intent('pick-time', tokens['pick-time'], {
  run: async ({ option, ...on }, turn) =>
    outcome(await pickTime(turn.tx, turn.house, turn.caller, on, option), turn, on, 'planned'),
});

export const callMeetingOff = intent('call-off', tokens['call-off'], {
  run: async (on, turn) => outcome(await callOff(turn.tx, turn.house, turn.caller, on), turn, on, 'called-off'),
});

/** A file for her calendar, by a link; where there can be none, the meeting as it stands. */
export const calendarFile = intent('calendar-file', tokens['calendar-file'], {
  async run({ meeting: id }, turn) {
    const { tx, house, caller } = turn;
    const found = await meetingFor(tx, caller, id);
    if (!found.ok) return [say(refusal(found.because))];
    const [seen] = found.events;
    const href = seen && (await offerCalendarFile(tx, house, caller, seen.pairing, seen.meeting));
    if (!seen || href === undefined) return [say(meetingNews(meetingChanged()))];
    return [say(calendarFileCard(href, seen.meeting.state !== 'planned'))];
  },
});
