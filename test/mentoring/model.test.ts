import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  decide,
  evolve,
  newRequest,
  type Patience,
  type Request,
  type RequestAct,
  type RequestState,
} from '../../src/mentoring';
import { counted } from '../faults/counted';

const asked = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const patience: Patience = { remindAt: asked.plus({ days: 3 }), expireAt: asked.plus({ days: 10 }) };
const start: Request = newRequest({
  requestId: 'r',
  programId: 'p',
  topicId: 't',
  menteeId: 'ana',
  mentorId: 'joan',
  ways: [],
  askedAt: asked,
  nextChoices: [],
});

const who = fc.constantFrom('ana', 'joan', 'eve');
const when = fc.integer({ min: 0, max: 14 * 24 }).map((hours) => asked.plus({ hours }));
const anyAct: fc.Arbitrary<RequestAct> = fc.oneof(
  fc.tuple(who, fc.constantFrom('active', 'trial')).map(([by, begins]): RequestAct => ({ act: 'accept', by, begins })),
  who.map((by): RequestAct => ({ act: 'decline', by, reasonKind: 'other' })),
  who.map((by): RequestAct => ({ act: 'withdraw', by })),
  when.map((at): RequestAct => ({ act: 'remind', at })),
  when.map((at): RequestAct => ({ act: 'expire', at })),
  who.map((by): RequestAct => ({ act: 'leave', by })),
  who.map((by): RequestAct => ({ act: 'ask-more', by })),
  who.map((by): RequestAct => ({ act: 'tell-more', by })),
  fc.constant<RequestAct>({ act: 'fill' }),
);

const mayDo = (act: RequestAct): boolean => {
  if (act.act === 'accept' || act.act === 'decline' || act.act === 'ask-more') return act.by === 'joan';
  if (act.act === 'leave') return act.by !== 'eve';
  return (act.act !== 'withdraw' && act.act !== 'tell-more') || act.by === 'ana';
};
const endOf = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
  expire: 'expired',
  fill: 'mentor-full',
} as const;

/** The state that an act leads to. */
const after = (act: RequestAct): RequestState => {
  if (act.act === 'remind' || act.act === 'ask-more' || act.act === 'tell-more') return 'waiting';
  if (act.act === 'leave') return act.by === 'joan' ? 'mentor-left' : 'mentee-left';
  return endOf[act.act];
};

const isTooEarly = (request: Request, act: RequestAct): boolean =>
  (act.act === 'expire' && act.at < patience.expireAt) ||
  (act.act === 'remind' && (act.at < patience.remindAt || request.remindedAt !== null));

/** Why an act is refused by the one who may; undefined where it is not. */
function refusedAs(request: Request, act: RequestAct): string | undefined {
  if (!mayDo(act)) return 'not-yours';
  if (request.state !== 'waiting') return 'over-already';
  if (act.act === 'ask-more' && request.more !== null) return 'question-asked';
  if (act.act === 'tell-more' && request.more !== 'asked')
    return request.more === null ? 'no-question' : 'question-answered';
  return undefined;
}

const moreAfter = (request: Request, act: RequestAct): Request['more'] => {
  if (act.act === 'ask-more') return 'asked';
  return act.act === 'tell-more' ? 'answered' : request.more;
};

/** One act, held against what must come of it; the request after it. */
function step(request: Request, act: RequestAct, at: DateTime): Request {
  const decision = decide(request, act, patience);
  const code = refusedAs(request, act);
  if (code !== undefined) {
    expect(decision).toMatchObject({ ok: false, because: { code } });
    return request;
  }
  if (!decision.ok) throw new Error(`${act.act} was refused while it waits.`);
  const [event] = decision.events;
  expect(event === undefined).toBe(isTooEarly(request, act));
  if (!event) return request;
  const next = evolve(request, event, at);
  expect(next.version).toBe(request.version + 1);
  expect(next.state).toBe(after(act));
  expect(next.more).toBe(moreAfter(request, act));
  expect(next.endedAt === null).toBe(next.state === 'waiting');
  expect(next.begins === null).toBe(next.state !== 'accepted');
  return next;
}

describe('whatever people and time do to a request, in any order', () => {
  it('ends at most once, by the one who may, and then never changes', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        acts.reduce((request, act, index) => step(request, act, asked.plus({ minutes: index })), start);
      }),
      { numRuns: counted(5000) },
    );
  });
});
