import type { OrientationView } from '../cards';
import { type Decision, happened, isOpenAsk, isRunning, type Pairing, partnerOf, type Side } from '../mentoring';
import {
  beginOrientation,
  noteOriented,
  orientationOf,
  pairingsOf,
  peopleById,
  programsOn,
  recordEvent,
  resourceAsksOf,
  type Tx,
} from '../store';
import type { Caller } from './caller';
import { rehomeConcerns } from './hand-on';
import type { House } from './house';
import { aboutPairing, pairingFor } from './pairing';
import { sitInChoices } from './sit-in-choices';
import { supervisorBeside, tellSupervisor } from './supervisor';

const sides: readonly Side[] = ['mentee', 'mentor'];

const onSide = (pairing: Pairing, side: Side) => ({
  personId: side === 'mentor' ? pairing.mentorId : pairing.menteeId,
  programId: pairing.programId,
  side,
});

/**
 * What follows from a new pairing for those to whom it is the first of its program: each is told how an exchange works,
 * once for each side, and the mentee's supervisor that she takes part. A concern that one of the two should read about
 * the other goes to somebody else.
 */
export async function beginPairing(tx: Tx, house: House, pairing: Pairing): Promise<void> {
  const { pairingId, menteeId, mentorId } = pairing;
  for (const side of sides) {
    const whose = onSide(pairing, side);
    if (!(await beginOrientation(tx, whose, pairingId))) continue;
    const about = aboutPairing(pairingId);
    await house.ledger.tell(tx, { to: whose.personId, kind: 'orientation', about, occurrence: '1' });
    if (side === 'mentee') await tellSupervisor(tx, house, pairing);
  }
  const isOfBoth = (id: string | null): boolean => id === menteeId || id === mentorId;
  await rehomeConcerns(tx, house, ({ writerId, handlerId }) => isOfBoth(writerId) && isOfBoth(handlerId));
}

/** How an exchange works, as this one of the two reads it now. */
export async function orientationView(tx: Tx, house: House, pairing: Pairing, side: Side): Promise<OrientationView> {
  const beginning = house.programs.get(pairing.programId)?.beginning;
  if (!beginning) throw new Error(`No program ${pairing.programId} is loaded.`);
  const whose = onSide(pairing, side);
  const begun = await orientationOf(tx, whose);
  const isFirst = side === 'mentee' && begun?.pairingId === pairing.pairingId;
  const last = isFirst ? (await resourceAsksOf(tx, pairing.pairingId)).at(-1) : undefined;
  const isFree = isFirst && isRunning(pairing) && (last === undefined || !isOpenAsk(last));
  const partnerId = partnerOf(pairing, whose.personId);
  const people = await peopleById(tx, [partnerId, ...(last ? [last.personId] : [])]);
  const asked = last && people.get(last.personId);
  return {
    side,
    beginning,
    partner: people.get(partnerId)?.name,
    pairingId: pairing.pairingId,
    seen: begun === undefined || begun.seenAt !== null,
    supervisorHears:
      beginning.tellsSupervisor && (await supervisorBeside(tx, pairing.menteeId, pairing.mentorId)) !== undefined,
    mayAsk: isFree && (await sitInChoices(tx, house, pairing)).length > 0,
    sittingIn: last && asked ? { name: asked.name, state: last.state } : undefined,
  };
}

type Shown = { readonly view: OrientationView; readonly pairing: Pairing };

/** The same for a pairing of hers; where none is named, of the one that began last. Undefined: she has none. */
export async function orientationFor(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person'>,
  pairingId: string | undefined,
): Promise<Decision<Shown> | undefined> {
  const id = pairingId ?? (await pairingsOf(tx, caller.person.personId)).at(-1)?.pairingId;
  if (id === undefined) return undefined;
  const found = await pairingFor(tx, caller, id);
  if (!found.ok) return found;
  const shown: Shown[] = [];
  for (const { pairing, reader } of found.events)
    shown.push({ pairing, view: await orientationView(tx, house, pairing, reader) });
  return happened(...shown);
}

/** The same for somebody who has no exchange, from the mentee's side; undefined where no program is on. */
export async function orientationAlone(tx: Tx, house: House): Promise<OrientationView | undefined> {
  const programs = (await programsOn(tx)).flatMap((id) => house.programs.get(id) ?? []);
  const beginning = programs.find(({ shape }) => shape === 'exchange')?.beginning;
  const nobody = { partner: undefined, pairingId: undefined, sittingIn: undefined };
  return (
    beginning && {
      side: 'mentee',
      beginning,
      ...nobody,
      seen: true,
      mayAsk: false,
      supervisorHears: beginning.tellsSupervisor,
    }
  );
}

/** She has read how an exchange works. To say it twice changes nothing. */
export async function noteRead(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person' | 'on'>,
  pairingId: string,
): Promise<Decision<Shown>> {
  const found = await pairingFor(tx, caller, pairingId);
  if (!found.ok) return found;
  const [own] = found.events;
  if (!own) return happened();
  if (await noteOriented(tx, onSide(own.pairing, own.reader))) {
    await recordEvent(tx, { kind: 'orientation.seen', pairingId, facts: { side: own.reader } });
    await house.ledger.redraw(tx, aboutPairing(pairingId), caller.on);
  }
  return happened({ pairing: own.pairing, view: await orientationView(tx, house, own.pairing, own.reader) });
}

/** The card that she acted on shows how an exchange works from now on, and follows it; where she acted on none, one comes. */
export async function followOrientation(
  tx: Tx,
  house: House,
  { person, on }: Pick<Caller, 'person' | 'on'>,
  pairingId: string,
): Promise<void> {
  const about = aboutPairing(pairingId);
  const shown = { to: person.personId, kind: 'orientation', about, occurrence: tx.newId() };
  await (on ? house.ledger.adopt(tx, shown, on) : house.ledger.tell(tx, shown));
}
