import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Decision, Request } from '../../src/mentoring';
import { accept, acceptOneSession, ask, askMore, type Caller, decline, tellMore, withdraw } from '../../src/services';
import { onServer } from '../databases';
import { counted, patience } from './counted';
import { openWorld, topic, type World } from './world';

const acts = ['ask', 'accept', 'accept-session', 'decline', 'withdraw', 'ask-more', 'tell-more'] as const;
type Step = { readonly act: (typeof acts)[number]; readonly mentee: number };
/** `asked` and `answered`: it waits, and the mentor's question is so far. */
type State = 'none' | 'waiting' | 'asked' | 'answered' | 'accepted' | 'trial' | 'declined' | 'withdrawn';
const places = 2;
const mentees = 4;
const runs = counted(200);

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    mentee: fc.nat(mentees - 1),
  }),
  { minLength: 1, maxLength: 12 },
);

const waits = (state: State): boolean => state === 'waiting' || state === 'asked' || state === 'answered';
const isPaired = (state: State): boolean => state === 'accepted' || state === 'trial';

/** What must come of the mentor's question and its answer. */
const questionAfter = (act: 'ask-more' | 'tell-more', state: State): State | `no: ${string}` => {
  if (act === 'ask-more') return state === 'waiting' ? 'asked' : 'no: question-asked';
  if (state === 'asked') return 'answered';
  return state === 'waiting' ? 'no: no-question' : 'no: question-answered';
};

/** What must come of a step, given how it stands: the next state, or the word of the refusal. */
function expected(step: Step, state: State, taken: number): State | `no: ${string}` {
  if (step.act === 'ask') {
    if (waits(state)) return 'no: asked-already';
    if (isPaired(state)) return 'no: paired-already';
    return taken >= places ? 'no: mentor-full' : 'waiting';
  }
  if (state === 'none') return 'no: no-such-request';
  if (!waits(state)) return 'no: over-already';
  switch (step.act) {
    case 'accept':
      return taken >= places ? 'no: no-free-place' : 'accepted';
    case 'accept-session':
      return taken >= places ? 'no: no-free-place' : 'trial';
    case 'decline':
      return 'declined';
    case 'withdraw':
      return 'withdrawn';
    default:
      return questionAfter(step.act, state);
  }
}

const isState = (word: State | `no: ${string}`): word is State => !word.startsWith('no: ');

/** How a request stands, in the words of the model. */
const stateOf = ({ state, more, begins }: Request): string => {
  if (state === 'waiting') return more ?? 'waiting';
  return state === 'accepted' && begins === 'trial' ? 'trial' : state;
};

/** One mentor and four mentees, and how the model says that it stands between them. */
class Story {
  readonly states: State[] = Array.from({ length: mentees }, () => 'none');
  readonly #requests: string[] = Array.from({ length: mentees }, () => randomUUID());

  constructor(
    private readonly world: World,
    private readonly mentor: Caller,
  ) {}

  get accepted(): number {
    return this.states.filter(isPaired).length;
  }

  get trials(): number {
    return this.states.filter((state) => state === 'trial').length;
  }

  async take(step: Step): Promise<void> {
    const mentee = this.world.mentees[step.mentee];
    if (!mentee) throw new Error('There is no such mentee.');
    const before = this.states[step.mentee] ?? 'none';
    const draft = randomUUID();
    const wanted = expected(step, before, this.accepted);
    const outcome = await this.#carryOut(step, mentee, draft);
    const [after] = outcome.ok ? outcome.events : [];
    const came = outcome.ok ? after && stateOf(after) : `no: ${outcome.because.code}`;
    expect({ step, before, came }).toEqual({ step, before, came: wanted });
    if (!isState(wanted)) return;
    this.states[step.mentee] = wanted;
    if (step.act === 'ask') this.#requests[step.mentee] = draft;
  }

  #carryOut({ act, mentee: index }: Step, mentee: Caller, draft: string): Promise<Decision<Request>> {
    const { world, mentor } = this;
    const { house } = world;
    const request = this.#requests[index] ?? '';
    const wish = { mentorId: mentor.person.personId, topicId: topic, draft, need: 'words', ways: [], suits: null };
    switch (act) {
      case 'ask':
        return world.as(mentee, (tx) => ask(tx, house, mentee, wish));
      case 'accept':
        return world.as(mentor, (tx) => accept(tx, house, mentor, request));
      case 'accept-session':
        return world.as(mentor, (tx) => acceptOneSession(tx, house, mentor, request));
      case 'ask-more':
        return world.as(mentor, (tx) => askMore(tx, house, mentor, request, 'a question'));
      case 'tell-more':
        return world.as(mentee, (tx) => tellMore(tx, house, mentee, request, 'an answer'));
      case 'decline':
        return world.as(mentor, (tx) => decline(tx, house, mentor, request, { kind: 'other', words: undefined }));
      case 'withdraw':
        return world.as(mentee, (tx) => withdraw(tx, house, mentee, request));
    }
  }
}

onServer('random stories of one mentor and four mentees on PostgreSQL', () => {
  let world: World;
  beforeAll(async () => {
    // Each story has a mentor of its own; shrinking a counterexample tells some more.
    world = await openWorld({ mentors: runs + 200, mentees, places });
  }, 60_000);
  afterAll(() => world.drop());

  const standing = (mentor: Caller): Promise<Record<string, unknown>[]> =>
    world.rows(
      `select m.load, (select count(*)::int from pairing p where p.mentor_id = m.person_id and p.state <> 'ended') as pairings,
         (select count(*)::int from pairing p where p.mentor_id = m.person_id and p.state = 'trial') as trials,
         (select bool_and(o.open = (m.load < m.capacity)) from offer o where o.mentor_id = m.person_id) as honest
       from mentor_profile m where m.person_id = $1`,
      [mentor.person.personId],
    );

  it(
    'go as the model says, step by step',
    async () => {
      let told = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          const mentor = world.mentors[told];
          told += 1;
          if (!mentor) throw new Error('There are no more mentors.');
          const story = new Story(world, mentor);
          for (const step of taken) await story.take(step);
          expect(await standing(mentor)).toEqual([
            { load: story.accepted, pairings: story.accepted, trials: story.trials, honest: true },
          ]);
          // So that a day's limit of requests does not end the next story.
          await world.rows(`update request set asked_at = asked_at - interval '2 days'`);
        }),
        { numRuns: runs },
      );
    },
    patience,
  );
});
