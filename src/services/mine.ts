import type { Mine, MineRow } from '../cards';
import { askedLine, askingLine, day, dayWords, lengthWords, token } from '../cards';
import type { Token } from '../chat';
import { partnerOf } from '../mentoring';
import { pairingsOf, peopleById, sessionsToConfirm, type Tx, waitingFor, waitingOf, wishesOf } from '../store';
import type { Caller } from './caller';
import { type House, labelOf, topicView } from './house';

/** Everything open for this person: requests and sessions to answer, requests that wait, pairings, wishes. */
export async function mineOf(tx: Tx, house: House, caller: Pick<Caller, 'person' | 'zone'>): Promise<Mine> {
  const me = caller.person.personId;
  const [asked, asking, pairs] = [await waitingOf(tx, me), await waitingFor(tx, me), await pairingsOf(tx, me)];
  const sessions = await sessionsToConfirm(tx, me);
  const people = await peopleById(tx, [
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
