import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  decideLog,
  decidePairing,
  decideSession,
  endKinds,
  evolvePairing,
  evolveSession,
  type Pairing,
  type PairingAct,
  type Session,
  type SessionFacts,
} from '../../src/mentoring';

export const start = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
export const today = '2026-11-18';
export const given: Pairing = {
  pairingId: 'p',
  programId: 'b',
  topicId: 't',
  menteeId: 'ana',
  mentorId: 'joan',
  requestId: 'r',
  kind: 'exchange',
  state: 'trial',
  version: 1,
  menteeGoesOn: false,
  mentorGoesOn: false,
  startedAt: start,
  endedAt: null,
  endedBy: null,
  endKind: null,
};

/** What the two have between them. */
export type Exchange = { readonly pairing: Pairing; readonly sessions: ReadonlyMap<string, Session> };

/** What the two do themselves; that a coordinator ends it has tests of its own. */
export type Act =
  | Exclude<PairingAct, { readonly act: 're-pair' }>
  | { readonly act: 'log' | 'correct'; readonly by: string; readonly on: string; readonly facts: SessionFacts }
  | { readonly act: 'confirm'; readonly by: string; readonly on: string };

const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'];
const day = fc.constantFrom(...days);
const factsOn = (heldOn: string): fc.Arbitrary<SessionFacts> =>
  fc.constantFrom(30, 45, 900).map((minutes) => ({ heldOn, minutes, way: 'phone', topicId: 't' }));
export const anyActOf = (who: fc.Arbitrary<string>): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 4, arbitrary: who.map((by): Act => ({ act: 'go-on', by })) },
    {
      weight: 1,
      arbitrary: fc.tuple(who, fc.constantFrom(...endKinds)).map(([by, why]): Act => ({ act: 'end', by, why })),
    },
    { weight: 1, arbitrary: who.map((by): Act => ({ act: 'leave', by })) },
    {
      weight: 14,
      arbitrary: fc
        .tuple(who, day)
        .chain(([by, on]) => factsOn(on).map((facts): Act => ({ act: 'log', by, on, facts }))),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(who, day, day)
        .chain(([by, on, to]) => factsOn(to).map((facts): Act => ({ act: 'correct', by, on, facts }))),
    },
    { weight: 8, arbitrary: fc.tuple(who, day).map(([by, on]): Act => ({ act: 'confirm', by, on })) },
  );

/** One act under the lock of the pairing, as the services carry it out. */
export function does({ pairing, sessions }: Exchange, act: Act, at: DateTime): Exchange {
  switch (act.act) {
    case 'go-on':
    case 'end':
    case 'leave': {
      const decision = decidePairing(pairing, act);
      const next = decision.ok
        ? decision.events.reduce((each, event) => evolvePairing(each, event, at), pairing)
        : pairing;
      return { pairing: next, sessions };
    }
    case 'log': {
      const sameDay = sessions.get(act.on);
      const decision = decideLog(pairing, sameDay, { by: act.by, facts: act.facts, today });
      if (!decision.ok || decision.events.length === 0) return { pairing, sessions };
      const fresh: Session = {
        ...act.facts,
        sessionId: `${act.on} ${at.toMillis()}`,
        pairingId: 'p',
        state: 'logged',
        version: 0,
        loggedBy: act.by,
        loggedAt: at,
        confirmedAt: null,
      };
      const next = decision.events.reduce((each, event) => evolveSession(each, event, at), sameDay ?? fresh);
      return { pairing, sessions: new Map(sessions).set(next.heldOn, next) };
    }
    default: {
      const before = sessions.get(act.on);
      if (!before) return { pairing, sessions };
      const decision = decideSession(
        pairing,
        before,
        act.act === 'confirm'
          ? { act: 'confirm', by: act.by }
          : { act: 'correct', by: act.by, facts: act.facts, today },
      );
      if (!decision.ok || decision.events.length === 0) return { pairing, sessions };
      const next = decision.events.reduce((each, event) => evolveSession(each, event, at), before);
      if (next.heldOn !== act.on && sessions.has(next.heldOn)) return { pairing, sessions };
      const left = new Map(sessions);
      left.delete(act.on);
      return { pairing, sessions: left.set(next.heldOn, next) };
    }
  }
}
