import type { SitInChoice, SitInView } from '../cards';
import type { MessageRef } from '../chat';
import {
  type Decision,
  decideResource,
  evolveResource,
  happened,
  isRunning,
  type Pairing,
  type ResourceAsk,
  refuse,
} from '../mentoring';
import {
  insertResourceAsk,
  lockResourceAsk,
  openResourceAsksOf,
  orientationOf,
  pairingById,
  peopleById,
  recordAudit,
  recordEvent,
  resourceAsksOf,
  saveResourceAsk,
  type Tx,
  wordsOfResourceAsk,
} from '../store';
import type { Caller } from './caller';
import { type House, labelOf } from './house';
import { aboutPairing, pairingFor } from './pairing';
import { contactOf } from './request-view';
import { sitInChoices } from './sit-in-choices';

/** The mentee's first exchange, and whom she may ask to sit in. Refused to all others, and where it has ended. */
export async function sitInFor(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person'>,
  pairingId: string,
): Promise<
  Decision<{
    readonly pairing: Pairing;
    readonly mentor: string;
    readonly topic: string;
    readonly choices: readonly SitInChoice[];
  }>
> {
  const found = await pairingFor(tx, caller, pairingId);
  if (!found.ok) return found;
  const [own] = found.events;
  if (!own) return refuse({ code: 'no-such-pairing' });
  const { pairing, reader } = own;
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairingId });
  const whose = { personId: caller.person.personId, programId: pairing.programId, side: reader };
  const isFirst = reader === 'mentee' && (await orientationOf(tx, whose))?.pairingId === pairingId;
  if (!isFirst) return refuse({ code: 'sit-in-settled' });
  const mentor = (await peopleById(tx, [pairing.mentorId])).get(pairing.mentorId)?.name ?? '';
  const choices = await sitInChoices(tx, house, pairing);
  return happened({ pairing, mentor, topic: labelOf(house, pairing.topicId), choices });
}

/** The mentee asks one of those whom she may ask; `gone` where that one cannot be asked. One at a time is. */
export async function askToSitIn(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person' | 'on'>,
  pairingId: string,
  { personId, words }: { readonly personId: string; readonly words: string | null },
): Promise<Decision<ResourceAsk> | 'gone'> {
  const found = await sitInFor(tx, house, caller, pairingId);
  if (!found.ok) return found;
  const [own] = found.events;
  const known = (await resourceAsksOf(tx, pairingId)).find((each) => each.personId === personId);
  if (known) return happened(known);
  if (!own?.choices.some((choice) => choice.personId === personId)) return 'gone';
  const ask: ResourceAsk = { pairingId, personId, state: 'asked', version: 1, askedAt: tx.at, answeredAt: null };
  if (!(await insertResourceAsk(tx, ask, { menteeId: caller.person.personId, words })))
    return refuse({ code: 'sit-in-settled' });
  await recordEvent(tx, { kind: 'resource.asked', pairingId, personId });
  const about = aboutPairing(pairingId);
  await house.ledger.tell(tx, { to: personId, kind: 'resource-asked', about, occurrence: '1' });
  await house.ledger.redraw(tx, about, caller.on);
  return happened(ask);
}

/** Writes an answer to an ask whose row is locked; mentee and mentor hear of it. */
async function change(
  tx: Tx,
  house: House,
  before: ResourceAsk,
  state: 'yes' | 'no' | 'gone',
  on?: MessageRef,
): Promise<Decision<ResourceAsk>> {
  const decision = decideResource(before, state);
  if (!decision.ok) return decision;
  const [event] = decision.events;
  if (!event) return happened(before);
  const after = evolveResource(before, event, tx.at);
  if (!(await saveResourceAsk(tx, before, after))) throw new Error('A locked ask changed under its lock.');
  const { pairingId, personId, version } = after;
  await recordEvent(tx, { kind: event.kind, pairingId, personId, facts: { answer: state } });
  await house.ledger.redraw(tx, aboutPairing(pairingId), on);
  const pairing = await pairingById(tx, pairingId);
  if (!pairing || !isRunning(pairing)) return happened(after);
  for (const to of [pairing.menteeId, pairing.mentorId])
    await house.ledger.tell(tx, {
      to,
      kind: 'resource-answered',
      about: aboutPairing(pairingId),
      occurrence: `${personId}|${version}`,
    });
  return happened(after);
}

/** Whoever was asked answers. What others try is noted. */
export async function answerSitIn(
  tx: Tx,
  house: House,
  { person: { personId }, on }: Pick<Caller, 'person' | 'on'>,
  pairingId: string,
  state: 'yes' | 'no',
): Promise<Decision<ResourceAsk>> {
  const ask = await lockResourceAsk(tx, pairingId, personId);
  if (!ask) {
    await recordAudit(tx, { action: `sit-in-${state}`, objectKind: 'pairing', objectId: pairingId, outcome: 'denied' });
    return refuse({ code: 'not-asked-of-you' });
  }
  const pairing = await pairingById(tx, pairingId);
  return pairing && isRunning(pairing) ? change(tx, house, ask, state, on) : refuse({ code: 'sit-in-settled' });
}

/** Somebody who was asked, or had agreed, cannot be had any more: the mentee can ask somebody else. */
export async function loseSitIn(tx: Tx, house: House, pairingId: string, personId: string): Promise<void> {
  const ask = await lockResourceAsk(tx, pairingId, personId);
  if (ask) await change(tx, house, ask, 'gone');
}

/** The same for all that was asked of somebody who does not work here any more. */
export async function loseSitInsOf(tx: Tx, house: House, personId: string): Promise<void> {
  for (const { pairingId } of await openResourceAsksOf(tx, personId)) await loseSitIn(tx, house, pairingId, personId);
}

/** What the one who is asked sees of it; undefined for somebody whom nobody asked. */
export async function sitInView(
  tx: Tx,
  house: House,
  pairingId: string,
  personId: string,
): Promise<SitInView | undefined> {
  const ask = (await resourceAsksOf(tx, pairingId)).find((each) => each.personId === personId);
  const pairing = await pairingById(tx, pairingId);
  const people = await peopleById(tx, pairing ? [pairing.menteeId, pairing.mentorId] : []);
  const mentee = pairing && people.get(pairing.menteeId);
  const mentor = pairing && people.get(pairing.mentorId);
  if (!ask || !mentee || !mentor) return undefined;
  return {
    pairingId,
    state: ask.state,
    mentee: mentee.name,
    mentor: mentor.name,
    topic: labelOf(house, pairing.topicId),
    words: await wordsOfResourceAsk(tx, ask, mentee.personId),
    over: !isRunning(pairing),
    contact: await contactOf(tx, personId, mentee),
  };
}

/** The card that was acted on shows what is asked from now on, and follows it. */
export async function followSitIn(
  tx: Tx,
  house: House,
  { person, on }: Pick<Caller, 'person' | 'on'>,
  pairingId: string,
): Promise<void> {
  if (!on) return;
  const about = aboutPairing(pairingId);
  await house.ledger.adopt(tx, { to: person.personId, kind: 'resource-asked', about, occurrence: tx.newId() }, on);
}
