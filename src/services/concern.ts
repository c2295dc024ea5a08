import type { ConcernView, ExchangeChoice, ReaderView } from '../cards';
import {
  type Concern,
  type ConcernKind,
  type Decision,
  happened,
  partnerOf,
  refuse,
  rightTo,
  type Thing,
} from '../mentoring';
import {
  concernById,
  concernsFor,
  concernsWrittenBy,
  insertConcern,
  lockConcern,
  pairingById,
  peopleById,
  recordAudit,
  rolesOf,
  type Tx,
  wordsOfConcern,
} from '../store';
import type { Caller } from './caller';
import { readersFor, readerViews } from './concern-readers';
import { concernView } from './concern-view';
import { aboutConcern, changeConcern, handOn, recordConcern } from './hand-on';
import { type House, labelOf } from './house';
import { pairingFor } from './pairing';
import { partnersFor } from './partners';

type Who = Pick<Caller, 'person'>;

/** What the form needs: who could read it, about which exchange it is, or which ones it may be about. */
export async function concernChoices(
  tx: Tx,
  house: House,
  caller: Who,
  pairingId: string | null,
): Promise<
  Decision<{
    readonly readers: readonly ReaderView[];
    readonly about: ExchangeChoice | undefined;
    readonly exchanges: readonly ExchangeChoice[];
  }>
> {
  const writerId = caller.person.personId;
  const readers = await readerViews(tx, { writerId, pairingId, passedOver: [] });
  if (pairingId === null) {
    const exchanges = (await partnersFor(tx, house, caller)).map(({ pairing, name, topic }) => ({
      pairingId: pairing.pairingId,
      partner: name,
      topic,
    }));
    return happened({ readers, about: undefined, exchanges });
  }
  const found = await pairingFor(tx, caller, pairingId);
  if (!found.ok) return found;
  const [seen] = found.events;
  if (!seen) return refuse({ code: 'no-such-pairing' });
  const partnerId = partnerOf(seen.pairing, writerId);
  const partner = (await peopleById(tx, [partnerId])).get(partnerId)?.name ?? '';
  return happened({
    readers,
    about: { pairingId, partner, topic: labelOf(house, seen.pairing.topicId) },
    exchanges: [],
  });
}

export type NewConcern = {
  /** The id that the form carried: sent twice, it makes one concern. */
  readonly draft: string;
  readonly pairingId: string | null;
  readonly kind: ConcernKind;
  readonly words: string;
  /** Who reads it, as the form said. */
  readonly readerId: string;
};

/** What this very form has sent before; undefined where it has sent nothing yet. */
async function sentByForm(tx: Tx, { person }: Who, draft: string): Promise<Decision<Concern> | undefined> {
  const known = await concernById(tx, draft);
  if (!known) return undefined;
  return known.writerId === person.personId ? happened(known) : refuse({ code: 'not-your-concern' });
}

/**
 * Gives a concern into the hands of the one who was named for it; nobody else hears of it. `reader-gone`: that one may not
 * or cannot read it (any more), and nothing was sent.
 */
export async function openConcern(
  tx: Tx,
  house: House,
  caller: Who,
  { draft, pairingId, kind, words, readerId }: NewConcern,
): Promise<Decision<Concern> | 'reader-gone'> {
  const before = await sentByForm(tx, caller, draft);
  if (before) return before;
  if (pairingId !== null) {
    const own = await pairingFor(tx, caller, pairingId);
    if (!own.ok) return own;
  }
  const writerId = caller.person.personId;
  const readers = (await readersFor(tx, { writerId, pairingId, passedOver: [] })).map(({ personId }) => personId);
  if (!readers.includes(readerId)) return 'reader-gone';
  const concern: Concern = {
    concernId: draft,
    writerId,
    pairingId,
    kind,
    state: 'open',
    version: 1,
    handlerId: readerId,
    passedOver: readers.slice(0, readers.indexOf(readerId)),
    openedAt: tx.at,
    takenAt: null,
    closedAt: null,
  };
  if (!(await insertConcern(tx, concern, words)))
    return (await sentByForm(tx, caller, draft)) ?? refuse({ code: 'no-such-concern' });
  await recordConcern(tx, 'concern.opened');
  await house.ledger.tell(tx, {
    to: readerId,
    kind: 'concern-received',
    about: aboutConcern(draft),
    occurrence: '1',
  });
  return happened(concern);
}

export type SeenConcern = {
  readonly view: ConcernView;
  readonly reader: 'writer' | 'handler';
  /** For the handler, while it is not closed. */
  readonly words: string | undefined;
};

