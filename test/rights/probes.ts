import type { Reply } from '../../src/chat';
import type { Act, DataClass } from '../../src/mentoring';
import { canary, evaluationOf, type Pair, type Side, type World } from './world';

/** A word or figure that tells what is protected; `writer` where it is one side's own. */
export type Secret = { readonly shows: RegExp; readonly writer?: Side };
export type Road = (world: World, user: string, pair: Pair) => Promise<readonly Reply[]>;

/** How somebody could come to a class of data: every way there is in the product, for each act. */
export type Probe = {
  readonly [act in Act]: readonly Road[];
} & {
  readonly secrets: (pair: Pair) => readonly Secret[];
  /** What a list shows to whoever may see all of it; what tells that it exists to whoever may know that. */
  readonly listed?: (pair: Pair) => RegExp;
  readonly known?: (pair: Pair) => RegExp;
  /** What a write that was refused must have left alone. */
  readonly rows: string;
};

const press =
  (intent: string, args: (pair: Pair, world: World) => Readonly<Record<string, string | number>>): Road =>
  (world, user, pair) =>
    world.press(user, intent, args(pair, world));
const say =
  (text: string): Road =>
  (world, user) =>
    world.hear(user, text);

const own = (what: string) => (pair: Pair) =>
  (['mentee', 'mentor'] as const).map((writer) => ({ shows: new RegExp(canary(what, pair, writer)), writer }));
const both = (what: string) => (pair: Pair) => own(what)(pair).map(({ shows }) => ({ shows }));

const overview = say('overview');
const mine = say('mine');
const hello = say('hello');
const cards: readonly Road[] = [
  press('request', ({ request }) => ({ request })),
  press('request', ({ waiting }) => ({ request: waiting })),
  press('pairing', ({ pairing }) => ({ pairing })),
  press('see-pair', ({ pairing }) => ({ pairing })),
];
const sessions: readonly Road[] = (['mentee', 'mentor'] as const).flatMap((side) => [
  press('session', (pair) => ({ session: pair.sessions[side] })),
  press('correct-session', (pair) => ({ session: pair.sessions[side], version: 1 })),
]);
const needs: readonly Road[] = [say('digest'), say('inactive'), say('waitlist')];
const lists: readonly Road[] = [mine, hello, overview, ...needs];

/** Logs a session of its own for each of the two: on days of November that nobody else logs. */
const logs =
  (day: number): Road =>
  (world, user, { pairing, mentee }) =>
    world.send(
      user,
      'log',
      { pairing },
      {
        on: `2026-11-${String(user === mentee ? day : day + 1).padStart(2, '0')}`,
        minutes: '30',
        way: 'phone',
        topic: 'organization',
        summary: 'x',
        note: 'y',
      },
    );
const sideOf = (user: string, { mentor }: Pair): Side => (user === mentor ? 'mentor' : 'mentee');
const evaluates: Road = (world, user, pair) =>
  world.send(user, 'evaluate', { session: pair.evaluated }, evaluationOf(pair, sideOf(user, pair)));
const evaluations: readonly Road[] = [
  press('evaluate', ({ evaluated }) => ({ session: evaluated })),
  press('session', ({ evaluated }) => ({ session: evaluated })),
];
const figures: readonly Road[] = [press('report', () => ({})), press('mentor', () => ({}))];
const ofEvaluations = 'select evaluation_id, points, able, go_on, contact_me, shows_partner from evaluation order by 1';

const ofSessions = 'select pairing_id, held_on, minutes, state, summary, version from session order by session_id';

/** What the words of a conversation come to, with the exchange settled by a button. */
const byTalk = (intent: string): Road => press('fill', ({ pairing }) => ({ intent, pairing }));
const tells =
  (day: number): Road =>
  (world, user, { pairing, mentee }) =>
    world.press(user, 'fill', {
      intent: 'log_session',
      pairing,
      minutes: 30,
      on: `2026-11-${String(user === mentee ? day : day + 1).padStart(2, '0')}`,
      way: 'phone',
    });

