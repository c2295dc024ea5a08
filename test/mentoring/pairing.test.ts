import { DateTime } from 'luxon';
import {
  decidePairing,
  evolvePairing,
  isRunning,
  type Pairing,
  type PairingAct,
  type PairingEvent,
  partnerOf,
  sideOf,
} from '../../src/mentoring';

const started = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const later = started.plus({ days: 2 });
const active: Pairing = {
  pairingId: 'p',
  programId: 'bethel-nome-exchange',
  topicId: 'case_notes',
  menteeId: 'ana',
  mentorId: 'joan',
  requestId: 'r',
  kind: 'exchange',
  state: 'active',
  version: 1,
  menteeGoesOn: false,
  mentorGoesOn: false,
  startedAt: started,
  endedAt: null,
  endedBy: null,
  endKind: null,
};
const trial: Pairing = { ...active, state: 'trial' };
const ended: Pairing = { ...active, state: 'ended', endedAt: later, endedBy: 'mentor', endKind: 'other' };

const goOn = (by: string): PairingAct => ({ act: 'go-on', by });
const end = (by: string): PairingAct => ({ act: 'end', by, why: 'goal-reached' });
const leave = (by: string): PairingAct => ({ act: 'leave', by });

/** Given a pairing, when this is done, then this happens. */
const happens = (given: Pairing, when: PairingAct, ...then: PairingEvent[]): void => {
  expect(decidePairing(given, when)).toEqual({ ok: true, events: then });
};

describe('a pairing', () => {
  it('knows its two people and nobody else', () => {
    expect([sideOf(active, 'ana'), sideOf(active, 'joan'), sideOf(active, 'eve')]).toEqual([
      'mentee',
      'mentor',
      undefined,
    ]);
    expect([partnerOf(active, 'ana'), partnerOf(active, 'joan')]).toEqual(['joan', 'ana']);
    for (const act of [goOn('eve'), end('eve'), leave('eve')])
      expect(decidePairing(active, act)).toEqual({ ok: false, because: { code: 'not-your-pairing' } });
  });

  it('is ended by either, with a reason that is nobody’s fault', () => {
    happens(active, end('ana'), { kind: 'pairing.ended', by: 'mentee', why: 'goal-reached' });
    happens(trial, end('joan'), { kind: 'pairing.ended', by: 'mentor', why: 'goal-reached' });
    expect(evolvePairing(active, { kind: 'pairing.ended', by: 'mentee', why: 'no-time' }, later)).toEqual({
      ...active,
      version: 2,
      state: 'ended',
      endedAt: later,
      endedBy: 'mentee',
      endKind: 'no-time',
    });
  });

  it('ends when one of the two leaves, without a reason', () => {
    happens(active, leave('joan'), { kind: 'pairing.ended', by: 'mentor-left', why: null });
    happens(trial, leave('ana'), { kind: 'pairing.ended', by: 'mentee-left', why: null });
  });

  it('is over once it has ended, whatever is tried', () => {
    expect([isRunning(trial), isRunning(active), isRunning(ended)]).toEqual([true, true, false]);
    for (const act of [goOn('ana'), end('ana'), end('joan'), leave('ana')])
      expect(decidePairing(ended, act)).toEqual({ ok: false, because: { code: 'pairing-over', pairing: 'p' } });
  });

  it('goes on after an introductory session only when both say so', () => {
    happens(trial, goOn('ana'), { kind: 'pairing.goes-on', who: 'mentee' });
    const one = evolvePairing(trial, { kind: 'pairing.goes-on', who: 'mentee' }, later);
    expect(one).toMatchObject({ state: 'trial', menteeGoesOn: true, mentorGoesOn: false, version: 2 });
    happens(one, goOn('ana'));
    happens(one, goOn('joan'), { kind: 'pairing.goes-on', who: 'mentor' }, { kind: 'pairing.agreed' });
    expect(evolvePairing(one, { kind: 'pairing.agreed' }, later).state).toBe('active');
  });

  it('that runs already is not agreed on again', () => {
    happens(active, goOn('ana'));
    happens(active, goOn('joan'));
  });
});

describe('a coordinator who re-pairs', () => {
  const rePair = (by: string, version = 1): PairingAct => ({ act: 're-pair', by, why: 'no-contact', version });

  it('ends what runs, also what is tried; it keeps that it was the program', () => {
    happens(active, rePair('nora'), { kind: 'pairing.ended', by: 'coordinator', why: 'no-contact' });
    happens(trial, rePair('nora'), { kind: 'pairing.ended', by: 'coordinator', why: 'no-contact' });
    expect(evolvePairing(active, { kind: 'pairing.ended', by: 'coordinator', why: 'no-contact' }, later)).toMatchObject(
      {
        state: 'ended',
        version: 2,
        endedBy: 'coordinator',
        endKind: 'no-contact',
      },
    );
  });

  it('is neither of the two, comes in time, and acts on what she saw', () => {
    for (const own of ['ana', 'joan'])
      expect(decidePairing(active, rePair(own))).toEqual({ ok: false, because: { code: 'pair-not-seen' } });
    expect(decidePairing(ended, rePair('nora'))).toEqual({
      ok: false,
      because: { code: 'pairing-over', pairing: 'p' },
    });
    expect(decidePairing(active, rePair('nora', 2))).toEqual({
      ok: false,
      because: { code: 'pair-changed', what: 'other' },
    });
  });
});
