import { DateTime } from 'luxon';
import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';
import {
  type ClaimState,
  type ConcernState,
  newRequest,
  type Request,
  type RequestState,
  themes,
} from '../../src/mentoring';
import { daysOffCards, daysOffForms } from './days-off';
import { digestCards, digestForms } from './digests';
import { meetingCards, meetingForms } from './meetings';

import { nudgeCards, nudgeForms } from './nudges';
import { sessionCards, sessionForms } from './sessions';
import { settingsCards, settingsForms } from './settings';
import { talkCards } from './talk';

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
  ways: ['in_person', 'phone'],
  times: ['mornings', 'midday'],
  reasons: [
    { why: 'same-office' },
    { why: 'near-zone', hours: 1 },
    { why: 'meets-by', way: 'phone' },
    { why: 'free-places', places: 3 },
  ],
});

const terms = (words: string): cards.MentorTerms => ({
  program: words.slice(0, 110),
  source: words.slice(0, 200),
  orientation: [words.slice(0, 300), words.slice(0, 300)],
  expectations: [words.slice(0, 300), words.slice(0, 300)],
  plainly: [words.slice(0, 110), words.slice(0, 110)],
});

export function viewOf(state: RequestState, by: 'chat' | 'email', words: string): cards.RequestView {
  const request: Request = {
    ...newRequest({
      requestId: '00000000-0000-4000-8000-000000000001',
      programId: 'bethel-nome-exchange',
      topicId: 'case_notes',
      menteeId: 'ana',
      mentorId: 'joan',
      ways: ['phone', 'video'],
      askedAt: now.minus({ days: 2 }),
      nextChoices: [],
    }),
    state,
    reasonKind: state === 'declined' ? 'no-time' : null,
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
    untold: false,
    reason: state === 'declined' ? words.slice(0, 500) : null,
    question: null,
    answer: null,
    nextChoices: [],
    next: null,
    contact: by === 'chat' ? { by, with: { channel: 'slack', tenant: 'T1', user: 'U1', email } } : { by, email },
    ownEmail: email,
    pairing: state === 'accepted' ? { id: '00000000-0000-4000-8000-000000000003', isOver: false } : null,
    remindAt: now.plus({ days: 1 }),
    expiresAt: now.plus({ days: 8 }),
    zone: 'America/Anchorage',
    now,
  };
}

const uuid = '00000000-0000-4000-8000-000000000009';

const claimOf = (state: ClaimState, words: string): cards.ClaimView => ({
  claimId: uuid,
  state,
  guest: true,
  name: words.slice(0, 110),
  email: 'kim.doe@elsewhere.example.org',
  here: false,
  askedOn: 'November 18',
  not: words.slice(0, 110),
  person: words.slice(0, 110),
  by: words.slice(0, 110),
  on: 'November 19',
  mayUndo: state !== 'waiting',
});

/** The same with all that can stand on it: a question, its answer, next choices, or who was asked in its place. */
function fullView(view: cards.RequestView, words: string, more: 'asked' | 'answered'): cards.RequestView {
  return {
    ...view,
    request: { ...view.request, more, moreAt: now.minus({ days: 1 }), begins: 'trial', rank: 2 },
    question: words.slice(0, cards.mostQuestion),
    answer: more === 'answered' ? words.slice(0, cards.mostAnswer) : null,
    nextChoices: view.request.state === 'waiting' ? [words.slice(0, 110), words.slice(0, 110)] : [],
    next:
      view.request.state === 'waiting'
        ? null
        : { request: '00000000-0000-4000-8000-000000000002', mentor: words.slice(0, 110), rank: 3 },
  };
}

const states = [
  'waiting',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'mentor-left',
  'mentee-left',
  'mentor-full',
] as const;
const beginningOf = (words: string): cards.Beginning => ({
  program: words.slice(0, 110),
  source: words.slice(0, 200),
  orientation: [words.slice(0, 300)],
  expectations: { mentor: [words.slice(0, 300)], mentee: [words.slice(0, 300)], supervisor: [words.slice(0, 300)] },
  plainly: { mentor: [1, 2, 3, 4, 5].map(() => words.slice(0, 200)), mentee: [words.slice(0, 200)] },
  tellsSupervisor: true,
  hasResourcePerson: true,
});

