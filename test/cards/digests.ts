import type { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card } from '../../src/chat';

const pairingId = '00000000-0000-4000-8000-000000000009';

/** What coordinators read about pairs, as full and as empty as it can be, in one voice. */
export function digestCards(words: string, now: DateTime): readonly Card[] {
  const name = words.slice(0, 110);
  const needing = (['quiet', 'not-booked', 'quiet', 'not-booked', 'quiet'] as const).map((need) => ({
    pairingId,
    mentee: name,
    mentor: name,
    topic: name,
    need,
    since: 'November 18',
  }));
  const waiting = Array.from({ length: 9 }, () => ({ mentee: name, mentor: name, topic: name, since: 'November 18' }));
  const topics = Array.from({ length: 9 }, () => ({
    id: 'word',
    label: name,
    isOpen: true,
    mentors: 0,
    wishes: 2,
  }));
  const full: cards.DigestView = {
    needing: { named: needing, others: 7 },
    counts: { asExpected: 12, notBooked: 2, quiet: 3 },
    waiting: { named: waiting, others: 7 },
    full: Array.from({ length: 9 }, () => ({ name, places: 2 })),
    wanted: topics,
    withoutMentor: topics,
    published: [{ program: name, quarter: '2026-Q3', figure: { evaluations: 7, average: 4.8 } }],
    untold: Array.from({ length: 9 }, () => name),
    meantFor: now.minus({ days: 2 }),
    now,
    zone: 'America/Anchorage',
  };
  const none = { named: [], others: undefined };
  const quiet: cards.DigestView = {
    ...full,
    ...{ needing: none, waiting: none, full: [], wanted: [], withoutMentor: [], untold: [] },
    counts: { asExpected: 0, notBooked: 0, quiet: 0 },
  };
  const pair: cards.SeenPair = {
    pairingId,
    mentee: name,
    mentor: name,
    topic: name,
    since: 'November 18',
    need: 'quiet',
    sessions: 3,
    lastOn: 'November 18',
    isPlanned: false,
    fineUntil: undefined,
  };
  return [
    cards.digest(full),
    cards.digest(quiet),
    cards.digest({ ...quiet, needing: { named: needing.slice(0, 1), others: undefined }, meantFor: undefined }),
    cards.digestOver(),
    cards.seenPair(pair, cards.bothAsked(pair)),
    cards.seenPair({ ...pair, need: undefined, lastOn: undefined, isPlanned: true }),
    cards.seenPair({ ...pair, fineUntil: 'December 18' }),
    cards.inactivePairs({ named: needing, others: 7 }, { page: 1, after: 2 }),
    cards.inactivePairs({ named: [], others: undefined }, { page: 1, after: undefined }),
    cards.waitlist(waiting.slice(0, 5).map(cards.waitingLine), { others: 7 }, { page: 1, after: 2 }),
    cards.waitlist(topics.slice(0, 5).map(cards.wishLine), { others: undefined }, { page: 2, after: undefined }),
    cards.waitlist([], { others: undefined }, { page: 1, after: undefined }),
  ];
}
