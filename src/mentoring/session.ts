import { DateTime } from 'luxon';
import { type Decision, happened, type Refusal, refuse } from './decision';
import { isRunning, type Pairing, sideOf } from './pairing';
import type { Way } from './ways';

/** A session is logged at most so many days back, also from before the acceptance, and lasts at most twelve hours. */
export const sessionDaysBack = 30;
export const longestSession = 720;

/** What took place: on which calendar day (ISO, where its writer is), for how many minutes, how, and about what. */
export type SessionFacts = {
  readonly heldOn: string;
  readonly minutes: number;
  readonly way: Way;
  readonly topicId: string;
};

/** A session as the two have logged it. `loggedBy` said last how it was; the other one confirms it. */
export type Session = SessionFacts & {
  readonly sessionId: string;
  readonly pairingId: string;
  readonly state: 'logged' | 'confirmed';
  readonly version: number;
  readonly loggedBy: string;
  readonly loggedAt: DateTime;
  readonly confirmedAt: DateTime | null;
};

export type SessionEvent =
  | { readonly kind: 'session.logged'; readonly by: string; readonly facts: SessionFacts }
  | { readonly kind: 'session.corrected'; readonly by: string; readonly facts: SessionFacts }
  | { readonly kind: 'session.confirmed'; readonly by: string };

/** `today` is the calendar day (ISO) where the writer is. */
export type Writing = { readonly by: string; readonly facts: SessionFacts; readonly today: string };
export type SessionAct = ({ readonly act: 'correct' } & Writing) | { readonly act: 'confirm'; readonly by: string };

const sameFacts = (a: SessionFacts, b: SessionFacts): boolean =>
  a.heldOn === b.heldOn && a.minutes === b.minutes && a.way === b.way && a.topicId === b.topicId;

/** Why such a session cannot have been; undefined where it can. */
function impossible({ heldOn, minutes }: SessionFacts, today: string): Refusal | undefined {
  const [day, now] = [DateTime.fromISO(heldOn, { zone: 'utc' }), DateTime.fromISO(today, { zone: 'utc' })];
  if (!day.isValid) return { code: 'no-such-day' };
  if (day > now) return { code: 'session-to-come' };
  if (day < now.minus({ days: sessionDaysBack })) return { code: 'session-too-old', most: sessionDaysBack };
  if (!Number.isInteger(minutes) || minutes < 1) return { code: 'session-no-length' };
  if (minutes > longestSession) return { code: 'session-too-long', most: longestSession };
  return undefined;
}

/**
 * Whether this session can be logged. `sameDay` is what the two have logged of that day already: what the other one wrote is
 * confirmed where both say the same and corrected where not, as logged by both it is one session; what she wrote herself,
 * or what is confirmed, is not logged a second time.
 */
export function decideLog(
  pairing: Pairing,
  sameDay: Session | undefined,
  { by, facts, today }: Writing,
): Decision<SessionEvent> {
  if (!sideOf(pairing, by)) return refuse({ code: 'not-your-pairing' });
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairing.pairingId });
  const because = impossible(facts, today);
  if (because) return refuse(because);
  if (!sameDay) return happened({ kind: 'session.logged', by, facts });
  if (sameDay.state === 'confirmed' || sameDay.loggedBy === by)
    return refuse({ code: 'session-twice', session: sameDay.sessionId });
  return happened(
    sameFacts(sameDay, facts) ? { kind: 'session.confirmed', by } : { kind: 'session.corrected', by, facts },
  );
}

/**
 * What happens to a session that is logged, also after the pairing has ended. The other one confirms or corrects it, and
 * so does its writer as long as nobody has confirmed it; what both have agreed on stays.
 */
export function decideSession(pairing: Pairing, session: Session, act: SessionAct): Decision<SessionEvent> {
  if (!sideOf(pairing, act.by)) return refuse({ code: 'not-your-pairing' });
  if (session.state === 'confirmed') return refuse({ code: 'session-settled', session: session.sessionId });
  if (act.act === 'confirm')
    return act.by === session.loggedBy
      ? refuse({ code: 'session-own', session: session.sessionId })
      : happened({ kind: 'session.confirmed', by: act.by });
  const because = impossible(act.facts, act.today);
  if (because) return refuse(because);
  if (!sameFacts(session, act.facts)) return happened({ kind: 'session.corrected', by: act.by, facts: act.facts });
  return act.by === session.loggedBy ? happened() : happened({ kind: 'session.confirmed', by: act.by });
}

/** What a session becomes by an event, at that moment. */
export function evolveSession(session: Session, event: SessionEvent, at: DateTime): Session {
  const version = session.version + 1;
  switch (event.kind) {
    case 'session.logged':
    case 'session.corrected':
      return { ...session, ...event.facts, version, loggedBy: event.by, loggedAt: at };
    case 'session.confirmed':
      return { ...session, version, state: 'confirmed', confirmedAt: at };
  }
}
