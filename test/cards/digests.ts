import type { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';

const pairingId = '00000000-0000-4000-8000-000000000009';

const pairOf = (words: string): cards.SeenPair => ({
  pairingId,
  glance: '3-2-0',
  mentee: words.slice(0, 110),
  mentor: words.slice(0, 110),
  topic: words.slice(0, 110),
  since: 'November 18',
  need: 'quiet',
  sessions: 3,
  lastOn: 'November 18',
  isPlanned: false,
  fineUntil: undefined,
  ended: undefined,
  toBoth: { by: 'bot' },
});

/** What a coordinator fills in about a pair. */
export const digestForms = (words: string): readonly Form[] => [
  cards.rePairForm(pairOf(words), { pairing: pairingId, seen: '3-2-0' }),
  cards.letterForm(pairOf(words), { pairing: pairingId, draft: pairingId, from: 'digest' }),
];

/** What coordinators read about pairs, as full and as empty as it can be, in one voice. */
export function digestCards(words: string, now: DateTime): readonly Card[] {
  const name = words.slice(0, 110);
  const needing = (['quiet', 'not-booked', 'quiet', 'not-booked', 'quiet'] as const).map((need) => ({
    pairingId,
    glance: '3-2-0',
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
  const inTeams: cards.WayToBoth = {
    by: 'chat',
    with: [1, 2].map((n) => ({ channel: 'teams', tenant: 't-1', user: `o-${n}`, email: `ana${n}@example.org` })),
  };
  const full: cards.DigestView = {
    ways: new Map([[pairingId, inTeams]]),
    needing,
    counts: { asExpected: 12, notBooked: 2, quiet: 3 },
    waiting,
    full: Array.from({ length: 9 }, () => ({ name, places: 2 })),
    wanted: topics,
    withoutMentor: topics,
    published: [{ program: name, quarter: '2026-Q3', figure: { evaluations: 7, average: 4.8 } }],
    untold: Array.from({ length: 9 }, (_, n) => ({ name, lost: n < 2 })),
    meantFor: now.minus({ days: 2 }),
    now,
    zone: 'America/Anchorage',
  };

  const quiet: cards.DigestView = {
    ...full,
    ...{ needing: [], waiting: [], full: [], wanted: [], withoutMentor: [], untold: [] },
    counts: { asExpected: 0, notBooked: 0, quiet: 0 },
  };
  const pair = pairOf(words);
  const figures = [name, name, '', undefined].map((unit, n) => ({ unit, count: 5 + n }));
  const doings = [
    { doing: 'as-expected' as const, pairs: 12 },
    { doing: 'quiet' as const, pairs: 5 },
    { doing: 'not-booked' as const, pairs: 0 },
  ];
  const units: cards.UnitsView = {
    pairs: [
      { unit: name, pairs: 17, doings },
      { unit: name, pairs: 9, doings: [] },
      { unit: '', pairs: 7, doings: [{ doing: 'as-expected', pairs: 7 }] },
      { unit: undefined, pairs: 6, doings: [{ doing: 'needing', pairs: 6 }] },
    ],
    waiting: figures,
    wishes: [],
    full: figures,
    published: full.published,
  };
  return [
    cards.digest(full),
    cards.digest(quiet),
    cards.digest({ ...quiet, needing: needing.slice(0, 1), meantFor: undefined }),
    cards.digestOver(),
    cards.unitsReading(units),
    cards.unitsReading({ pairs: [], waiting: [], wishes: [], full: [], published: [] }),
    cards.seenPair(pair, cards.bothAsked(pair)),
    cards.seenPair({ ...pair, need: undefined, lastOn: undefined, isPlanned: true }),
    cards.seenPair({ ...pair, fineUntil: 'December 18', toBoth: inTeams }, cards.markedFine(pair)),
    ...(['mentee', 'mentor', 'mentee-left', 'mentor-left', 'coordinator'] as const).map((by) =>
      cards.seenPair({ ...pair, ended: { on: 'December 3', by } }, cards.rePaired(pair)),
    ),
    ...(['ended', 'met', 'planned', 'other'] as const).map((what) =>
      cards.seenPair(pair, cards.pairChanged(pair, what)),
    ),
    cards.digest(full, cards.markedFine(pair)),
    cards.pairLetter({ writer: name, partner: name, words, contact: { by: 'email', email: 'nora@example.org' } }),
    cards.letterGone(),
    cards.inactivePairs(needing, { page: 1, after: 2 }),
    cards.inactivePairs([], { page: 1, after: undefined }),
    cards.waitlist(waiting.slice(0, 5).map(cards.waitingLine), { page: 1, after: 2 }),
    cards.waitlist(topics.slice(0, 5).map(cards.wishLine), { page: 2, after: undefined }),
    cards.waitlist([], { page: 1, after: undefined }),
  ];
}
