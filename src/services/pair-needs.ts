import { DateTime } from 'luxon';
import { day, dayOf, type NeedingPair, type PairCounts, type WaitingRequest } from '../cards';
import { glanceOf, needOf, type PairNeed } from '../mentoring';
import { type PairFacts, pairsReached, recordLooks, type Tx, waitingReached } from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';
import { readingRoles } from './reading-roles';

type TheTwo = Pick<PairFacts, 'menteeId' | 'mentorId'>;
type Reader = Pick<Caller, 'person' | 'roles' | 'zone'>;

/** When the program of a pair hears of it; undefined where all is as it expects. */
export function needOfPair(tx: Tx, house: House, facts: PairFacts): PairNeed | undefined {
  const program = house.programs.get(facts.programId);
  const fineUntil = facts.fineUntil && DateTime.fromJSDate(facts.fineUntil);
  const startedAt = DateTime.fromJSDate(facts.since);
  return program && needOf({ ...facts, startedAt, fineUntil }, program.cadence, tx.at);
}

/** Since when a pair has not met, in words: since they were paired, or since their last session. */
export const quietSince = (tx: Tx, { since, lastOn }: PairFacts, zone: string): string =>
  lastOn === null ? day(DateTime.fromJSDate(since), zone, tx.at) : dayOf(lastOn, tx.at);

/** The pairs that need somebody, of those that this reader knows by name, and how all of these do; that she has looked is noted. */
export async function pairsInNeed(
  tx: Tx,
  house: House,
  reader: Reader,
): Promise<{ readonly needing: readonly (NeedingPair & TheTwo)[]; readonly counts: PairCounts }> {
  const all = await pairsReached(tx, readingRoles(reader.roles), reader.person.personId);
  const named = all.flatMap((facts) => (facts.named ? [{ ...facts, need: needOfPair(tx, house, facts) }] : []));
  const needing = named.flatMap(({ need, ...facts }) => (need === undefined ? [] : [{ ...facts, need }]));
  const quiet = named.filter(({ need }) => need === 'quiet').length;
  const notBooked = named.filter(({ need }) => need === 'not-booked').length;
  await recordLooks(
    tx,
    needing.map(({ pairingId }) => ({ objectKind: 'pairing', objectId: pairingId })),
  );
  return {
    needing: needing.map((pair) => ({
      pairingId: pair.pairingId,
      glance: glanceOf(pair),
      menteeId: pair.menteeId,
      mentorId: pair.mentorId,
      mentee: pair.mentee,
      mentor: pair.mentor,
      topic: labelOf(house, pair.topicId),
      need: pair.need,
      since: quietSince(tx, pair, reader.zone),
    })),
    counts: { asExpected: named.length - quiet - notBooked, notBooked, quiet },
  };
}

/** Who waits for an answer, for longer than `after` lets one wait, of those whom this reader knows by name. */
export async function requestsWaiting(
  tx: Tx,
  house: House,
  reader: Reader,
  after: 'at-once' | 'reminded',
): Promise<readonly WaitingRequest[]> {
  const all = await waitingReached(tx, readingRoles(reader.roles), reader.person.personId);
  const waiting = all.filter(({ since, programId, named }) => {
    if (!named) return false;
    const patience = house.programs.get(programId)?.remindAfter;
    return after === 'at-once' || (patience && DateTime.fromJSDate(since).plus(patience) <= tx.at);
  });
  await recordLooks(
    tx,
    waiting.map(({ requestId }) => ({ objectKind: 'request', objectId: requestId })),
  );
  return waiting.map(({ mentee, mentor, topicId, since }) => ({
    mentee,
    mentor,
    topic: labelOf(house, topicId),
    since: day(DateTime.fromJSDate(since), reader.zone, tx.at),
  }));
}
