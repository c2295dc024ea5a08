import type { MessageRef } from '../chat';
import {
  type Concern,
  type ConcernAct,
  type ConcernEvent,
  type Decision,
  decideConcern,
  evolveConcern,
} from '../mentoring';
import { concernsNotClosed, lockConcern, recordEvent, saveConcern, type Tx } from '../store';
import { readersFor } from './concern-readers';
import type { House } from './house';

export const aboutConcern = (concernId: string): { kind: 'concern'; id: string } => ({
  kind: 'concern',
  id: concernId,
});

/** An event counts that something happened to a concern: not to whose, nor about what. */
export const recordConcern = (tx: Tx, kind: ConcernEvent['kind'] | 'concern.opened'): Promise<void> =>
  recordEvent({ ...tx, actorId: undefined }, { kind });

/** Decides and writes what happens to a concern whose row is locked; its writer hears of it, and its cards follow. */
export async function changeConcern(
  tx: Tx,
  house: House,
  before: Concern,
  act: ConcernAct,
  on?: MessageRef,
): Promise<Decision<Concern>> {
  const decision = decideConcern(before, act);
  if (!decision.ok) return decision;
  const [event] = decision.events;
  if (!event) return { ok: true, events: [before] };
  const after = evolveConcern(before, event, tx.at);
  if (!(await saveConcern(tx, before, after))) throw new Error('A locked concern changed under its lock.');
  await recordConcern(tx, event.kind);
  const about = aboutConcern(after.concernId);
  const occurrence = String(after.version);
  await house.ledger.redraw(tx, about, on);
  await house.ledger.tell(tx, { to: after.writerId, kind: 'concern-news', about, occurrence });
  if (event.kind === 'concern.handed-on' && event.to !== null)
    await house.ledger.tell(tx, { to: event.to, kind: 'concern-received', about, occurrence });
  return { ok: true, events: [after] };
}

/** Gives a concern to the next who may read it, or to nobody where there is nobody. Never back to who had it. */
export async function handOn(tx: Tx, house: House, concernId: string): Promise<void> {
  const concern = await lockConcern(tx, concernId);
  if (!concern || concern.state === 'closed') return;
  const next = (await readersFor(tx, concern)).find(({ personId }) => personId !== concern.handlerId);
  await changeConcern(tx, house, concern, { act: 'hand-on', to: next?.personId ?? null });
}

/**
 * Those concerns whose handler may not read them any more, as she left, holds no such role now, or has become a party, go
 * to the next one; and those that nobody could read, to whoever can now.
 */
export async function rehomeConcerns(tx: Tx, house: House, which: (concern: Concern) => boolean): Promise<void> {
  for (const concern of (await concernsNotClosed(tx)).filter(which)) {
    const readers = await readersFor(tx, concern);
    if (!readers.some(({ personId }) => personId === concern.handlerId)) await handOn(tx, house, concern.concernId);
  }
}
