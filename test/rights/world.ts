import { randomUUID } from 'node:crypto';
import type { ChannelName, Act as ChatAct, Reply } from '../../src/chat';
import type { DataClass, Relation } from '../../src/mentoring';
import { type House, openHouse } from '../chat';
import { anyStore, testClock } from '../databases';
import { idsByName, inside } from '../faults/crowd';

const people = `name,email,unit,grade,slack_team,slack_user,teams_tenant,teams_user,roles,mentor_topics,mentor_capacity,supervisor_email
Ana Reyes,ana@a.example.gov,DPA > Bethel,ET I,,,t1,ana,mentee,,,sue@a.example.gov
Joan Ek,joan@a.example.gov,DPA > Nome,ET III,T1,joan,,,mentor,organization,2,sid@a.example.gov
Wendy Tran,wendy@a.example.gov,DPA > Nome,ET III,T1,wendy,,,mentor,interviewing,2,
Victor Hale,victor@a.example.gov,DPA > Nome,ET III,T1,victor,,,mentor,case_notes,2,
Leo Lane,leo@a.example.gov,DPA > Nome,ET III,T1,leo,,,mentor,organization,2,
Ben Carter,ben@a.example.gov,DPA > Bethel,ET I,T1,ben,,,mentee,,,
Sue Park,sue@a.example.gov,DPA > Bethel,ET V,T1,sue,,,supervisor,,,tom@a.example.gov
Tom Above,tom@a.example.gov,DPA > Bethel,Chief,T1,tom,,,supervisor,,,
Sid Beside,sid@a.example.gov,DPA > Nome,ET V,T1,sid,,,supervisor,,,
Nora Bright,nora@a.example.gov,DPA > Bethel,Specialist,T1,nora,,,coordinator@Bethel/bethel-nome-exchange,,,
Pam Lund,pam@a.example.gov,DPA > Anchorage,Manager,T1,pam,,,program_manager@/bethel-nome-exchange,,,
Olga Pete,olga@a.example.gov,DPA > Juneau,Specialist,T1,olga,,,coordinator@Juneau/bethel-nome-exchange,,,
Paul Orr,paul@a.example.gov,DPA > Bethel,Specialist,T1,paul,,,coordinator@/another-program,,,
Rita Was,rita@a.example.gov,DPA > Bethel,Specialist,T1,rita,,,coordinator;program_manager,,,
Cora Both,cora@a.example.gov,DPA > Bethel,Specialist,T1,cora,,,coordinator;mentee,,,
Mia Both,mia@a.example.gov,DPA > Bethel,Manager,T1,mia,,,program_manager;mentor,organization,2,
`;

export type Side = 'mentee' | 'mentor';

/** Two people with everything that there can be between them, each private word marked with their letter and its writer. */
export type Pair = {
  readonly letter: 'A' | 'B';
  readonly mentee: string;
  readonly mentor: string;
  readonly names: Readonly<Record<Side, string>>;
  readonly mentorId: string;
  readonly request: string;
  readonly waiting: string;
  readonly declined: string;
  readonly pairing: string;
  /** Logged by each of the two, on different days. */
  readonly sessions: Readonly<Record<Side, string>>;
  /** A third one, that both agree on and each has evaluated. */
  readonly evaluated: string;
  /** Written by the mentee, to the coordinator nora. */
  readonly concern: string;
};

/** The mark of a private word: no other text holds it. */
export const canary = (what: string, { letter }: Pick<Pair, 'letter'>, writer: Side): string =>
  `CANARY-${what}-${letter}-${writer}`;

/** What each of the two says of the session that they agree on; nothing is ticked. */
export const evaluationOf = (pair: Pick<Pair, 'letter'>, writer: Side) => ({
  points: writer === 'mentee' ? '4' : '2',
  able: 'yes',
  go_on: 'yes',
  helped: canary('helped', pair, writer),
  improve: canary('improve', pair, writer),
});