const concernOf = (state: ConcernState, words: string): cards.ConcernView => ({
  concern: {
    concernId: uuid,
    writerId: 'ana',
    pairingId: uuid,
    kind: 'behavior',
    state,
    version: 1,
    handlerId: 'nora',
    passedOver: [],
    openedAt: now.minus({ days: 2 }),
    takenAt: state === 'open' ? null : now,
    closedAt: state === 'closed' ? now : null,
  },
  writer: words.slice(0, 110),
  handler: words.slice(0, 110),
  partner: words.slice(0, 110),
  topic: words.slice(0, 110),
  contact: viewOf('accepted', 'chat', words).contact,
  zone: 'America/Anchorage',
  now,
});

/** The cards of a first exchange, and of what goes wrong. */
function beginningCards(words: string): readonly Card[] {
  const beginning = beginningOf(words);
  const name = words.slice(0, 110);
  const contact = viewOf('accepted', 'chat', words).contact;
  const oriented = { beginning, partner: name, pairingId: uuid, seen: false, mayAsk: true, supervisorHears: true };
  const sitIn = { pairingId: uuid, mentee: name, mentor: name, topic: name, words: words.slice(0, 300), contact };
  const asks = ['asked', 'yes', 'no', 'gone'] as const;
  return [
    cards.orientation({ ...oriented, side: 'mentor', mayAsk: false, sittingIn: undefined }),
    ...asks.map((state) =>
      cards.orientation({ ...oriented, side: 'mentee', sittingIn: { name, state } }, cards.readIt()),
    ),
    cards.orientation({
      ...oriented,
      side: 'mentee',
      seen: true,
      partner: undefined,
      pairingId: undefined,
      sittingIn: undefined,
    }),
    cards.nothingToOrient(),
    cards.supervisorTold({ mentee: name, beginning, since: now, zone: 'America/Anchorage', now }),
    ...asks.flatMap((state) => [
      cards.sitInCard({ ...sitIn, state, over: false }, cards.nothingChanged()),
      cards.sitInCard({ ...sitIn, state, words: null, over: true }),
      cards.sitInAnswered({ name, state, pairingId: uuid, to: 'mentor', mentee: name }),
      ...[true, false].map((mayAsk) =>
        cards.sitInAnswered({ name, state, pairingId: uuid, to: 'mentee', contact, mayAsk }),
      ),
    ]),
    ...(['open', 'taken', 'closed'] as const).flatMap((state) => {
      const view = concernOf(state, words);
      return [
        cards.concernForWriter(view, cards.nothingChanged()),
        cards.concernForWriter({ ...view, handler: null, partner: null, topic: null, contact: undefined }),
        cards.concernNews(view),
        cards.concernForHandler(view, words.slice(0, cards.mostConcern)),
        cards.concernClosed(view),
        cards.concernMoved(view),
      ];
    }),
    cards.nobodyForConcern(),
  ];
}

const readerOf = (words: string, role: 'coordinator' | 'program_manager'): cards.ReaderView => ({
  personId: uuid,
  role,
  near: 0,
  name: words.slice(0, 110),
  office: words.slice(0, 110),
});
const exchangeOf = (words: string): cards.ExchangeChoice => ({
  pairingId: uuid,
  partner: words.slice(0, 110),
  topic: words.slice(0, 110),
});
/** A form that was begun and not sent. */
const begun = (words: string, form = 'ask') => {
  const which = { form, subject: `mentor:${uuid}` };
  const keptAt = now.minus({ days: 2 });
  return { which, view: { ...which, who: words.slice(0, 110), keptAt, zone: 'America/Anchorage', now } };
};

