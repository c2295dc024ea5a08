import { metAnswered, metCard, refusal, token, tokens } from '../cards';
import { type Block, type Reply, replaceWith, say } from '../chat';
import { followMet, meetingFor, metOn, metView, missMeeting, sessionOfMeeting } from '../services';
import { intent, type Turn } from './intent';
import { pairingOver } from './pairing-over';

type Replies = Promise<readonly Reply[]>;

/** The question as it stands now, in the place of the card acted on; it follows the meeting from here on. */
async function show(meetingId: string, turn: Turn, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const found = await meetingFor(tx, caller, meetingId);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? [] : [replaceWith(refusal(found.because))];
  await followMet(tx, house, caller, meetingId);
  const card = metCard(await metView(tx, house, seen.pairing, seen.meeting, caller.person.personId), ...first);
  return [caller.on ? replaceWith(card) : say(card)];
}

/** "We met": logged as a session by this one tap, with the day, the length and the way of the meeting. */
export const weMet = intent('we-met', tokens['we-met'], {
  async run({ meeting: id }, turn) {
    const found = await meetingFor(turn.tx, turn.caller, id);
    const [seen] = found.ok ? found.events : [];
    if (!found.ok || !seen) return found.ok ? [] : [replaceWith(refusal(found.because))];
    const { meeting, pairing } = seen;
    const isAnswered = (await sessionOfMeeting(turn.tx, pairing, meeting)) !== undefined;
    if (isAnswered || meeting.state !== 'past' || meeting.startsAt === null) return show(id, turn, metAnswered());
    const on = metOn(meeting.startsAt, turn.caller.zone);
    const { pairingId } = pairing;
    return turn.lead(token('log', { pairing: pairingId, minutes: meeting.minutes, on, way: meeting.way }));
  },
});

/** "Not this time": nothing is logged, and nobody has to say why. */
export const notMet = intent('not-met', tokens['not-met'], {
  async run({ meeting: id }, turn) {
    const decision = await missMeeting(turn.tx, turn.house, turn.caller, id);
    if (decision.ok) return show(id, turn);
    switch (decision.because.code) {
      case 'meeting-changed':
        return show(id, turn, metAnswered());
      case 'pairing-over':
        return pairingOver(turn, decision.because.pairing);
      default:
        return [replaceWith(refusal(decision.because))];
    }
  },
});