export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld() {
  const clock = testClock();
  const store = await anyStore({ clock });
  const house: House = await openHouse(store, people, clock);
  const ids = await idsByName(house);
  const idOf = (name: string): string => ids.get(name) ?? '';
  const channelOf = (user: string): ChannelName => (user === 'ana' ? 'teams' : 'slack');
  let messages = 0;
  const act = (user: string, own: ChatAct): Promise<readonly Reply[]> => {
    messages += 1;
    return house.act(channelOf(user), user, own, `probe-${messages}`);
  };
  const press = (user: string, intent: string, args: Readonly<Record<string, string | number>>) =>
    act(user, { kind: 'action', token: { intent, args } });
  const send = (user: string, intent: string, args: Readonly<Record<string, string | number>>, values: object) =>
    act(user, { kind: 'form', token: { intent, args }, values: { ...values } });

  const rowId = async (sql: string, values: readonly unknown[]): Promise<string> => {
    const [row] = await inside(house, sql, values);
    if (!row) throw new Error(`The world lacks a row: ${sql}`);
    return String(row.id);
  };

  const words = { suits: '', need: '' };
  async function asks(pair: Pick<Pair, 'letter' | 'mentee'>, mentor: string, topic: string): Promise<string> {
    const need = canary('need', pair, 'mentee');
    const suits = canary('suits', pair, 'mentee');
    await send(pair.mentee, 'ask', { mentor: idOf(mentor), topic }, { ...words, topic, need, suits });
    return rowId(
      `select r.request_id as id from request r join person p on p.organization_id = r.organization_id and p.person_id = r.mentee_id
       where r.mentor_id = $1 and p.email like $2`,
      [idOf(mentor), `${pair.mentee}@%`],
    );
  }

  async function evaluates(pair: Pick<Pair, 'letter' | 'mentee'>, mentor: string, pairing: string): Promise<string> {
    const on = '2026-11-14';
    const values = { on, minutes: '20', way: 'phone', topic: 'organization', summary: '', note: '' };
    await send(pair.mentee, 'log', { pairing }, values);
    const session = await rowId('select session_id as id from session where pairing_id = $1 and held_on = $2', [
      pairing,
      on,
    ]);
    await press(mentor, 'confirm-session', { session, version: 1 });
    await send(pair.mentee, 'evaluate', { session }, evaluationOf(pair, 'mentee'));
    await send(mentor, 'evaluate', { session }, evaluationOf(pair, 'mentor'));
    await rowId('select session_id as id from evaluation where session_id = $1 group by 1 having count(*) = 2', [
      session,
    ]);
    return session;
  }

  async function pairUp(letter: Pair['letter'], mentee: string, mentor: string, names: Pair['names']): Promise<Pair> {
    const own = { letter, mentee };
    const declined = await asks(own, 'Victor Hale', 'case_notes');
    const reason = canary('reason', own, 'mentor');
    await send('victor', 'decline', { request: declined, version: 1 }, { reason: 'no-time', words: reason });
    await house.settle();
    const request = await asks(own, names.mentor, 'organization');
    await press(mentor, 'accept', { request, version: 1 });
    await house.settle();
    const pairing = await rowId('select pairing_id as id from pairing where request_id = $1', [request]);
    const logs = async (side: Side, on: string): Promise<string> => {
      const values = {
        on,
        minutes: '47',
        way: 'phone',
        topic: 'organization',
        summary: canary('summary', own, side),
        note: canary('note', own, side),
      };
      await send(side === 'mentee' ? mentee : mentor, 'log', { pairing }, values);
      return rowId('select session_id as id from session where pairing_id = $1 and held_on = $2', [pairing, on]);
    };
    const sessions = { mentee: await logs('mentee', '2026-11-16'), mentor: await logs('mentor', '2026-11-17') };
    const evaluated = await evaluates(own, mentor, pairing);
    const prepares = async (side: Side, user: string) =>
      send(user, 'agenda', { pairing }, { words: canary('agenda', own, side) });
    await prepares('mentee', mentee);
    await prepares('mentor', mentor);
    const waiting = await asks(own, 'Wendy Tran', 'interviewing');
    await house.settle();
    const mentorId = idOf(names.mentor);
    const concern = randomUUID();
    const reader = idOf('Nora Bright');
    await send(
      mentee,
      'concern',
      { pairing, draft: concern, reader },
      { kind: 'other', words: canary('concern', own, 'mentee'), reader },
    );
    await rowId('select concern_id as id from concern where concern_id = $1', [concern]);
    await house.settle();
    return {
      letter,
      mentee,
      mentor,
      names,
      mentorId,
      request,
      waiting,
      declined,
      pairing,
      sessions,
      evaluated,
      concern,
    };
  }

  const a = await pairUp('A', 'ana', 'joan', { mentee: 'Ana Reyes', mentor: 'Joan Ek' });
  const b = await pairUp('B', 'cora', 'mia', { mentee: 'Cora Both', mentor: 'Mia Both' });
  house.profiles.set('slack:kim', { name: 'CANARY-KIM', email: 'canary.kim@elsewhere.example.org', guest: false });
  await house.say('slack', 'kim', 'hello');
  await house.act('slack', 'ben', { kind: 'action', token: { intent: 'keep-wish', args: { topic: 'excel' } } });
  await house.settle();
  const claim = await rowId('select claim_id as id from account_claim', []);
  await inside(house, 'delete from person_role where person_id = $1', [idOf('Rita Was')]);

  const heard = new Map<string, Promise<readonly Reply[]>>();
  return {
    house,
    a,
    b,
    claim,
    press,
    send,
    /** What is answered to these words; asked once, as nothing that is tried here changes it. */
    hear(user: string, text: string): Promise<readonly Reply[]> {
      const key = `${user}: ${text}`;
      const answer = heard.get(key) ?? house.say(channelOf(user), user, text);
      heard.set(key, answer);
      return answer;
    },
    search: (user: string, text: string) =>
      act(user, { kind: 'search', token: { intent: 'find-person', args: {} }, text }),
    rows: (sql: string, values: readonly unknown[] = []) => inside(house, sql, values),
    async close() {
      await house.close();
      await store.drop();
    },
  };
}

