import { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';
import type { Request, RequestState } from '../../src/mentoring';

const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });

/** Names and words as they are, as somebody who means ill writes them, and far too long. */
const voices = {
  plain: 'My notes come back for missing facts',
  hostile: 'Eve <!channel> <@U1> **b** _i_ `c` [a](https://x.example) <at>Bob</at> ${1+1} &amp; "q" \\',
  long: 'Wörter und 😀 '.repeat(90).trim(),
};

const topicOf = (words: string): cards.TopicView => ({ id: 'case_notes', label: words.slice(0, 110) });
const mentorOf = (id: string, words: string): cards.MentorView => ({
  id,
  name: words.slice(0, 110),
  office: words.slice(0, 110),
  grade: 'ET III',
  topics: [words.slice(0, 110), 'Case note documentation', 'Word', 'Excel', 'Outlook', 'Access'],
  reasons: [
    { why: 'same-office' },
    { why: 'near-zone', hours: 1 },
    { why: 'meets-by', way: 'phone' },
    { why: 'free-places', places: 3 },
  ],
});

function viewOf(state: RequestState, by: 'chat' | 'email', words: string): cards.RequestView {
  const request: Request = {
    requestId: '00000000-0000-4000-8000-000000000001',
    programId: 'bethel-nome-exchange',
    topicId: 'case_notes',
    menteeId: 'ana',
    mentorId: 'joan',
    state,
    version: 1,
    ways: ['phone', 'video'],
    reasonKind: state === 'declined' ? 'no-time' : null,
    askedAt: now.minus({ days: 2 }),
    remindedAt: null,
    endedAt: state === 'waiting' ? null : now,
  };
  const person = (id: string) => ({ id, name: words.slice(0, 110), office: words.slice(0, 110), grade: 'ET I' });
  const email = 'joan.ek@dpa.example.gov';
  return {
    request,
    topic: 'Case note documentation',
    mentor: person('joan'),
    mentee: person('ana'),
    need: words.slice(0, 1000),
    suits: words.slice(0, 200),
    reason: state === 'declined' ? words.slice(0, 500) : null,
    contact: by === 'chat' ? { by, with: { channel: 'slack', tenant: 'T1', user: 'U1', email } } : { by, email },
    ownEmail: email,
    remindAt: now.plus({ days: 1 }),
    expiresAt: now.plus({ days: 8 }),
    zone: 'America/Anchorage',
    now,
  };
}

const states = ['waiting', 'accepted', 'declined', 'withdrawn', 'expired', 'mentor-left', 'mentee-left'] as const;

/** Every card that the product can say, in every voice. */
export function productCards(): readonly { readonly title: string; readonly card: Card }[] {
  return Object.entries(voices).flatMap(([voice, words]) => {
    const topic = topicOf(words);
    const mentors = ['a', 'b', 'c', 'd', 'e'].map((id) => mentorOf(id, words));
    const next = mentorOf('n', words);
    const all: Card[] = [
      cards.mentorsFound(topic, mentors, 1, 2),
      cards.mentorsFound(topic, mentors.slice(0, 2), 2, undefined),
      ...(['nobody-offers', 'all-full', 'no-more'] as const).map((why) => cards.nobodyFree(topic, why)),
      ...(['ambiguous', 'misspelt', 'short'] as const).map((why) =>
        cards.chooseTopic(words.slice(0, 80), [topic, topic, topic], why),
      ),
      cards.unknownTopic(words.slice(0, 80), [topic, topic, topic]),
      cards.topicNotOpen(topic, [topic, topic, topic], true),
      cards.topicNotOpen(topic, [topic, topic, topic], false),
      cards.topicList(
        [1, 2, 3, 4, 5].map((n) => ({ ...topic, group: words.slice(0, 60), mentors: n - 1 })),
        1,
        2,
      ),
      cards.topicOpened(topic, true, 0),
      cards.topicOpened(topic, false, 2),
      cards.closedTopicList([topic, topic, topic, topic, topic], 1, 2),
      cards.closedTopicList([], 1, undefined),
      cards.help(true),
      cards.welcome(words.slice(0, 110), [topic, topic, topic]),
      cards.welcome(words.slice(0, 110), [topic, topic, topic], 2),
      cards.welcome(undefined, []),
      cards.notUnderstood([topic, topic, topic]),
      cards.notYet([topic]),
      cards.tooLong(1000),
      cards.carriedOverCard([words.slice(0, 110), 'Word']),
      cards.leftList(2),
      cards.mine({
        asked: [{ name: words.slice(0, 110), topic: topic.label, detail: 'Asked on November 18', requestId: 'r' }],
        asking: [{ name: words.slice(0, 110), topic: topic.label, detail: 'Asked you on November 18', requestId: 'r' }],
        pairs: [
          { name: words.slice(0, 110), topic: topic.label, detail: 'Your mentor since November 18', requestId: null },
        ],
      }),
      cards.apology('1A2B3C4D'),
      cards.unknownPerson(),
      cards.guestRefused(),
      cards.notInstalled(),
      cards.pointer('answered'),
      cards.pointer('no-chat-yet'),
      cards.outdated(),
      cards.interrupted(),
      cards.refusal({ code: 'mentor-full', mentor: 'joan' }, 'case_notes'),
      ...states.flatMap((state) =>
        (['chat', 'email'] as const).flatMap((by) => {
          const view = viewOf(state, by, words);
          return [
            cards.requestForMentor(view, cards.nothingChanged()),
            cards.requestForMentee(view),
            cards.answerForMentee(view, next),
            cards.expiredForMentee(view, undefined),
            cards.mentorFullForMentee(view, next),
            cards.withdrawnForMentor(view),
            cards.mentorLeftForMentee(view, next),
            cards.mentorLeftForMentee(view, undefined),
            cards.menteeLeftForMentor(view),
            cards.mentorLeftPairing({ topic, mentor: view.mentor, mentee: view.mentee }, next),
            cards.menteeLeftPairing({ topic, mentor: view.mentor, mentee: view.mentee }),
          ];
        }),
      ),
    ];
    return all.map((card, index) => ({ title: `${card.name} ${index}, ${voice}`, card }));
  });
}

/** Every form of the product, in every voice. */
export const productForms = (): readonly { readonly title: string; readonly form: Form }[] =>
  Object.entries(voices).flatMap(([voice, words]) => [
    {
      title: `ask, ${voice}`,
      form: cards.askForm(
        mentorOf('joan', words),
        [topicOf(words), { id: 'word', label: 'Word' }],
        'case_notes',
        'draft',
      ),
    },
    { title: `decline, ${voice}`, form: cards.declineForm(viewOf('waiting', 'chat', words)) },
  ]);