/** One probe for each class of data that has landed. */
export const probes: Readonly<Partial<Record<DataClass, Probe>>> = {
  'directory-card': {
    read: [
      (world, user, pair) =>
        user === pair.mentor
          ? world.press(user, 'mentor', {})
          : world.press(user, 'ask', { mentor: pair.mentorId, topic: 'organization' }),
    ],
    write: [press('resume', () => ({}))],
    list: [
      (world, user, pair) =>
        user === pair.mentor ? world.press(user, 'mentor', {}) : world.hear(user, 'find organization'),
    ],
    secrets: ({ names }) => [{ shows: new RegExp(`${names.mentor}|paired for this topic already`) }],
    listed: ({ names }) => new RegExp(`${names.mentor}|Joan Ek|Mia Both`),
    rows: 'select person_id, capacity, paused_until from mentor_profile order by person_id',
  },
  'request-words': {
    read: [...cards, press('decline', ({ request }) => ({ request, version: 1 }))],
    write: [press('withdraw', ({ request }) => ({ request, version: 1 }))],
    list: lists,
    secrets: (pair) => [...own('need')(pair), ...own('suits')(pair)].filter(({ writer }) => writer === 'mentee'),
    listed: ({ names }) => new RegExp(`Wendy Tran|${names.mentee}`),
    known: ({ names }) => new RegExp(`${names.mentee} waits for`),
    rows: 'select request_id, state, version from request order by request_id',
  },
  'request-reason': {
    read: [press('request', ({ declined }) => ({ request: declined }))],
    write: [
      (world, user, { declined }) =>
        world.send(user, 'decline', { request: declined, version: 1 }, { reason: 'other', words: 'changed' }),
    ],
    list: lists,
    secrets: (pair) => own('reason')(pair).filter(({ writer }) => writer === 'mentor'),
    rows: 'select request_id, state, reason_kind, reason, version from request order by request_id',
  },
  pairing: {
    read: [
      press('pairing', ({ pairing }) => ({ pairing })),
      press('nudge', ({ pairing }) => ({ pairing })),
      press('not-working', ({ pairing }) => ({ pairing })),
      byTalk('end_pairing'),
      byTalk('schedule_meeting'),
      press('see-pair', ({ pairing }) => ({ pairing })),
      overview,
    ],
    write: [press('go-on', ({ pairing }) => ({ pairing, version: 1 }))],
    list: lists,
    secrets: ({ names }) => [
      { shows: new RegExp(`Your mentor: ${names.mentor}|Your mentee: ${names.mentee}|${names.mentee} is paired with`) },
    ],
    listed: ({ names }) =>
      new RegExp(`${names.mentee} is paired with ${names.mentor}|Your mentor since|Your mentee since|Paired with`),
    rows: 'select pairing_id, state, version from pairing order by pairing_id',
  },
  'pair-care': {
    read: [
      press('see-pair', ({ pairing }) => ({ pairing })),
      press('re-pair', ({ pairing }) => ({ pairing })),
      press('write-both', ({ pairing }) => ({ pairing })),
    ],
    write: [
      press('ask-pair', ({ pairing }) => ({ pairing })),
      press('pair-not-fine', ({ pairing }) => ({ pairing })),
      press('pair-fine', ({ pairing }) => ({ pairing, weeks: 4 })),
      // Without a reason, who may do it gets the form again; the pair goes on, as other cells need it.
      (world, user, { pairing }) => world.send(user, 're-pair', { pairing }, { why: '' }),
      (world, user, { pairing }) => world.send(user, 'write-both', { pairing }, { words: '' }),
    ],
    list: needs,
    secrets: ({ names }) => [{ shows: new RegExp(`${names.mentee} and ${names.mentor}`) }],
    rows: `select pairing_id, until from pairing_fine order by 1`,
  },
  'session-facts': {
    read: sessions,
    write: [logs(2), tells(8)],
    list: [...lists, ...cards],
    secrets: () => [{ shows: /47 min|"minutes":"47"/ }],
    rows: ofSessions,
  },
  'session-summary': {
    read: sessions,
    write: [logs(4)],
    list: [...lists, ...cards],
    secrets: both('summary'),
    rows: ofSessions,
  },
  'private-note': {
    read: sessions,
    write: [logs(6)],
    list: [...lists, ...cards],
    secrets: own('note'),
    rows: 'select session_id, person_id, words from note order by session_id, person_id',
  },
  agenda: {
    read: [
      press('agenda', ({ pairing }) => ({ pairing })),
      byTalk('agenda'),
      press('pairing', ({ pairing }) => ({ pairing })),
    ],
    write: [
      (world, user, pair) =>
        world.send(user, 'agenda', { pairing: pair.pairing }, { words: canary('agenda', pair, sideOf(user, pair)) }),
    ],
    list: lists,
    secrets: both('agenda'),
    rows: 'select pairing_id, agenda, resources from pairing order by pairing_id',
  },
  ratings: {
    read: evaluations,
    write: [evaluates],
    list: [...lists, ...figures],
    secrets: () => [
      { shows: /"points":"4"/, writer: 'mentee' },
      { shows: /"points":"2"/, writer: 'mentor' },
    ],
    rows: ofEvaluations,
  },
  comments: {
    read: evaluations,
    write: [evaluates],
    list: [...lists, ...figures, ...cards],
    secrets: (pair) => [...own('helped')(pair), ...own('improve')(pair)],
    rows: ofEvaluations,
  },
  concern: {
    read: [press('show-concern', ({ concern }) => ({ concern }))],
    write: [press('take-concern', ({ concern }) => ({ concern }))],
    list: [...lists, ...cards],
    secrets: (pair) => own('concern')(pair).filter(({ writer }) => writer === 'mentee'),
    rows: 'select concern_id, state, version, handler_id from concern order by concern_id',
  },
  audit: {
    read: [press('privacy', () => ({ part: 'looks' }))],
    write: [],
    list: [press('privacy', () => ({ part: 'looks' }))],
    secrets: () => [{ shows: /coordinator saw that you are paired/ }],
    listed: () => /coordinator saw that you are paired/,
    rows: 'select 1',
  },
  accounts: {
    read: [press('claim', (_, { claim }) => ({ claim })), press('link-account', (_, { claim }) => ({ claim }))],
    write: [
      press('undo-claim', (_, { claim }) => ({ claim })),
      (world, user) => world.send(user, 'link-account', { claim: world.claim }, { person: '', name: '', email: 'no' }),
    ],
    list: [say('accounts'), (world, user) => world.search(user, 'Reyes')],
    secrets: () => [{ shows: /CANARY-KIM|canary\.kim/ }],
    listed: () => /CANARY-KIM|Ana Reyes/,
    rows: 'select claim_id, state, person_id from account_claim',
  },
  'topic-figures': {
    read: [overview],
    write: [press('open-topic', () => ({ topic: 'interviewing' })), press('close-topic', () => ({ topic: 'word' }))],
    list: [overview, press('closed', () => ({}))],
    secrets: () => [{ shows: /1 wish kept/ }],
    listed: () => /1 wish kept/,
    rows: 'select program_id, topic_id from topic_open order by program_id, topic_id',
  },
  'days-off': {
    read: [press('days-off', () => ({}))],
    write: [
      press('day-off-add', () => ({})),
      press('days-off-change', () => ({})),
      press('day-off-undo', () => ({ day: '12-24' })),
      (world, user) => world.send(user, 'day-off-add', {}, { name: 'Closed', day: '2027-08-02', every: 'once' }),
      async (world, user) => {
        const [shown] = await world.press(user, 'days-off-change', {});
        const args = shown?.kind === 'form' ? shown.form.token.args : {};
        return world.send(user, 'days-off-change', args, {
          federal: ['christmas', user === 'nora' ? 'labor' : 'king'],
        });
      },
    ],
    list: [press('days-off', () => ({}))],
    secrets: () => [{ shows: /Christmas Day/ }],
    listed: () => /Christmas Day/,
    rows: 'select day, name from day_off order by day',
  },
};

