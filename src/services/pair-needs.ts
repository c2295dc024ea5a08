import { DateTime } from 'luxon';
import { day, dayOf, type Named, type NeedingPair, type PairCounts, type WaitingRequest } from '../cards';
import { fewestRaters, glanceOf, needOf, type PairNeed } from '../mentoring';
import { type PairFacts, pairsReached, recordLooks, type Tx, waitingReached } from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';
import { readingRoles } from './reading-roles';

type TheTwo = Pick<PairFacts, 'menteeId' | 'mentorId'>;
type Reader = Pick<Caller, 'person' | 'roles' | 'zone'>;

/** What a reader may know by name, and how many more there are, where they are enough to be told. */
function split<T extends { readonly named: boolean }, V>(all: readonly T[], view: (one: T) => V): Named<V> {
  const others = all.filter(({ named }) => !named).length;
  return { named: all.filter(({ named }) => named).map(view), others: others >= fewestRaters ? others : undefined };
}

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

/** The pairs that need somebody, as far as this reader may know of them, and how all of them do; that she has looked is noted. */
export async function pairsInNeed(
  tx: Tx,
  house: House,
  reader: Reader,
): Promise<{ readonly needing: Named<NeedingPair & TheTwo>; readonly counts: PairCounts }> {
  const all = await pairsReached(tx, readingRoles(reader.roles), reader.person.personId);
  const judged = all.map((facts) => ({ ...facts, need: needOfPair(tx, house, facts) }));
  const needing = judged.flatMap(({ need, ...facts }) => (need === undefined ? [] : [{ ...facts, need }]));
  const named = judged.filter((facts) => facts.named);
  const quiet = named.filter(({ need }) => need === 'quiet').length;
  const notBooked = named.filter(({ need }) => need === 'not-booked').length;
  await recordLooks(
    tx,
    needing.flatMap((pair) => (pair.named ? [{ objectKind: 'pairing', objectId: pair.pairingId }] : [])),
  );
  return {
    needing: split(needing, (pair) => ({
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

/** Who waits for an answer, for longer than `after` lets one wait. */
export async function requestsWaiting(
  tx: Tx,
  house: House,
  reader: Reader,
  after: 'at-once' | 'reminded',
): Promise<Named<WaitingRequest>> {
  const all = await waitingReached(tx, readingRoles(reader.roles), reader.person.personId);
  const waiting = all.filter(({ since, programId }) => {
    const patience = house.programs.get(programId)?.remindAfter;
    return after === 'at-once' || (patience && DateTime.fromJSDate(since).plus(patience) <= tx.at);
  });
  await recordLooks(
    tx,
    waiting.flatMap(({ named, requestId }) => (named ? [{ objectKind: 'request', objectId: requestId }] : [])),
  );
  return split(waiting, ({ mentee, mentor, topicId, since }) => ({
    mentee,
    mentor,
    topic: labelOf(house, topicId),
    since: day(DateTime.fromJSDate(since), reader.zone, tx.at),
  }));
}
