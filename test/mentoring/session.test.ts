import { DateTime } from 'luxon';
import {
  decideLog,
  decideSession,
  evolveSession,
  type Pairing,
  type Session,
  type SessionEvent,
  type SessionFacts,
} from '../../src/mentoring';

const today = '2026-11-18';
const at = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const pairing: Pairing = {
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
  startedAt: at,
  endedAt: null,
  endedBy: null,
  endKind: null,
};
const facts: SessionFacts = { heldOn: '2026-11-17', minutes: 45, way: 'phone', topicId: 'case_notes' };
const byAna: Session = {
  ...facts,
  sessionId: 's',
  pairingId: 'p',
  state: 'logged',
  version: 1,
  loggedBy: 'ana',
  loggedAt: at,
  confirmedAt: null,
};
const confirmed: Session = { ...byAna, state: 'confirmed', confirmedAt: at };
const log = (by: string, own: Partial<SessionFacts> = {}) => ({ by, facts: { ...facts, ...own }, today });
const correct = (by: string, own: Partial<SessionFacts> = {}) => ({ act: 'correct' as const, ...log(by, own) });

const refused = (code: string, more: object = {}) => ({ ok: false, because: { code, ...more } });
const happened = (...events: SessionEvent[]) => ({ ok: true, events });

describe('logging a session', () => {
  it('is for the two of the pairing, while it runs', () => {
    expect(decideLog(pairing, undefined, log('ana'))).toEqual(happened({ kind: 'session.logged', by: 'ana', facts }));
    expect(decideLog({ ...pairing, state: 'trial' }, undefined, log('joan'))).toEqual(
      happened({ kind: 'session.logged', by: 'joan', facts }),
    );
    expect(decideLog(pairing, undefined, log('eve'))).toEqual(refused('not-your-pairing'));
    expect(decideLog({ ...pairing, state: 'ended' }, undefined, log('ana'))).toEqual(
      refused('pairing-over', { pairing: 'p' }),
    );
  });

  it.each([
    [{ heldOn: '2026-11-19' }, 'session-to-come', {}],
    [{ heldOn: '2026-10-18' }, 'session-too-old', { most: 30 }],
    [{ heldOn: '2026-02-30' }, 'no-such-day', {}],
    [{ heldOn: 'soon' }, 'no-such-day', {}],
    [{ minutes: 0 }, 'session-no-length', {}],
    [{ minutes: 4.5 }, 'session-no-length', {}],
    [{ minutes: 721 }, 'session-too-long', { most: 720 }],
  ])('refuses what cannot have been: %j', (own, code, more) => {
    expect(decideLog(pairing, undefined, log('ana', own))).toEqual(refused(code, more));
  });

  it.each([{ heldOn: '2026-11-18' }, { heldOn: '2026-10-19' }, { minutes: 1 }, { minutes: 720 }])(
    'takes what can just have been: %j',
    (own) => {
      expect(decideLog(pairing, undefined, log('ana', own)).ok).toBe(true);
    },
  );

  it('by both is one session: confirmed where both say the same, corrected where not', () => {
    expect(decideLog(pairing, byAna, log('joan'))).toEqual(happened({ kind: 'session.confirmed', by: 'joan' }));
    expect(decideLog(pairing, byAna, log('joan', { minutes: 60 }))).toEqual(
      happened({ kind: 'session.corrected', by: 'joan', facts: { ...facts, minutes: 60 } }),
    );
  });

  it('twice by the same person, or once more when both have agreed, is refused', () => {
    expect(decideLog(pairing, byAna, log('ana', { minutes: 60 }))).toEqual(refused('session-twice', { session: 's' }));
    for (const by of ['ana', 'joan'])
      expect(decideLog(pairing, confirmed, log(by))).toEqual(refused('session-twice', { session: 's' }));
  });
});

describe('a session that is logged', () => {
  it('is confirmed by the other one only', () => {
    expect(decideSession(pairing, byAna, { act: 'confirm', by: 'joan' })).toEqual(
      happened({ kind: 'session.confirmed', by: 'joan' }),
    );
    expect(decideSession(pairing, byAna, { act: 'confirm', by: 'ana' })).toEqual(
      refused('session-own', { session: 's' }),
    );
    expect(decideSession(pairing, byAna, { act: 'confirm', by: 'eve' })).toEqual(refused('not-your-pairing'));
  });

  it('is corrected by either, and then it is the other one’s turn', () => {
    const longer = { ...facts, minutes: 60 };
    expect(decideSession(pairing, byAna, correct('joan', longer))).toEqual(
      happened({ kind: 'session.corrected', by: 'joan', facts: longer }),
    );
    const byJoan = evolveSession(byAna, { kind: 'session.corrected', by: 'joan', facts: longer }, at);
    expect(byJoan).toMatchObject({ minutes: 60, loggedBy: 'joan', state: 'logged', version: 2 });
    expect(decideSession(pairing, byJoan, { act: 'confirm', by: 'joan' }).ok).toBe(false);
    expect(decideSession(pairing, byJoan, { act: 'confirm', by: 'ana' }).ok).toBe(true);
  });

  it('is confirmed by a correction that corrects nothing; by her own nothing happens', () => {
    expect(decideSession(pairing, byAna, correct('joan'))).toEqual(happened({ kind: 'session.confirmed', by: 'joan' }));
    expect(decideSession(pairing, byAna, correct('ana'))).toEqual(happened());
    expect(decideSession(pairing, byAna, correct('ana', { minutes: 721 }))).toEqual(
      refused('session-too-long', { most: 720 }),
    );
  });

  it('stays as both agreed', () => {
    for (const by of ['ana', 'joan']) {
      expect(decideSession(pairing, confirmed, { act: 'confirm', by })).toEqual(
        refused('session-settled', { session: 's' }),
      );
      expect(decideSession(pairing, confirmed, correct(by, { minutes: 5 }))).toEqual(
        refused('session-settled', { session: 's' }),
      );
    }
  });

  it('can still be confirmed when the exchange has ended', () => {
    expect(decideSession({ ...pairing, state: 'ended' }, byAna, { act: 'confirm', by: 'joan' }).ok).toBe(true);
  });
});
