import {
  type Decision,
  decideLog,
  decideSession,
  evolveSession,
  happened,
  type Pairing,
  partnerOf,
  type Refusal,
  refuse,
  type Session,
  type SessionAct,
  type SessionEvent,
  type SessionFacts,
  type Side,
  sessionDaysBack,
} from '../mentoring';
import {
  insertSession,
  lockPairing,
  meetingsSince,
  noteArrived,
  recordEvent,
  saveNote,
  saveSession,
  saveSummary,
  sessionById,
  sessionOn,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import { askToGoOn } from './end';
import { askEvaluations } from './evaluation-ask';
import type { House } from './house';
import { aboutMeeting } from './meeting-end';
import { lookAgain } from './nudges';
import { pairingFor, redrawPairing } from './pairing';

/** What a form or a sentence says about a session; words that are left out stay as they are. */
export type Logged = SessionFacts & {
  /** The line that the coordinator may see; '' takes it away. */
  readonly summary?: string;
  /** What only she herself sees. */
  readonly note?: string;
};

type Change = { readonly session: Session; readonly events: readonly SessionEvent[] };

export const aboutSession = (sessionId: string): { kind: 'session'; id: string } => ({
  kind: 'session',
  id: sessionId,
});

/** The calendar day (ISO) on which she lives now. */
export const todayOf = (tx: Tx, { zone }: Pick<Caller, 'zone'>): string => tx.at.setZone(zone).toISODate() ?? '';

const factsOf = ({ heldOn, minutes, way, topicId }: SessionFacts): SessionFacts => ({ heldOn, minutes, way, topicId });

async function keepWords(tx: Tx, caller: Caller, sessionId: string, { summary, note }: Logged): Promise<void> {
  if (summary !== undefined) await saveSummary(tx, sessionId, caller.person.personId, summary || null);
  if (note !== undefined) await saveNote(tx, sessionId, caller.person.personId, note);
}

/** Tells the other one what there is to say after a change: to look at it, or that it is settled. */
async function tellPartner(
  tx: Tx,
  house: House,
  pairing: Pairing,
  { session, events }: Change,
  by: string,
): Promise<void> {
  const to = partnerOf(pairing, by);
  const about = aboutSession(session.sessionId);
  const occurrence = String(session.version);
  for (const { kind } of events)
    await house.ledger.tell(tx, {
      to,
      kind: kind === 'session.confirmed' ? 'session-confirmed' : 'session-logged',
      about,
      occurrence,
    });
}

/** What follows once it is written: the record, the words, the partner, and all cards that show it. */
async function follow(
  tx: Tx,
  house: House,
  caller: Caller,
  pairing: Pairing,
  change: Change,
  logged: Logged | undefined,
): Promise<void> {
  const { session, events } = change;
  if (logged) await keepWords(tx, caller, session.sessionId, logged);
  for (const { kind } of events)
    await recordEvent(tx, {
      kind,
      pairingId: pairing.pairingId,
      facts: {
        session: session.sessionId,
        topic: session.topicId,
        minutes: session.minutes,
        way: session.way,
        on: session.heldOn,
      },
    });
  await tellPartner(tx, house, pairing, change, caller.person.personId);
  if (events.length > 0) await askToGoOn(tx, house, pairing);
  if (events.some(({ kind }) => kind === 'session.confirmed')) await askEvaluations(tx, house, session);
  await house.ledger.redraw(tx, aboutSession(session.sessionId), caller.on);
  for (const { meetingId } of await meetingsSince(tx, pairing.pairingId, tx.at.minus({ days: sessionDaysBack })))
    await house.ledger.redraw(tx, aboutMeeting(meetingId), caller.on);
  await lookAgain(tx, pairing.pairingId);
  await redrawPairing(tx, house, pairing, caller.on);
}

const twice = async (tx: Tx, pairingId: string, heldOn: string): Promise<Refusal> => {
  const other = await sessionOn(tx, pairingId, heldOn);
  return other ? { code: 'session-twice', session: other.sessionId } : { code: 'no-such-session' };
};

/**
 * Logs a session: her partner is asked to confirm it. What both log of one day is one session. Refused as the domain says,
 * and to anybody but the two.
 */
export async function logSession(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  logged: Logged,
): Promise<Decision<Session>> {
  const found = await pairingFor(tx, caller, pairingId, lockPairing);
  const [meant] = found.ok ? found.events : [];
  if (!found.ok || !meant) return found.ok ? refuse({ code: 'no-such-pairing' }) : found;
  const by = caller.person.personId;
  const sameDay = await sessionOn(tx, pairingId, logged.heldOn);
  const decision = decideLog(meant.pairing, sameDay, { by, facts: factsOf(logged), today: todayOf(tx, caller) });
  if (!decision.ok) return decision;
  const fresh: Session = {
    ...factsOf(logged),
    sessionId: tx.newId(),
    pairingId,
    state: 'logged',
    version: 0,
    loggedBy: by,
    loggedAt: tx.at,
    confirmedAt: null,
  };
  const session = decision.events.reduce((each, event) => evolveSession(each, event, tx.at), sameDay ?? fresh);
  const written = sameDay ? await saveSession(tx, sameDay, session) : await insertSession(tx, session);
  if (!written) throw new Error('A session changed under the lock of its pairing.');
  await follow(tx, house, caller, meant.pairing, { session, events: decision.events }, logged);
  return happened(session);
}

/** Reads a session with its pairing under the pairing's lock, and changes it as the domain allows. */
async function change(
  tx: Tx,
  house: House,
  caller: Caller,
  sessionId: string,
  act: SessionAct,
  logged?: Logged,
): Promise<Decision<Session>> {
  const known = await sessionById(tx, sessionId);
  if (!known) return refuse({ code: 'no-such-session' });
  const found = await pairingFor(tx, caller, known.pairingId, lockPairing);
  const [meant] = found.ok ? found.events : [];
  const before = await sessionById(tx, sessionId);
  if (!found.ok || !meant || !before) return found.ok ? refuse({ code: 'no-such-session' }) : found;
  const decision = decideSession(meant.pairing, before, act);
  if (!decision.ok) return decision;
  const session = decision.events.reduce((each, event) => evolveSession(each, event, tx.at), before);
  if (session.heldOn !== before.heldOn && (await sessionOn(tx, before.pairingId, session.heldOn)))
    return refuse(await twice(tx, before.pairingId, session.heldOn));
  if (decision.events.length > 0 && !(await saveSession(tx, before, session)))
    throw new Error('A session changed under the lock of its pairing.');
  await follow(tx, house, caller, meant.pairing, { session, events: decision.events }, logged);
  return happened(session);
}

/** Her word that it was so, by one tap. */
export async function confirmSession(
  tx: Tx,
  house: House,
  caller: Caller,
  sessionId: string,
): Promise<Decision<Session>> {
  const decision = await change(tx, house, caller, sessionId, { act: 'confirm', by: caller.person.personId });
  if (decision.ok && caller.on) await noteArrived(tx, caller.person.personId, aboutSession(sessionId), caller.on);
  return decision;
}

/** She says how it really was: where that is what is written already, she confirms it; else her partner is asked. */
export const correctSession = (
  tx: Tx,
  house: House,
  caller: Caller,
  sessionId: string,
  logged: Logged,
): Promise<Decision<Session>> =>
  change(
    tx,
    house,
    caller,
    sessionId,
    { act: 'correct', by: caller.person.personId, facts: factsOf(logged), today: todayOf(tx, caller) },
    logged,
  );

/** Keeps her private note on a session of hers; an empty one is taken away. Nobody is told of it. */
export async function keepNote(tx: Tx, caller: Caller, sessionId: string, words: string): Promise<Decision<Session>> {
  const found = await sessionFor(tx, caller, sessionId);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? refuse({ code: 'no-such-session' }) : found;
  await saveNote(tx, sessionId, caller.person.personId, words);
  return happened(seen.session);
}

/** A session that this person may see, as one of its two. */
export async function sessionFor(
  tx: Tx,
  caller: Pick<Caller, 'person'>,
  sessionId: string,
): Promise<Decision<{ readonly session: Session; readonly pairing: Pairing; readonly reader: Side }>> {
  const session = await sessionById(tx, sessionId);
  if (!session) return refuse({ code: 'no-such-session' });
  const found = await pairingFor(tx, caller, session.pairingId);
  return found.ok ? happened(...found.events.map((meant) => ({ ...meant, session }))) : found;
}