/** Every card that the product can say, in every voice. */
export function productCards(): readonly { readonly title: string; readonly card: Card }[] {
  return Object.entries(voices).flatMap(([voice, words]) => {
    const topic = topicOf(words);
    const mentors = ['a', 'b', 'c', 'd', 'e'].map((id) => mentorOf(id, words));
    const next = mentorOf('n', words);
    const look = { topic: topic.id };
    const context: cards.FindContext = { look, awaited: [], aside: {} };
    const awaited = [1, 2, 3, 4, 5].map(() => ({ name: words.slice(0, 110), since: 'November 18' }));
    const aside = { place: words.slice(0, 80), near: words.slice(0, 110), also: topic, alsoIn: words.slice(0, 110) };
    const standing = (['waiting', 'paired'] as const).flatMap((state) =>
      [1, 2, 3].map(() => ({
        state,
        mentee: words.slice(0, 110),
        mentor: words.slice(0, 110),
        since: 'November 18',
        of: 7,
      })),
    );
    const notOpen: cards.NotOpen = {
      open: [topic, topic, topic],
      mayOpen: false,
      wish: undefined,
      first: cards.asideBlocks(aside, '.'),
      others: [],
    };
    const entry = {
      seen: mentors[0] ?? mentorOf('a', words),
      places: 3,
      left: 1,
      pausedUntil: null,
      notOpen: [topic.label, topic.label],
      figures: [{ quarter: '2026-Q3' as const, evaluations: 7, average: 4.8 }],
    };
    const row = {
      name: words.slice(0, 110),
      topic: topic.label,
      detail: 'Asked on November 18',
      open: cards.token('mine', {}),
    };
    const mine: cards.Mine = {
      asked: [row, row, row, row],
      asking: [row],
      pairs: [row],
      sessions: [row],
      meetings: [row],
      evaluations: [row],
      received: [row],
      concerns: [row],
      drafts: [begun(words).view],
      wishes: [{ id: '00000000-0000-4000-8000-000000000001', topic }],
    };
    const home = {
      name: words.slice(0, 110),
      suggested: [topic, topic, topic],
      mine,
      entry,
      seesFigures: true,
      toDecide: [
        { ...topic, wishes: 2 },
        { ...topic, wishes: 1 },
      ],
      now,
    };
    const all: Card[] = [
      ...meetingCards(words),
      ...settingsCards(),
      ...daysOffCards(words),
      ...digestCards(words, now),
      cards.mentorsFound(topic, mentors, { ...context, after: { ...look, page: 2, seen: '0'.repeat(400) } }),
      cards.mentorsFound(topic, mentors, {
        ...context,
        look: { ...look, office: words.slice(0, 110) },
        after: { ...look, page: 2 },
        awaited,
      }),
      cards.mentorsFound(topic, mentors, {
        ...context,
        look: { ...look, page: 2, seen: '0'.repeat(40) },
        after: { ...look, page: 3 },
      }),
      cards.mentorsFound(topic, mentors.slice(0, 2), { ...context, look: { ...look, page: 2 }, aside }),
      ...(['nobody-offers', 'all-full', 'nobody-else', 'no-more', 'nobody-there'] as const).flatMap((why) => [
        cards.nobodyFree(topic, why, { ...context, look: { ...look, office: words.slice(0, 110) }, awaited, aside }),
        cards.nobodyFree(topic, why, { ...context, awaited, wish: uuid }),
      ]),
      cards.noSuchOffice(topic, words.slice(0, 110)),
      ...(['ambiguous', 'misspelt', 'short'] as const).map((why) =>
        cards.chooseTopic(words.slice(0, 80), [topic, topic, topic], why, { place: words.slice(0, 80), near: 'nome' }),
      ),
      cards.unknownTopic(words.slice(0, 80), [], [topic, topic, topic]),
      cards.unknownTopic(words.slice(0, 80), [topic], [topic, topic, topic]),
      cards.topicNotOpen(topic, { ...notOpen, mayOpen: true }),
      cards.topicNotOpen(topic, notOpen),
      cards.topicNotOpen(topic, { ...notOpen, wish: uuid, others: cards.asideButtons(aside, topic) }),
      cards.topicList(
        [1, 2, 3, 4, 5].map((n) => ({ ...topic, group: words.slice(0, 60), mentors: n - 1 })),
        { page: 1, after: 2, office: words.slice(0, 110) },
      ),
      ...[true, false].flatMap((changed) => [
        cards.topicOpened(topic, { changed, requests: 0, wishes: 2 }, 0),
        cards.topicOpened(topic, { changed, requests: 1, wishes: 1 }, 2),
        cards.topicClosed(topic, { changed, requests: 0, wishes: 0 }),
        cards.topicClosed(topic, { changed, requests: 2, wishes: 3 }),
      ]),
      cards.endOfList({ label: 'Start again', token: { intent: 'topics', args: {} } }),
      cards.closedTopicList([topic, topic, topic, topic, topic], 1, 2),
      cards.closedTopicList([], 1, undefined),
      cards.help(true),
      cards.welcome(home),
      cards.welcome({ ...home, entry: { ...entry, pausedUntil: '2026-12-15' }, seesFigures: false }),
      cards.welcome({
        ...home,
        suggested: [],
        mine: {
          asked: [],
          asking: [],
          pairs: [],
          sessions: [],
          meetings: [],
          evaluations: [],
          received: [],
          concerns: [],
          drafts: [],
          wishes: [],
        },
        entry: undefined,
        seesFigures: false,
        toDecide: [],
      }),
      cards.mentorTerms(terms(words)),
      cards.mentorEntry(entry, now),
      cards.mentorEntry({ ...entry, left: 0 }, now),
      cards.mentorEntry({ ...entry, seen: { ...entry.seen, topics: [] } }, now),
      cards.mentorEntry({ ...entry, pausedUntil: '2026-12-15' }, now),
      cards.backFromPause(),
      cards.noEntry(),
      cards.nothingNext([topic, topic, topic]),
      cards.wishKept(topic, { kept: 'new', wish: uuid }),
      cards.wishKept(topic, { kept: 'known', wish: uuid }),
      cards.wishDropped(topic),
      cards.wishMet(topic, uuid),
      cards.wishOver(topic),
      cards.wishesMet(topic, 1),
      cards.wishesMet(topic, 4),
      cards.overview({
        topics: [0, 1, 2, 3, 4].map((n) => ({ ...topic, isOpen: n % 2 === 0, mentors: n % 3, wishes: n })),
        hers: new Set([topic.id]),
        standing: new Map([[topic.id, standing]]),
        waitingForApp: 2,
        page: 1,
        after: 2,
      }),
      cards.overview({ topics: [], hers: new Set(), standing: new Map(), waitingForApp: 0, page: 1, after: undefined }),
      cards.notUnderstood([topic, topic, topic]),
      cards.notYet([topic]),
      cards.tooLong(1000),
      cards.carriedOverCard([words.slice(0, 110), 'Word']),
      cards.leftList(2),
      cards.mine(mine),
      cards.mine(mine, 2),
      cards.apology('1A2B3C4D'),
      cards.draftDropped('ask'),
      cards.draftGone(),
      ...['ask', 'decline', 'concern', 'something'].map((form) => ({
        name: 'begun',
        summary: 'What you have begun.',
        blocks: cards.draftBlocks([begun(words, form).view, begun(words, form).view, begun(words, form).view], 2),
      })),
      cards.unknownPerson(),
      cards.coordinatorAsked(),
      cards.guestAsks(),
      cards.stillWaiting('November 18'),
      cards.nobodyToAsk(),
      cards.guestRefused(),
      cards.accountRefused(),
      cards.noLongerHere(),
      cards.strangerPointer(),
      cards.areYou(words.slice(0, 110), uuid),
      cards.nowLinked(words.slice(0, 110)),
      cards.knownAlready(words.slice(0, 110)),
      cards.welcomeLinked(words.slice(0, 110), [topic, topic, topic]),
      cards.linkCode('K7QM-2XWP', '3:15 PM'),
      cards.howToLink(),
      ...(['wrong', 'used', 'replaced', 'expired'] as const).map((why) => cards.codeRefused(why)),
      cards.tooManyTries('3:15 PM'),
      cards.linkedAlready(1),
      cards.linkedAlready(2),
      cards.noProblem(),
      cards.nothingToWithdraw(),
      cards.nothingToLeave(),
      cards.beforeLeaving({ asking: 1, mentees: 2 }),
      cards.beforeLeaving({ asking: 0, mentees: 0 }),
      cards.fewerMessages({ isMentor: true, coordinates: true, asked: 2, wishes: 1 }),
      cards.fewerMessages({ isMentor: false, coordinates: false, asked: 0, wishes: 0 }),
      cards.coordinators([]),
      cards.youCoordinate(),
      cards.coordinators(
        (['chat', 'email', 'email'] as const).map((by) => ({
          name: words.slice(0, 110),
          office: words.slice(0, 110),
          grade: 'ET IV',
          contact: viewOf('accepted', by, words).contact,
        })),
      ),
      ...(['asked', 'waiting', 'linked', 'refused'] as const).flatMap((state) => [
        cards.claimCard(claimOf(state, words)),
        cards.claimCard({ ...claimOf(state, words), by: undefined, on: undefined }, cards.nothingChanged()),
      ]),
      cards.accountList(
        [claimOf('waiting', words), claimOf('waiting', words)],
        9,
        2,
        3,
        cards.justLinked(words.slice(0, 110)),
      ),
      cards.accountList([{ ...claimOf('waiting', ''), email: undefined }], 1, 1, undefined, cards.justRefused()),
      cards.accountList([], 0, 1, undefined, cards.waitsAgain()),
      cards.manyWaiting(31),
      cards.privacy({
        mentors: [words.slice(0, 110), words.slice(0, 110)],
        mentees: [words.slice(0, 110), words.slice(0, 110), words.slice(0, 110)],
        isMentor: true,
        supervisor: words.slice(0, 110),
        coordinators: [words.slice(0, 110), words.slice(0, 110), words.slice(0, 110)],
      }),
      cards.privacy({ mentors: [], mentees: [], isMentor: false, supervisor: undefined, coordinators: [] }),
      cards.privacyLooks([], 90),
      cards.privacyLooks(
        (['coordinator', 'program_manager', 'partner', 'operator', 'other'] as const).flatMap((by) =>
          ['request', 'pairing', 'anything'].map((objectKind, times) => ({
            day: 'November 18',
            by,
            objectKind,
            times,
          })),
        ),
        90,
      ),
      cards.notInstalled(),
      cards.pointer('answered'),
      cards.pointer('no-chat-yet'),
      cards.outdated(),
      cards.interrupted(),
      cards.answerMissed(),
      cards.mentorUnreachable({ name: words.slice(0, 110), email: 'joan@nome.example.gov' }),
      cards.personUnreachable({ name: words.slice(0, 110), email: 'joan@nome.example.gov' }),
      cards.reachableAgain({ name: words.slice(0, 110) }),
      cards.refusal({ code: 'mentor-full', mentor: 'joan' }, 'case_notes'),
      ...states.flatMap((state) =>
        (['chat', 'email'] as const).flatMap((by) => {
          const view = viewOf(state, by, words);
          return [
            cards.requestForMentor(view, cards.nothingChanged()),
            cards.requestForMentee(view),
            cards.requestBrief(view),
            cards.answerForMentee(view, next),
            cards.expiredForMentee(view, undefined),
            cards.mentorFullForMentee(view, next),
            cards.withdrawnForMentor(view),
            cards.mentorLeftForMentee(view, next),
            cards.mentorLeftForMentee(view, undefined),
            cards.requestForMentee({ ...view, untold: true }),
            cards.mentorUnreachableForMentee(view, next),
            cards.mentorUnreachableForMentee(view, undefined),
            cards.menteeUnreachableForMentor(view),
            cards.menteeLeftForMentor(view),
            cards.mentorLeftPairing({ topic, mentor: view.mentor, mentee: view.mentee }, next),
            cards.menteeLeftPairing({ topic, mentor: view.mentor, mentee: view.mentee }),
            ...(['asked', 'answered'] as const).flatMap((more) => {
              const full = fullView(view, words, more);
              return [
                cards.requestForMentor(full, cards.answeredBlock(full)),
                cards.requestForMentor(full, cards.pausedToo('2026-12-15', now)),
                cards.requestForMentee(full, cards.askedAlready()),
                cards.questionForMentee(full, cards.questionReminder(full)),
                cards.requestBrief(full),
                cards.questionBrief(full),
                cards.questionUntold(full),
                cards.answerForMentee(full, next),
                cards.expiredForMentee(full, next),
                cards.nextAskedForMentee(full, view),
              ];
            }),
          ];
        }),
      ),
    ];
    all.push(...beginningCards(words));
    all.push(...sessionCards(words), ...nudgeCards(words));
    all.push(...evaluationCards(words), ...talkCards(words, mentorOf('joan', words), topicOf(words)));
    return all.map((card, index) => ({ title: `${card.name} ${index}, ${voice}`, card }));
  });
}

