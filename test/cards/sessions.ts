import { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';
import type { Session } from '../../src/mentoring';
import { given } from '../mentoring/exchange-moves';

const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const uuid = '00000000-0000-4000-8000-000000000007';
const logged: Session = {
  sessionId: uuid,
  pairingId: uuid,
  state: 'logged',
  version: 1,
  heldOn: '2026-11-17',
  minutes: 80,
  way: 'in_person',
  topicId: 'case_notes',
  loggedBy: 'ana',
  loggedAt: now,
  confirmedAt: null,
};

const partnerOf = (words: string) => ({
  id: 'joan',
  name: words.slice(0, 110),
  office: words.slice(0, 110),
  grade: words.slice(0, 40),
});
const topicOf = (words: string) => ({ id: 'case_notes', label: words.slice(0, 110) });

const viewOf = (words: string, readerId: string, session: Session): cards.SessionView => ({
  session,
  reader: readerId === 'ana' ? 'mentee' : 'mentor',
  readerId,
  partner: partnerOf(words),
  topic: topicOf(words),
  summary: words.slice(0, cards.mostSummary),
  zone: 'America/Anchorage',
  now,
});

const email = 'joan.ek@dpa.example.gov';
/** A pairing as its mentee sees it. */
export const pairingOf = (words: string, own: Partial<cards.PairingView['pairing']>): cards.PairingView => ({
  pairing: { ...given, pairingId: uuid, ...own },
  reader: 'mentee',
  readerId: 'ana',
  partner: partnerOf(words),
  topic: words.slice(0, 110),
  sessions: { count: 3, minutes: 200, lastOn: '2026-11-17' },
  plans: { meeting: undefined, partnerZone: 'America/Juneau', agenda: words.slice(0, 500), resources: null },
  contact: { by: 'email', email },
  zone: 'America/Anchorage',
  now,
});

const mentorOf = (words: string, n: number): cards.MentorView => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name: words.slice(0, 110),
  office: words.slice(0, 110),
  grade: 'ET III',
  topics: Array.from({ length: 6 }, () => words.slice(0, 110)),
  ways: ['phone', 'video'],
  times: ['mornings'],
  reasons: [{ why: 'same-office' }, { why: 'free-places', places: 2 }],
});

/** Sessions and the end of an exchange, in every state. */
export function sessionCards(words: string): readonly Card[] {
  const confirmed: Session = { ...logged, state: 'confirmed', confirmedAt: now };
  const end = pairingOf(words, { state: 'ended', endedAt: now, endedBy: 'mentor', endKind: 'goal-reached' });
  const rePaired = pairingOf(words, { state: 'ended', endedAt: now, endedBy: 'coordinator', endKind: 'no-contact' });
  return [
    cards.sessionCard(viewOf(words, 'ana', logged)),
    cards.sessionCard(viewOf(words, 'joan', logged), cards.wasCorrected(words.slice(0, 110))),
    cards.sessionCard(viewOf(words, 'ana', logged), cards.sessionOwn(words.slice(0, 110))),
    cards.sessionCard(viewOf(words, 'ana', confirmed), cards.sessionSettled()),
    cards.sessionCard(viewOf(words, 'joan', confirmed), cards.noteKept(true)),
    cards.sessionConfirmed(viewOf(words, 'ana', confirmed)),
    cards.pairingCard(pairingOf(words, {}), cards.trialOver(pairingOf(words, {}))),
    cards.pairingCard(pairingOf(words, { menteeGoesOn: true })),
    cards.pairingCard(pairingOf(words, { mentorGoesOn: true })),
    cards.pairingCard(end, ...cards.ended(end, false)),
    cards.pairingCard(end, cards.endedAlready()),
    cards.howItGoes(pairingOf(words, {})),
    cards.howItGoes(end),
    cards.endedByPartner(end, false),
    cards.endedByPartner({ ...end, reader: 'mentor', pairing: { ...end.pairing, endKind: 'other' } }, true),
    cards.agreedToGoOn(end),
    cards.pairingCard(rePaired),
    cards.rePairedMentee(rePaired, {
      topic: topicOf(words),
      mentors: [1, 2, 3].map((n) => mentorOf(words, n)),
      wish: undefined,
    }),
    cards.rePairedMentee(rePaired, { topic: topicOf(words), mentors: [], wish: undefined }),
    cards.rePairedMentee(rePaired, { topic: topicOf(words), mentors: [], wish: uuid }),
    cards.rePairedMentor({ ...rePaired, reader: 'mentor' }),
    cards.noSuchPartner(words.slice(0, 80)),
    cards.choosePairing(
      'Which one?',
      [1, 2, 3, 4, 5].map(() => ({
        name: words.slice(0, 110),
        topic: words.slice(0, 110),
        button: { label: 'This one', token: cards.token('pairing', { pairing: uuid }) },
      })),
    ),
  ];
}

/** The forms about them. */
export const sessionForms = (words: string): readonly Form[] => {
  const [partner, topics] = [
    { name: words.slice(0, 110) },
    Array.from({ length: 50 }, (_, n) => ({ ...topicOf(words), id: `t${n}` })),
  ];
  return [
    cards.logForm(uuid, partner, topics),
    cards.correctForm(cards.token('correct-session', { session: uuid, version: 1 }), uuid, partner, topics),
    cards.noteForm(uuid, partner),
    cards.endForm(pairingOf(words, {})),
  ];
};