/** Classes whose part of the product is not built yet: each needs its probe as soon as it is. */
export const notBuilt: readonly DataClass[] = ['own-data'];

/** What the table allows and nothing in the product shows yet, with why. */
export const noRoad: Readonly<Record<string, string>> = {
  'request-reason mentor read': 'a mentor does not need to be told her own reason',
  'request-reason mentor write': 'a reason is given once, with the no',
  'request-reason mentee list': 'it stands on the request’s own card alone',
  'request-reason mentor list': 'it stands on the request’s own card alone',
  'pairing supervisor read': 'a supervisor is told once that her report takes part',
  'pairing supervisor list': 'a supervisor is told once that her report takes part',
  'session-facts coordinator read': 'the coordinator’s look at single pairings comes with the reports',
  'session-facts coordinator list': 'the coordinator’s look at single pairings comes with the reports',
  'session-facts mentee list': 'sessions are not listed yet',
  'session-facts mentor list': 'sessions are not listed yet',
  'session-summary coordinator read': 'the coordinator’s look at single pairings comes with the reports',
  'session-summary coordinator list': 'the coordinator’s look at single pairings comes with the reports',
  'session-summary mentee list': 'sessions are not listed yet',
  'session-summary mentor list': 'sessions are not listed yet',
  'private-note mentee list': 'notes are not listed',
  'private-note mentor list': 'notes are not listed',
  'concern mentee read': 'its words are not said again: her card says how it stands',
  'concern mentee write': 'it is written once',
  'concern mentor write': 'it is written once',
  'concern mentee list': 'her concerns are not listed yet',
  'concern mentor list': 'her concerns are not listed yet',
  'concern coordinator list': 'each concern has its own card, and no list',
  'audit coordinator read': 'what she did herself is shown nowhere yet',
  'audit coordinator list': 'what she did herself is shown nowhere yet',
  'audit program_manager read': 'the audit is read by the administrator today',
  'audit program_manager list': 'the audit is read by the administrator today',
};
