import type { Request } from '../mentoring';
import type { About, Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';

/** The card that she acted on shows this request from now on, and follows it. Nothing to do where she acted on none. */
export async function followInPlace(
  tx: Tx,
  house: House,
  caller: Caller,
  request: Request,
  reader: 'mentor' | 'mentee',
): Promise<void> {
  if (!caller.on) return;
  const kind = reader === 'mentor' ? 'request-asked' : 'request-sent';
  const about = { kind: 'request' as const, id: request.requestId };
  await house.ledger.adopt(tx, { to: caller.person.personId, kind, about, occurrence: tx.newId() }, caller.on);
}

/** The request comes to her as a message of its own, and that follows it. */
export async function followAnew(
  tx: Tx,
  house: House,
  caller: Caller,
  request: Request,
  reader: 'mentor' | 'mentee',
): Promise<void> {
  const kind = reader === 'mentor' ? 'request-shown' : 'request-sent';
  const about = { kind: 'request' as const, id: request.requestId };
  await house.ledger.tell(tx, { to: caller.person.personId, kind, about, occurrence: tx.newId() });
}

/** A form is shown. Where it takes the place of the card that she acted on, it must not be redrawn while she types. */
export async function typeInPlace(tx: Tx, house: House, caller: Caller): Promise<void> {
  if (caller.on && caller.formTakesPlace) await house.ledger.release(tx, caller.person.personId, caller.on);
}

/** The card that she acted on shows this pairing from now on, and follows it; where she acted on none, one comes that does. */
export const followPairing = (tx: Tx, house: House, caller: Caller, pairingId: string): Promise<void> =>
  followShown(tx, house, caller, 'pairing-shown', { kind: 'pairing', id: pairingId });

/** The same for the question when the two meet. */
export const followNudge = (tx: Tx, house: House, caller: Caller, pairingId: string): Promise<void> =>
  followShown(tx, house, caller, 'nudge-shown', { kind: 'pairing', id: pairingId });

/** The same for a session. */
export const followSession = (tx: Tx, house: House, caller: Caller, sessionId: string): Promise<void> =>
  followShown(tx, house, caller, 'session-shown', { kind: 'session', id: sessionId });

/** The same for a meeting. */
export const followMeeting = (tx: Tx, house: House, caller: Caller, meetingId: string): Promise<void> =>
  followShown(tx, house, caller, 'meeting-shown', { kind: 'meeting', id: meetingId });
/** The same for the question whether a meeting took place; where she acted on no card, none comes. */
export async function followMet(tx: Tx, house: House, caller: Caller, meetingId: string): Promise<void> {
  if (caller.on) await followShown(tx, house, caller, 'meeting-met', { kind: 'meeting', id: meetingId });
}

/** The same for her own evaluation of a session; where she acted on no card, none comes. */
export async function followEvaluation(tx: Tx, house: House, caller: Caller, sessionId: string): Promise<void> {
  if (caller.on) await followShown(tx, house, caller, 'evaluation-asked', { kind: 'session', id: sessionId });
}

async function followShown(tx: Tx, house: House, { person, on }: Caller, kind: string, about: About): Promise<void> {
  const shown = { to: person.personId, kind, about, occurrence: tx.newId() };
  await (on ? house.ledger.adopt(tx, shown, on) : house.ledger.tell(tx, shown));
}

/** The card that she acted on shows her mentor entry from now on, and follows it. */
export async function followEntry(tx: Tx, house: House, { person, on }: Caller): Promise<void> {
  if (!on) return;
  const about = { kind: 'person' as const, id: person.personId };
  await house.ledger.adopt(tx, { to: person.personId, kind: 'mentor-entry', about, occurrence: tx.newId() }, on);
}
