import { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Block, Card, Form } from '../../src/chat';
import type { Meeting, MeetingState } from '../../src/mentoring';
import { endedPairing, pairing } from '../mentoring/pair';

const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const id = '00000000-0000-4000-8000-000000000001';
const later = (days: number): DateTime => now.plus({ days });

type Kind = {
  readonly state: MeetingState;
  readonly startsAt?: DateTime;
  readonly wasAt?: DateTime;
  readonly by?: string;
};

const meetingOf = ({ state, startsAt, wasAt, by = 'ana' }: Kind): Meeting => ({
  meetingId: id,
  pairingId: id,
  state,
  version: 3,
  proposedBy: by,
  options: [later(6), later(7), later(60)],
  minutes: 90,
  way: 'video',
  startsAt: startsAt ?? null,
  wasAt: wasAt ?? null,
  calledOffBy: state === 'called-off' || state === 'missed' ? by : null,
  proposedAt: now,
  settledAt: null,
});

/** A meeting in every state, as it can be. */
const kinds: readonly Kind[] = [
  { state: 'proposed' },
  { state: 'proposed', by: 'joan' },
  { state: 'proposed', by: 'joan', wasAt: later(3) },
  { state: 'planned', startsAt: later(7) },
  { state: 'called-off', startsAt: later(7) },
  { state: 'called-off', by: 'joan' },
  { state: 'past', startsAt: later(-1) },
  { state: 'past' },
  { state: 'missed', startsAt: later(-1) },
  { state: 'missed', startsAt: later(-1), by: 'joan' },
];

const viewOf = (kind: Kind, words: string): cards.MeetingView => ({
  meeting: meetingOf(kind),
  readerId: 'ana',
  partner: { id: 'joan', name: words.slice(0, 110), office: words.slice(0, 110), grade: 'ET III' },
  place: words.slice(0, 200),
  agenda: words.slice(0, 1000),
  resources: words.slice(0, 1000),
  zone: 'America/Anchorage',
  partnerZone: 'Asia/Kathmandu',
  hasFiles: true,
  isEnded: false,
  now,
});

const pairingViewOf = (kind: Kind | undefined, words: string): cards.PairingView => {
  const { partner, agenda, resources, zone, partnerZone, readerId } = viewOf({ state: 'proposed' }, words);
  return {
    pairing: { ...pairing, pairingId: id, state: 'trial' },
    reader: 'mentee',
    readerId,
    partner,
    plans: { agenda, resources, meeting: kind && meetingOf(kind), partnerZone },
    topic: words.slice(0, 110),
    sessions: { count: 2, minutes: 80, lastOn: '2026-11-01' },
    contact: { by: 'email', email: 'joan.ek@dpa.example.gov' },
    zone,
    now,
  };
};

/** Every card about meetings and agendas, in this voice. */
export const meetingCards = (words: string): readonly Card[] => [
  ...kinds.flatMap((kind) => {
    const view = viewOf(kind, words);
    return [
      cards.meetingCard(view),
      cards.meetingCard(
        { ...view, hasFiles: false, agenda: null, resources: null, place: null },
        cards.meetingChanged(),
      ),
      cards.meetingCard({ ...view, isEnded: true, partnerZone: view.zone }, cards.timePicked(view)),
      cards.meetingCalledOff(view),
      cards.timesLapsed(view),
      cards.meetingReminder(view),
      ...[undefined, { id, isMine: true }, { id, isMine: false }].map((session) =>
        cards.metCard({ ...view, session }, cards.metAnswered()),
      ),
      cards.metCard({ ...view, isEnded: true, session: undefined }),
      cards.pairingCard(pairingViewOf(kind, words)),
    ];
  }),
  cards.pairingCard(pairingViewOf(undefined, words)),
  cards.pairingCard({ ...pairingViewOf({ state: 'proposed' }, words), pairing: { ...endedPairing, pairingId: id } }),
  cards.meetingNews(cards.meetingThere()),
  cards.calendarFileCard(`https://mentor.dpa.example.gov/files/${'x'.repeat(43)}`, false),
  cards.calendarFileCard(`https://mentor.dpa.example.gov/files/${'x'.repeat(43)}`, true),
  cards.agendaChanged(id, 'mentee', words.slice(0, 110), words.slice(0, 110)),
  cards.agendaChanged(id, 'mentor', words.slice(0, 110), words.slice(0, 110)),
];

/** Every form about them. */
export const meetingForms = (words: string): readonly Form[] => {
  const partner = words.slice(0, 110);
  const meet = (isPlanned: boolean | undefined, ...first: readonly Block[]): Form =>
    cards.meetForm(
      {
        pairing: id,
        partner,
        seen: isPlanned === undefined ? undefined : { meeting: id, version: 2, isPlanned },
        zone: 'America/Anchorage',
        now,
      },
      ...first,
    );
  const written = { agenda: words.slice(0, 1000), resources: words.slice(0, 1000) };
  return [
    meet(undefined),
    meet(true, cards.changedMeanwhile(viewOf({ state: 'proposed', by: 'joan' }, words), partner)),
    meet(false, cards.changedMeanwhile(viewOf({ state: 'planned', startsAt: later(7) }, words), partner)),
    meet(undefined, cards.changedMeanwhile(undefined, partner)),
    ...(['mentee', 'mentor'] as const).flatMap((reader) => [
      cards.agendaForm({ pairing: id, meeting: undefined, reader, partner, written }),
      cards.agendaForm({ pairing: id, meeting: id, reader, partner, written: { agenda: null, resources: null } }),
    ]),
  ];
};
