import type { Mine, MineRow } from '../cards';
import { day } from '../cards';
import type { Pairing } from '../mentoring';
import { pairingsOf, peopleById, type Tx, waitingFor, waitingOf, wishesOf } from '../store';
import type { Caller } from './caller';
import { type House, labelOf, topicView } from './house';

/** Everything open for this person: requests to answer, requests that wait, pairings. */
export async function mineOf(tx: Tx, house: House, caller: Pick<Caller, 'person' | 'zone'>): Promise<Mine> {
  const me = caller.person.personId;
  const [asked, asking, pairs] = [await waitingOf(tx, me), await waitingFor(tx, me), await pairingsOf(tx, me)];
  const other = (pairing: Pairing): string => (pairing.mentorId === me ? pairing.menteeId : pairing.mentorId);
  const people = await peopleById(tx, [
    ...asked.map((r) => r.mentorId),
    ...asking.map((r) => r.menteeId),
    ...pairs.map(other),
  ]);
  const name = (id: string): string => people.get(id)?.name ?? '';
  const row = (id: string, topicId: string, detail: string, requestId: string | null): MineRow => ({
    name: name(id),
    topic: labelOf(house, topicId),
    detail,
    requestId,
  });
  const on = (at: Parameters<typeof day>[0]): string => day(at, caller.zone, tx.at);
  return {
    asked: asked.map((r) => row(r.mentorId, r.topicId, `Asked on ${on(r.askedAt)}`, r.requestId)),
    asking: asking.map((r) => row(r.menteeId, r.topicId, `Asked you on ${on(r.askedAt)}`, r.requestId)),
    pairs: pairs.map((p) =>
      row(
        other(p),
        p.topicId,
        `${p.mentorId === me ? 'Your mentee' : 'Your mentor'} since ${on(p.startedAt)}`,
        p.requestId,
      ),
    ),
    wishes: (await wishesOf(tx, me)).map(({ wishId, topicId }) => ({ id: wishId, topic: topicView(house, topicId) })),
  };
}

/** The ids of this person's own requests that still wait. */
export const waitingRequests = async (tx: Tx, caller: Caller): Promise<readonly string[]> =>
  (await waitingOf(tx, caller.person.personId)).map((request) => request.requestId);
