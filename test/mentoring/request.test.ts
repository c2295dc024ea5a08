import { DateTime } from 'luxon';
import {
  awaits,
  decide,
  evolve,
  fallsThrough,
  newRequest,
  type Patience,
  type Request,
  type RequestAct,
  type RequestState,
  waitsSince,
} from '../../src/mentoring';

const asked = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const patience: Patience = { remindAt: asked.plus({ days: 3 }), expireAt: asked.plus({ days: 10 }) };
const waiting: Request = newRequest({
  requestId: 'r',
  programId: 'p',
  topicId: 'case_notes',
  menteeId: 'ana',
  mentorId: 'joan',
  ways: [],
  askedAt: asked,
  nextChoices: [],
});
const ended = (state: RequestState): Request => ({ ...waiting, state, version: 2, endedAt: asked });
const acts: Record<string, RequestAct> = {
  'Joan accepts': { act: 'accept', by: 'joan', begins: 'active' },
  'Joan accepts one session': { act: 'accept', by: 'joan', begins: 'trial' },
  'Joan asks for more': { act: 'ask-more', by: 'joan' },
  'Ana tells more': { act: 'tell-more', by: 'ana' },
  'Joan’s last place is taken': { act: 'fill' },
  'Joan declines': { act: 'decline', by: 'joan', reasonKind: 'no-time' },
  'Ana withdraws': { act: 'withdraw', by: 'ana' },
  'three days pass': { act: 'remind', at: patience.remindAt },
  'ten days pass': { act: 'expire', at: patience.expireAt },
  'Joan leaves': { act: 'leave', by: 'joan' },
  'Ana leaves': { act: 'leave', by: 'ana' },
};
const act = (name: string): RequestAct => {
  const known = acts[name];
  if (!known) throw new Error(`There is no act "${name}".`);
  return known;
};
/** The request after these acts, an hour apart. */
const requestAfter = (...names: readonly string[]): Request =>
  names.reduce((request, name, index) => {
    const decision = decide(request, act(name), patience);
    if (!decision.ok || !decision.events[0]) throw new Error(`"${name}" was refused.`);
    return evolve(request, decision.events[0], asked.plus({ hours: index + 1 }));
  }, waiting);

describe('a request that waits', () => {
  it.each([
    ['Joan accepts', 'accepted'],
    ['Joan declines', 'declined'],
    ['Ana withdraws', 'withdrawn'],
    ['ten days pass', 'expired'],
    ['Joan leaves', 'mentor-left'],
    ['Ana leaves', 'mentee-left'],
    ['Joan’s last place is taken', 'mentor-full'],
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
    ['Joan accepts', 'active'],
    ['Joan accepts one session', 'trial'],
  ])('when %s, begins a pairing that is %s', (name, begins) => {
    expect(requestAfter(name)).toMatchObject({ state: 'accepted', begins });
  });

  it.each([
    ['Ana accepts', { act: 'accept', by: 'ana', begins: 'trial' }],
    ['Ana asks for more', { act: 'ask-more', by: 'ana' }],
    ['Joan tells more', { act: 'tell-more', by: 'joan' }],
    ['a stranger tells more', { act: 'tell-more', by: 'eve' }],
    ['Ana declines', { act: 'decline', by: 'ana', reasonKind: 'other' }],
    ['Joan withdraws', { act: 'withdraw', by: 'joan' }],
    ['a stranger accepts', { act: 'accept', by: 'eve', begins: 'active' }],
  ] as const)('is not for others: %s', (_, own) => {
    expect(decide(waiting, own, patience)).toEqual({ ok: false, because: { code: 'not-yours' } });
  });
});

describe('a request whose mentor has a question', () => {
  it('waits on, now for the mentee; when she has answered, for the mentor again, whose patience starts anew', () => {
    const question = requestAfter('Joan asks for more');
    expect(question).toMatchObject({ state: 'waiting', more: 'asked', version: 2 });
    expect([awaits(question), waitsSince(question)]).toEqual(['mentee', asked.plus({ hours: 1 })]);
    const answered = requestAfter('Joan asks for more', 'Ana tells more');
    expect(answered).toMatchObject({ state: 'waiting', more: 'answered', version: 3 });
    expect([awaits(answered), waitsSince(answered)]).toEqual(['mentor', asked.plus({ hours: 2 })]);
    expect([awaits(waiting), waitsSince(waiting)]).toEqual(['mentor', asked]);
  });

  it('is called to mind once to each who is waited for, whoever was reminded before', () => {
    const all = ['three days pass', 'Joan asks for more', 'three days pass', 'Ana tells more', 'three days pass'];
    const reminded = requestAfter(...all);
    expect(reminded).toMatchObject({ version: 6, remindedAt: asked.plus({ hours: 5 }) });
    expect(decide(reminded, act('three days pass'), patience)).toEqual({ ok: true, events: [] });
  });

  it.each([
    ['Joan accepts', 'accepted'],
    ['Joan accepts one session', 'accepted'],
    ['Joan declines', 'declined'],
    ['Ana withdraws', 'withdrawn'],
    ['ten days pass', 'expired'],
  ])('when %s meanwhile, is %s', (name, state) => {
    expect(requestAfter('Joan asks for more', name)).toMatchObject({ state, more: 'asked' });
  });

  it.each([
    ['a second question', requestAfter('Joan asks for more'), 'Joan asks for more', 'question-asked'],
    [
      'a question after the answer',
      requestAfter('Joan asks for more', 'Ana tells more'),
      'Joan asks for more',
      'question-asked',
    ],
    ['a second answer', requestAfter('Joan asks for more', 'Ana tells more'), 'Ana tells more', 'question-answered'],
    ['an answer without a question', waiting, 'Ana tells more', 'no-question'],
  ] as const)('knows one question and one answer: %s is refused', (_, request, name, code) => {
    expect(decide(request, act(name), patience)).toEqual({ ok: false, because: { code, request: 'r' } });
  });
});

describe('the next choice', () => {
  it.each([
    ['Joan declines', true],
    ['Joan leaves', true],
    ['ten days pass', true],
    ['Joan’s last place is taken', true],
    ['Joan accepts', false],
    ['Ana withdraws', false],
    ['Ana leaves', false],
  ])('when %s, is asked: %s', (name, falls) => {
    expect(fallsThrough(requestAfter(name))).toBe(falls);
  });

  it('is not asked where the mentee left the question of the first unanswered, and while a request waits', () => {
    expect(fallsThrough(requestAfter('Joan asks for more', 'ten days pass'))).toBe(false);
    expect(fallsThrough(requestAfter('Joan asks for more', 'Ana tells more', 'ten days pass'))).toBe(true);
    expect(fallsThrough(requestAfter('Joan asks for more', 'Joan declines'))).toBe(true);
    expect(fallsThrough(waiting)).toBe(false);
  });
});

describe('a request that has ended', () => {
  for (const state of ['accepted', 'declined', 'withdrawn', 'expired', 'mentor-full'] as const) {
    it.each(Object.keys(acts))(`${state}, stays so when %s`, (name) => {
      expect(decide(ended(state), act(name), patience)).toEqual({
        ok: false,
        because: { code: 'over-already', request: 'r' },
      });
    });
    it(`${state}, tells a stranger nothing of how it ended`, () => {
      expect(decide(ended(state), { act: 'accept', by: 'eve', begins: 'active' }, patience)).toEqual({
        ok: false,
        because: { code: 'not-yours' },
      });
    });
  }
});
