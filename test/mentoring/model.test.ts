import fc from 'fast-check';
import { DateTime } from 'luxon';
import { decide, evolve, type Patience, type Request, type RequestAct, type RequestState } from '../../src/mentoring';
import { counted } from '../faults/counted';

const asked = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const patience: Patience = { remindAt: asked.plus({ days: 3 }), expireAt: asked.plus({ days: 10 }) };
const start: Request = {
  requestId: 'r',
  programId: 'p',
  topicId: 't',
  menteeId: 'ana',
  mentorId: 'joan',
  state: 'waiting',
  version: 1,
  ways: [],
  reasonKind: null,
  askedAt: asked,
  remindedAt: null,
  endedAt: null,
};

const who = fc.constantFrom('ana', 'joan', 'eve');
const when = fc.integer({ min: 0, max: 14 * 24 }).map((hours) => asked.plus({ hours }));
const anyAct: fc.Arbitrary<RequestAct> = fc.oneof(
  who.map((by): RequestAct => ({ act: 'accept', by })),
  who.map((by): RequestAct => ({ act: 'decline', by, reasonKind: 'other' })),
  who.map((by): RequestAct => ({ act: 'withdraw', by })),
  when.map((at): RequestAct => ({ act: 'remind', at })),
  when.map((at): RequestAct => ({ act: 'expire', at })),
  who.map((by): RequestAct => ({ act: 'leave', by })),
);

const mayDo = (act: RequestAct): boolean => {
  if (act.act === 'accept' || act.act === 'decline') return act.by === 'joan';
  if (act.act === 'leave') return act.by !== 'eve';
  return act.act !== 'withdraw' || act.by === 'ana';
};
const endOf = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', expire: 'expired' } as const;

/** The state that an act leads to. */
const after = (act: RequestAct): RequestState => {
  if (act.act === 'remind') return 'waiting';
  if (act.act === 'leave') return act.by === 'joan' ? 'mentor-left' : 'mentee-left';
  return endOf[act.act];
};

const isTooEarly = (request: Request, act: RequestAct): boolean =>
  (act.act === 'expire' && act.at < patience.expireAt) ||
  (act.act === 'remind' && (act.at < patience.remindAt || request.remindedAt !== null));

/** One act, held against what must come of it; the request after it. */
function step(request: Request, act: RequestAct, at: DateTime): Request {
  const decision = decide(request, act, patience);
  if (!mayDo(act) || request.state !== 'waiting') {
    expect(decision).toMatchObject({ ok: false, because: { code: mayDo(act) ? 'over-already' : 'not-yours' } });
    return request;
  }
  if (!decision.ok) throw new Error(`${act.act} was refused while it waits.`);
  const [event] = decision.events;
  expect(event === undefined).toBe(isTooEarly(request, act));
  if (!event) return request;
  const next = evolve(request, event, at);
  expect(next.version).toBe(request.version + 1);
  expect(next.state).toBe(after(act));
  expect(next.endedAt === null).toBe(next.state === 'waiting');
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