const evaluationOf = (words: string, given: boolean): cards.EvaluationView => ({
  sessionId: uuid,
  pairingId: uuid,
  heldOn: '2026-11-17',
  reader: 'mentor',
  partner: viewOf('accepted', 'chat', words).mentee,
  topic: words.slice(0, 110),
  given: given
    ? {
        evaluationId: uuid,
        sessionId: uuid,
        writerId: uuid,
        writerSide: 'mentor',
        aboutId: uuid,
        programId: 'bethel-nome-exchange',
        topicId: 'case_notes',
        quarter: '2026-Q4',
        points: 4,
        able: 'partly',
        goOn: 'done',
        themes: [...themes],
        releasesThemes: true,
        showsPartner: true,
        contactMe: true,
      }
    : undefined,
  mayChange: true,
  pairing: 'trial',
  contact: words.slice(0, 110),
  comesOut: now.plus({ days: 44 }),
  zone: 'America/Anchorage',
  now,
});

const reportOf = (words: string): cards.ReportView => {
  const figure = { evaluations: 12, average: 4.3 };
  const topics = Array.from({ length: 40 }, (_, n) => ({ ...figure, label: `${n} ${words.slice(0, 100)}` }));
  return {
    programId: 'bethel-nome-exchange',
    program: words.slice(0, 110),
    source: words.slice(0, 200),
    quarter: '2026-Q4',
    released: { mentees: { total: figure, topics }, mentors: { total: undefined, topics: [] }, themes: [...themes] },
    comesOut: now.plus({ days: 44 }),
    earlier: '2026-Q3',
    later: '2027-Q1',
    asFile: true,
    zone: 'America/Anchorage',
    now,
  };
};

