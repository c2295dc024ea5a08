import type { DateTime } from 'luxon';
import {
  decideMeeting,
  evolveMeeting,
  type Meeting,
  type MeetingAct,
  type MeetingPlan,
  newMeeting,
  overAt,
  timesFault,
} from '../../src/mentoring';
import { endedPairing, now, pairing, planned, proposed } from './pair';

const plan: MeetingPlan = { options: [now.plus({ days: 3 })], minutes: 45, way: 'video' };
const seen = (meeting: Meeting) => ({ meeting: meeting.meetingId, version: meeting.version });
const propose = (by: string, on: Meeting | undefined, options = plan.options): MeetingAct => ({
  act: 'propose',
  by,
  on: on && seen(on),
  plan: { ...plan, options },
  at: now,
});
const pick = (by: string, on: Meeting, option: number, at: DateTime = now): MeetingAct => ({
  act: 'pick',
  by,
  on: seen(on),
  option,
  at,
});
const callOff = (by: string, on: Meeting): MeetingAct => ({ act: 'call-off', by, on: seen(on) });

/** The meeting after an act that is allowed. */
function became(meeting: Meeting, act: MeetingAct): Meeting {
  const decision = decideMeeting(pairing, meeting, act);
  if (!decision.ok || !decision.events[0]) throw new Error('Nothing happened.');
  return evolveMeeting(meeting, decision.events[0], now);
}
const refused = (code: string) => ({ ok: false, because: expect.objectContaining({ code }) });

describe('given no meeting', () => {
  it.each(['ana', 'joan'])('when %s proposes one, the other one is to pick', (by) => {
    const decision = decideMeeting(pairing, undefined, propose(by, undefined));
    const [event] = decision.ok ? decision.events : [];
    if (event?.kind !== 'meeting.proposed') throw new Error('Nothing was proposed.');
    expect(newMeeting({ meetingId: 'm', pairingId: 'p' }, event, now)).toMatchObject({
      state: 'proposed',
      version: 1,
      proposedBy: by,
      options: plan.options,
      minutes: 45,
      way: 'video',
      startsAt: null,
    });
  });
  it('there is nothing to pick or to call off', () => {
    expect(decideMeeting(pairing, undefined, pick('joan', proposed, 0))).toEqual(refused('meeting-changed'));
    expect(decideMeeting(pairing, undefined, callOff('joan', proposed))).toEqual(refused('meeting-changed'));
  });
  it('when a form was about one that is no more, it is not sent', () => {
    expect(decideMeeting(pairing, undefined, propose('ana', proposed))).toEqual(refused('meeting-changed'));
    expect(decideMeeting(pairing, { ...proposed, state: 'called-off' }, propose('ana', proposed))).toEqual(
      refused('meeting-changed'),
    );
  });
  it('a meeting needs a time that is ahead, within a year, named once, and three at the most', () => {
    const of = (...options: MeetingPlan['options']) =>
      decideMeeting(pairing, undefined, propose('ana', undefined, options));
    const [a, b, c, d] = [1, 2, 3, 4].map((days) => now.plus({ days }));
    if (!a || !b || !c || !d) throw new Error('There are too few days.');
    expect(of()).toEqual(refused('no-time-named'));
    expect(of(a, b, c, d)).toEqual(refused('no-time-named'));
    expect(of(a, b, c).ok).toBe(true);
    expect(of(now)).toEqual(refused('time-is-over'));
    expect(of(a, b, a)).toEqual(refused('time-twice'));
    expect(of(now.plus({ years: 1 })).ok).toBe(true);
    expect(of(now.plus({ years: 1, minutes: 1 }))).toEqual(refused('time-too-far'));
    expect(timesFault([a, now], now)).toEqual({ option: 1, because: { code: 'time-is-over' } });
    expect(timesFault([a, b], now)).toBeUndefined();
  });
});

