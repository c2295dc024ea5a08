import { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card } from '../../src/chat';

const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const zone = 'America/Anchorage';
const uuid = '00000000-0000-4000-8000-000000000009';
const offered = (names: readonly cards.ReadingName[]): readonly cards.OfferedReading[] =>
  names.map((name) => ({ name, token: cards.token('mean', { intent: name, of: uuid }) }));
const notHere = [
  'goals',
  'agreement',
  'career_plan',
  'nominate_mentor',
  'apply',
  'apply-status',
  'match_cohort',
] as const;

/** What is said in a conversation by words. */
export function talkCards(words: string, mentor: cards.MentorView, topic: cards.TopicView): readonly Card[] {
  const known = { pairing: uuid, minutes: 45, on: '2026-11-17', way: 'phone' };
  const told: cards.Told = { partner: words.slice(0, 110), known, of: uuid, zone, now };
  const plan = { partner: words.slice(0, 110), pairing: uuid, of: uuid, zone, now };
  const several = Array.from({ length: 6 }, (_, n) => ({ mentor: { ...mentor, id: `m${n}` }, topic }));
  const one = several.slice(0, 1);
  const other = cards.somethingElse(uuid, ['log_session', 'schedule_meeting', 'request_mentor']);
  return [
    cards.didYouMean(offered(['log_session', 'schedule_meeting', 'request_mentor'])),
    cards.didYouMean(offered(['my_pairs'])),
    cards.meantOtherwise(offered(['raise_concern', 'end_pairing', 'privacy'])),
    cards.meantOtherwise([]),
    cards.tookThisAsCard('find_mentor', other),
    cards.afterThat(words.slice(0, 300), uuid),
    cards.talkOver(),
    cards.dropped(),
    cards.nothingToDrop(),
    cards.nothingAsked(),
    ...[0, 1, 5].map(cards.noSuchChoice),
    cards.askLength({ ...told, known: { pairing: uuid } }),
    cards.askDay(told),
    cards.askWay(told),
    cards.confirmLog(told),
    cards.askWhen({ ...plan, week: undefined }),
    cards.askWhen({ ...plan, week: '2026-W48' }),
    cards.askWhen({ ...plan, week: '2026-W47' }),
    cards.noMeetingYet(uuid, words.slice(0, 110)),
    cards.mentorsOfName(one, undefined, true),
    cards.mentorsOfName(one, topic, false),
    cards.mentorsOfName(several, topic, true),
    cards.noMentorOfName(words.slice(0, 80), topic),
    cards.noMentorOfName(words.slice(0, 80), undefined),
    cards.thatIsYou(topic),
    cards.outOfScope([topic, topic]),
    cards.ownData('export'),
    cards.ownData('delete'),
    ...notHere.map(cards.notHere),
    cards.tapFirst('resume'),
    cards.tapFirst('link'),
    cards.tapFirst('open', topic),
    cards.tapFirst('close', topic),
    {
      ...cards.noProblem(),
      blocks: [cards.tookThisAs('agenda'), cards.noFiguresByOffice(), cards.timesAreAgreed(), cards.callOffThere()],
    },
    cards.choosePairing(cards.unknownPartner(words.slice(0, 80), 'With whom was it?'), []),
  ];
}
