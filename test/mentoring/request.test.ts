import { DateTime } from 'luxon';
import { decide, evolve, type Patience, type Request, type RequestAct, type RequestState } from '../../src/mentoring';

const asked = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const patience: Patience = { remindAt: asked.plus({ days: 3 }), expireAt: asked.plus({ days: 10 }) };
const waiting: Request = {
  requestId: 'r',
  programId: 'p',
  topicId: 'case_notes',
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
const ended = (state: RequestState): Request => ({ ...waiting, state, version: 2, endedAt: asked });
const acts: Record<string, RequestAct> = {
  'Joan accepts': { act: 'accept', by: 'joan' },
  'Joan declines': { act: 'decline', by: 'joan', reasonKind: 'no-time' },
  'Ana withdraws': { act: 'withdraw', by: 'ana' },
  'three days pass': { act: 'remind', at: patience.remindAt },
  'ten days pass': { act: 'expire', at: patience.expireAt },
  'Joan leaves': { act: 'leave', by: 'joan' },
  'Ana leaves': { act: 'leave', by: 'ana' },
};
const act = (name: string): RequestAct => acts[name] ?? { act: 'accept', by: 'nobody' };

describe('a request that waits', () => {
  it.each([
    ['Joan accepts', 'accepted'],
    ['Joan declines', 'declined'],
    ['Ana withdraws', 'withdrawn'],
    ['ten days pass', 'expired'],
    ['Joan leaves', 'mentor-left'],
    ['Ana leaves', 'mentee-left'],
  ])('when %s, is %s', (name, state) => {
    const decision = decide(waiting, act(name), patience);
    if (!decision.ok || !decision.events[0]) throw new Error('It was refused.');
    expect(evolve(waiting, decision.events[0], asked.plus({ days: 1 }))).toMatchObject({
      state,
      version: 2,
      endedAt: asked.plus({ days: 1 }),
    });
  });

  it('when three days pass, is called to mind once and still waits', () => {
    const first = decide(waiting, act('three days pass'), patience);
    if (!first.ok || !first.events[0]) throw new Error('It was refused.');
    const reminded = evolve(waiting, first.events[0], patience.remindAt);
    expect(reminded).toMatchObject({ state: 'waiting', version: 2, remindedAt: patience.remindAt });
    expect(decide(reminded, act('three days pass'), patience)).toEqual({ ok: true, events: [] });
  });

  it('is neither reminded nor ended a moment too early', () => {
    const early = { milliseconds: 1 };
    expect(decide(waiting, { act: 'remind', at: patience.remindAt.minus(early) }, patience)).toEqual({
      ok: true,
      events: [],
    });
    expect(decide(waiting, { act: 'expire', at: patience.expireAt.minus(early) }, patience)).toEqual({
      ok: true,
      events: [],
    });
  });

  it.each([
    ['Ana accepts', { act: 'accept', by: 'ana' }],
    ['Ana declines', { act: 'decline', by: 'ana', reasonKind: 'other' }],
    ['Joan withdraws', { act: 'withdraw', by: 'joan' }],
    ['a stranger accepts', { act: 'accept', by: 'eve' }],
  ] as const)('is not for others: %s', (_, own) => {
    expect(decide(waiting, own, patience)).toEqual({ ok: false, because: { code: 'not-yours' } });
  });
});

describe('a request that has ended', () => {
  for (const state of ['accepted', 'declined', 'withdrawn', 'expired'] as const) {
    it.each(Object.keys(acts))(`${state}, stays so when %s`, (name) => {
      expect(decide(ended(state), act(name), patience)).toEqual({
        ok: false,
        because: { code: 'over-already', request: 'r' },
      });
    });
    it(`${state}, tells a stranger nothing of how it ended`, () => {
      expect(decide(ended(state), { act: 'accept', by: 'eve' }, patience)).toEqual({
        ok: false,
        because: { code: 'not-yours' },
      });
    });
  }
});