describe('given two proposed times', () => {
  it('when the other one picks the second, it is planned for then', () => {
    expect(became(proposed, pick('joan', proposed, 1))).toMatchObject({
      state: 'planned',
      version: 2,
      startsAt: proposed.options[1],
      settledAt: now,
    });
  });
  it.each<[string, MeetingAct, string]>([
    ['she who proposed picks', pick('ana', proposed, 0), 'own-times'],
    ['a time is picked that nobody named', pick('joan', proposed, 2), 'no-time-named'],
    ['a time is picked that has begun', pick('joan', proposed, 0, proposed.options[0]), 'time-is-over'],
    ['a time of an older card is picked', pick('joan', { ...proposed, version: 3 }, 0), 'meeting-changed'],
    ['a time of another meeting is picked', pick('joan', { ...proposed, meetingId: 'other' }, 0), 'meeting-changed'],
    ['both propose at once, the second', propose('joan', undefined), 'meeting-changed'],
    ['a stranger picks', pick('eve', proposed, 0), 'not-your-pairing'],
    ['a stranger calls off', callOff('eve', proposed), 'not-your-pairing'],
    ['a stranger proposes', propose('eve', proposed), 'not-your-pairing'],
  ])('when %s, it stays as it is', (_, act, code) => {
    expect(decideMeeting(pairing, proposed, act)).toEqual(refused(code));
  });
  it('when the other one proposes others, it is the first who picks', () => {
    const countered = became(proposed, propose('joan', proposed));
    expect(countered).toMatchObject({
      state: 'proposed',
      version: 2,
      proposedBy: 'joan',
      options: plan.options,
      wasAt: null,
    });
    expect(decideMeeting(pairing, countered, pick('joan', countered, 0))).toEqual(refused('own-times'));
    expect(became(countered, pick('ana', countered, 0)).startsAt).toEqual(plan.options[0]);
  });
  it.each(['ana', 'joan'])('when %s calls off, nobody meets', (by) => {
    expect(became(proposed, callOff(by, proposed))).toMatchObject({ state: 'called-off', version: 2, calledOffBy: by });
  });
  it('when the last of them begins, nobody has picked in time', () => {
    const last = now.plus({ days: 2 });
    expect(overAt(proposed)).toEqual(last);
    expect(decideMeeting(pairing, proposed, { act: 'pass', at: last.minus(1) })).toEqual({ ok: true, events: [] });
    expect(became(proposed, { act: 'pass', at: last })).toMatchObject({ state: 'past', startsAt: null });
  });
});

describe('given a planned meeting', () => {
  it.each(['ana', 'joan'])('when %s moves it, the old time no longer counts, and the other one picks', (by) => {
    const moved = became(planned, propose(by, planned));
    expect(moved).toMatchObject({
      state: 'proposed',
      version: 3,
      proposedBy: by,
      startsAt: null,
      wasAt: planned.startsAt,
    });
    const again = became(moved, propose('ana', moved));
    expect(again.wasAt).toEqual(planned.startsAt);
    expect(became(again, pick('joan', again, 0))).toMatchObject({
      state: 'planned',
      wasAt: null,
      startsAt: plan.options[0],
    });
  });
  it('when it is over, it is past, and not a moment sooner', () => {
    const end = now.plus({ days: 2, minutes: 30 });
    expect(decideMeeting(pairing, planned, { act: 'pass', at: end.minus(1) })).toEqual({ ok: true, events: [] });
    expect(became(planned, { act: 'pass', at: end })).toMatchObject({ state: 'past', startsAt: planned.startsAt });
  });
  it('when a time is picked once more, nothing happens', () => {
    expect(decideMeeting(pairing, planned, pick('joan', planned, 0))).toEqual(refused('meeting-changed'));
  });
  it('when the exchange ends, it is called off, by nobody', () => {
    expect(became(planned, { act: 'end' })).toMatchObject({ state: 'called-off', calledOffBy: null });
  });
});

describe('given an exchange that has ended', () => {
  it.each<[string, MeetingAct]>([
    ['propose', propose('ana', proposed)],
    ['pick', pick('joan', proposed, 0)],
    ['call off', callOff('joan', proposed)],
  ])('nobody can %s', (_, act) => {
    expect(decideMeeting(endedPairing, proposed, act)).toEqual(refused('pairing-over'));
  });
});