/** A concern that this person may see: as its writer, or as the one who reads it, with its words. Every other try is noted. */
export async function concernFor(
  tx: Tx,
  house: House,
  { person: { personId } }: Who,
  concernId: string,
): Promise<Decision<SeenConcern>> {
  const concern = await concernById(tx, concernId);
  if (!concern) return refuse({ code: 'no-such-concern' });
  const isClosed = concern.state === 'closed';
  const isHandler = concern.handlerId === personId && (isClosed || (await mayStillRead(tx, concern)));
  const isWriter = rightTo({ personId, roles: [] }, 'read', await thingOf(tx, concern)) === 'own';
  if (!isHandler && !isWriter) {
    await recordAudit(tx, { action: 'read', objectKind: 'concern', objectId: concernId, outcome: 'denied' });
    return refuse({ code: 'not-your-concern' });
  }
  const view = await concernView(tx, house, concern, personId);
  const words = isHandler && !isClosed ? await readWords(tx, concern) : undefined;
  return happened({ view, reader: isHandler ? 'handler' : 'writer', words });
}

/** A concern as rights are asked for it. */
async function thingOf(tx: Tx, { writerId, handlerId, pairingId }: Concern): Promise<Thing> {
  const pairing = pairingId === null ? undefined : await pairingById(tx, pairingId);
  const { programId, menteeId, mentorId } = pairing ?? {};
  return {
    data: 'concern',
    writerId,
    ...(handlerId === null ? {} : { handlerId }),
    ...(programId === undefined ? {} : { programId }),
    ...(menteeId === undefined ? {} : { menteeId }),
    ...(mentorId === undefined ? {} : { mentorId }),
  };
}

/** Whether its handler may read it now: by her roles of today, and by what she is to the writer. */
async function mayStillRead(tx: Tx, concern: Concern): Promise<boolean> {
  const { handlerId } = concern;
  if (handlerId === null) return false;
  const actor = { personId: handlerId, roles: await rolesOf(tx, handlerId) };
  return (
    rightTo(actor, 'read', await thingOf(tx, concern)) === 'handed' &&
    (await readersFor(tx, concern)).some(({ personId }) => personId === handlerId)
  );
}

/** The words for their handler; that she read them is noted. */
export async function readWords(tx: Tx, concern: Concern): Promise<string> {
  const reader = { ...tx, actorId: concern.handlerId ?? undefined };
  const { concernId } = concern;
  await recordAudit(reader, { action: 'read', objectKind: 'concern', objectId: concernId, outcome: 'done' });
  return wordsOfConcern(tx, concern);
}

/**
 * Its handler takes care of it, or closes it: its writer is told. Of two who try at once, one has it: the row is locked.
 * Who may not read it any more changes nothing, and it goes to the next.
 */
export async function handleConcern(
  tx: Tx,
  house: House,
  { person: { personId }, on }: Pick<Caller, 'person' | 'on'>,
  concernId: string,
  act: 'take' | 'close',
): Promise<Decision<Concern>> {
  const concern = await lockConcern(tx, concernId);
  if (!concern) return refuse({ code: 'no-such-concern' });
  const isHers = concern.handlerId === personId && (concern.state === 'closed' || (await mayStillRead(tx, concern)));
  if (isHers) return changeConcern(tx, house, concern, { act, by: personId }, on);
  await recordAudit(tx, { action: act, objectKind: 'concern', objectId: concernId, outcome: 'denied' });
  if (concern.handlerId === personId) await handOn(tx, house, concernId);
  return refuse({ code: 'not-your-concern' });
}

/** What this person has written in confidence, the newest first, without the words. */
export async function concernsOf(tx: Tx, house: House, { person }: Who): Promise<readonly ConcernView[]> {
  const views: ConcernView[] = [];
  for (const concern of await concernsWrittenBy(tx, person.personId))
    views.push(await concernView(tx, house, concern, person.personId));
  return views;
}

/** What was written to this person in confidence and is not closed, the newest first, without the words. */
export async function concernsToRead(tx: Tx, house: House, { person }: Who): Promise<readonly ConcernView[]> {
  const views: ConcernView[] = [];
  for (const concern of await concernsFor(tx, person.personId))
    views.push(await concernView(tx, house, concern, person.personId));
  return views;
}

/** The card that she acted on shows this concern from now on, and follows it; where she acted on none, one comes that does. */
export async function followConcern(
  tx: Tx,
  house: House,
  { person, on }: Pick<Caller, 'person' | 'on'>,
  { concernId, handlerId }: Concern,
): Promise<void> {
  const kind = handlerId === person.personId ? 'concern-received' : 'concern-shown';
  const shown = { to: person.personId, kind, about: aboutConcern(concernId), occurrence: tx.newId() };
  await (on ? house.ledger.adopt(tx, shown, on) : house.ledger.tell(tx, shown));
}

/** The writer's own card of it comes as a message of its own, once. */
export const tellWriter = (tx: Tx, house: House, { concernId, writerId }: Concern): Promise<void> =>
  house.ledger.tell(tx, { to: writerId, kind: 'concern-shown', about: aboutConcern(concernId), occurrence: '1' });