/** Somebody who tries; `column` is what she is to the things of `pair`, as the table names it. */
export type Actor = {
  readonly who: string;
  readonly user: string;
  readonly pair: Pair['letter'];
  readonly column: Relation;
  /** What she is to things of the whole organization, where that is something else. */
  readonly organization?: Relation;
  readonly turns?: false;
  /** The concern was given to her. */
  readonly handles?: true;
};

export const actors: readonly Actor[] = [
  { who: 'the mentee', user: 'ana', pair: 'A', column: 'mentee', organization: 'other' },
  { who: 'the mentor', user: 'joan', pair: 'A', column: 'mentor', organization: 'other' },
  { who: 'a colleague', user: 'ben', pair: 'A', column: 'other' },
  { who: 'another mentor', user: 'leo', pair: 'A', column: 'other' },
  { who: 'her supervisor', user: 'sue', pair: 'A', column: 'supervisor' },
  { who: 'the supervisor of her supervisor', user: 'tom', pair: 'A', column: 'other' },
  { who: 'the supervisor of her mentor', user: 'sid', pair: 'A', column: 'other' },
  { who: 'her coordinator', user: 'nora', pair: 'A', column: 'coordinator', handles: true },
  { who: 'the program manager', user: 'pam', pair: 'A', column: 'program_manager' },
  { who: 'the coordinator of another unit', user: 'olga', pair: 'A', column: 'other', organization: 'coordinator' },
  {
    who: 'the coordinator of another program',
    user: 'paul',
    pair: 'A',
    column: 'other',
    organization: 'coordinator',
    turns: false,
  },
  { who: 'a coordinator and manager of yesterday', user: 'rita', pair: 'A', column: 'other' },
  { who: 'a coordinator who is the mentee', user: 'cora', pair: 'B', column: 'mentee', organization: 'coordinator' },
  {
    who: 'a program manager who is the mentor',
    user: 'mia',
    pair: 'B',
    column: 'mentor',
    organization: 'program_manager',
  },
];

const ofOrganization: ReadonlySet<DataClass> = new Set<DataClass>(['accounts', 'topic-figures', 'days-off']);

export const columnOf = (actor: Actor, data: DataClass): Relation =>
  ofOrganization.has(data) ? (actor.organization ?? actor.column) : actor.column;