/** What is said of evaluations and of what is published of them. */
function evaluationCards(words: string): readonly Card[] {
  const [asked, given, whole] = [evaluationOf(words, false), evaluationOf(words, true), reportOf(words)];
  const fixed = { ...given, mayChange: false };
  const shown: cards.WordsView = {
    writer: given.partner,
    about: given.partner,
    side: 'mentee',
    heldOn: given.heldOn,
    topic: given.topic,
    answers: { points: 2, able: 'not-yet', goOn: 'no' },
    words: { helped: words.slice(0, 1000), improve: words.slice(0, 1000) },
    contact: viewOf('accepted', 'email', words).contact,
    now,
  };
  return [
    cards.evaluationCard(asked),
    cards.evaluationCard(given),
    ...[asked, given].flatMap((view) =>
      [false, true].flatMap((isLast) => [
        cards.evaluationOutstanding({ ...view, isLast }),
        cards.evaluationBrief({ ...view, isLast }),
      ]),
    ),
    cards.evaluationCard(fixed, cards.evaluationFixed(fixed)),
    cards.nothingToEvaluate(),
    cards.wordsShown(shown),
    cards.wordsTakenBack(),
    cards.contactAsked(shown),
    cards.contactTakenBack(),
    cards.report(whole),
    cards.report({ ...whole, released: undefined }),
    cards.report({ ...whole, released: undefined, comesOut: now.minus({ days: 1 }), earlier: undefined }),
    cards.reportFile('2026-Q4', 'https://mentor.example.gov/files/token'),
    cards.noReportFile(),
    cards.reportReleased('2026-Q4', 'bethel-nome-exchange', words.slice(0, 110)),
  ];
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
        { others: Array.from({ length: 20 }, (_, n) => mentorOf(`m${n}`, words)) },
      ),
    },
    {
      title: `ask where there is one other mentor, ${voice}`,
      form: cards.askForm(mentorOf('joan', words), [topicOf(words)], 'case_notes', 'draft', {
        others: [mentorOf('m', words)],
      }),
    },
    { title: `tell me more, ${voice}`, form: cards.moreForm(viewOf('waiting', 'chat', words)) },
    {
      title: `answer a question, ${voice}`,
      form: cards.answerForm(fullView(viewOf('waiting', 'chat', words), words, 'asked')),
    },
    {
      title: `become a mentor, ${voice}`,
      form: cards.mentorForm(
        Array.from({ length: 49 }, (_, n) => ({
          id: `t${n}`,
          label: words.slice(0, 110),
          group: words.slice(0, 60),
          isOpen: n % 7 === 0,
        })),
        { step: 'join', terms: terms(words) },
      ),
    },
    {
      title: `confirm my mentor entry, ${voice}`,
      form: cards.mentorForm([{ ...topicOf(words), group: words.slice(0, 60), isOpen: true }], {
        step: 'confirm',
        terms: terms(words),
      }),
    },
    {
      title: `my mentor entry, ${voice}`,
      form: cards.mentorForm([{ ...topicOf(words), group: words.slice(0, 60), isOpen: false }], { step: 'change' }),
    },
    {
      title: `ask, and the supervisor will hear, ${voice}`,
      form: cards.askForm(mentorOf('joan', words), [topicOf(words)], 'case_notes', 'draft', {
        beforehand: [cards.supervisorWillHear(words.slice(0, 110))],
      }),
    },
    {
      title: `ask somebody to sit in, ${voice}`,
      form: cards.sitInForm(words.slice(0, 110), words.slice(0, 110), uuid, [
        { personId: uuid, name: words.slice(0, 110), office: words.slice(0, 110), as: 'supervisor' },
        { personId: 'other', name: words.slice(0, 110), office: null, as: 'coordinator' },
      ]),
    },
    {
      title: `a concern about one exchange, ${voice}`,
      form: cards.concernForm({
        draft: uuid,
        readers: [readerOf(words, 'coordinator')],
        about: exchangeOf(words),
        exchanges: [],
      }),
    },
    {
      title: `a concern about anything, ${voice}`,
      form: cards.concernForm({
        draft: uuid,
        readers: [readerOf(words, 'coordinator'), { ...readerOf(words, 'program_manager'), personId: 'other' }],
        about: undefined,
        exchanges: [exchangeOf(words)],
      }),
    },
    ...[...digestForms(words), ...sessionForms(words), ...nudgeForms(words)].map((form, index) => ({
      title: `${form.name} ${index}, ${voice}`,
      form,
    })),
    ...meetingForms(words).map((form, index) => ({ title: `${form.name} ${index}, ${voice}`, form })),
    ...daysOffForms(words).map((form, index) => ({ title: `${form.name} ${index}, ${voice}`, form })),
    ...settingsForms().map((form, index) => ({ title: `${form.name} ${index}, ${voice}`, form })),
    { title: `pause, ${voice}`, form: cards.pauseForm() },
    { title: `link an account, ${voice}`, form: cards.linkForm(claimOf('waiting', words)) },
    { title: `link an account from the list, ${voice}`, form: cards.linkForm(claimOf('waiting', words), 3) },
    { title: `evaluate, ${voice}`, form: cards.evaluationForm(evaluationOf(words, false)) },
    { title: `change an evaluation, ${voice}`, form: cards.evaluationForm(evaluationOf(words, true)) },
    {
      title: `a request that was begun, ${voice}`,
      form: cards.withDraft(
        cards.askForm(mentorOf('joan', words), [topicOf(words)], 'case_notes', 'draft'),
        begun(words).which,
      ),
    },
    { title: `decline, ${voice}`, form: cards.declineForm(viewOf('waiting', 'chat', words)) },
  ]);
