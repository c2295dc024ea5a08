import type { Mine, MineRow } from '../cards';
import { askedLine, askingLine, concernRow, day, dayWords, lengthWords, receivedRow, token } from '../cards';
import type { Token } from '../chat';
import { type Meeting, type Pairing, partnerOf, type Session } from '../mentoring';
import { pairingsOf, peopleById, sessionsToConfirm, type Tx, waitingFor, waitingOf, wishesOf } from '../store';
import type { Caller } from './caller';
import { concernsOf, concernsToRead } from './concern';
import { openDrafts } from './drafts';
import { toEvaluate } from './evaluations';
import { type House, labelOf, topicView } from './house';
import { openMeetingOf } from './meeting-view';
import { sessionFor } from './sessions';

/** The meetings that a partner has proposed in these pairings. */
async function meetingsToPick(tx: Tx, pairings: readonly Pairing[], me: string): Promise<readonly Meeting[]> {
  const open: Meeting[] = [];
  for (const pairing of pairings) {
    const meeting = await openMeetingOf(tx, pairing);
    if (meeting?.state === 'proposed' && meeting.proposedBy !== me) open.push(meeting);
  }
  return open;
}

/** The sessions that she has not evaluated, each with the partner's id. */
async function sessionsToEvaluate(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person'>,
): Promise<readonly { readonly session: Session; readonly partner: string }[]> {
  const found: { session: Session; partner: string }[] = [];
  for (const { sessionId } of await toEvaluate(tx, house, caller)) {
    const seen = await sessionFor(tx, caller, sessionId);
    const [known] = seen.ok ? seen.events : [];
    if (known) found.push({ session: known.session, partner: partnerOf(known.pairing, caller.person.personId) });
  }
  return found;
}

/** Everything open for this person: requests and sessions to answer, requests that wait, pairings, wishes. */
export async function mineOf(tx: Tx, house: House, caller: Pick<Caller, 'person' | 'zone'>): Promise<Mine> {
  const me = caller.person.personId;
  const [asked, asking, pairs] = [await waitingOf(tx, me), await waitingFor(tx, me), await pairingsOf(tx, me)];
  const sessions = await sessionsToConfirm(tx, me);
  const meetings = await meetingsToPick(tx, pairs, me);
  const evaluations = await sessionsToEvaluate(tx, house, caller);
  const people = await peopleById(tx, [
    ...evaluations.map(({ partner }) => partner),
    ...asked.map((r) => r.mentorId),
    ...asking.map((r) => r.menteeId),
    ...pairs.map((pairing) => partnerOf(pairing, me)),
    ...sessions.map((session) => session.loggedBy),
  ]);
  const row = (id: string, topicId: string, detail: string, open: Token): MineRow => ({
    name: people.get(id)?.name ?? '',
    topic: labelOf(house, topicId),
    detail,
    open,
  });
  const on = (at: Parameters<typeof day>[0]): string => day(at, caller.zone, tx.at);
  return {
    asked: asked.map((r) => row(r.mentorId, r.topicId, askedLine(r, on), token('request', { request: r.requestId }))),
    asking: asking.map((r) =>
      row(r.menteeId, r.topicId, askingLine(r, on), token('request', { request: r.requestId })),
    ),
    sessions: sessions.map((s) =>
      row(
        s.loggedBy,
        s.topicId,
        `${lengthWords(s.minutes)}, ${dayWords(s.heldOn, caller.zone, tx.at)}`,
        token('session', { session: s.sessionId }),
      ),
    ),
    meetings: meetings.map((m) =>
      row(
        m.proposedBy,
        pairs.find((p) => p.pairingId === m.pairingId)?.topicId ?? '',
        `Proposed on ${on(m.proposedAt)}`,
        token('meeting', { meeting: m.meetingId }),
      ),
    ),
    evaluations: evaluations.map(({ session, partner }) =>
      row(
        partner,
        session.topicId,
        `Your session, ${dayWords(session.heldOn, caller.zone, tx.at)}`,
        token('evaluate', { session: session.sessionId }),
      ),
    ),
    received: (await concernsToRead(tx, house, caller)).map(receivedRow),
    concerns: (await concernsOf(tx, house, caller)).flatMap((view) =>
      view.concern.state === 'closed' ? [] : [concernRow(view)],
    ),
    drafts: await openDrafts(tx, caller),
    pairs: pairs.map((p) =>
      row(
        partnerOf(p, me),
        p.topicId,
        `${p.mentorId === me ? 'Your mentee' : 'Your mentor'} since ${on(p.startedAt)}`,
        token('pairing', { pairing: p.pairingId }),
      ),
    ),
    wishes: (await wishesOf(tx, me)).map(({ wishId, topicId }) => ({ id: wishId, topic: topicView(house, topicId) })),
  };
}

/** The ids of this person's own requests that still wait. */
export const waitingRequests = async (tx: Tx, caller: Caller): Promise<readonly string[]> =>
  (await waitingOf(tx, caller.person.personId)).map((request) => request.requestId);
