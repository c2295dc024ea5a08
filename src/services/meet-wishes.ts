import { behindDayOff, type Hours, nextWorkingMoment, restsSince, usualHours } from '../mentoring';
import {
  clearDue,
  freePlacesNow,
  holdWishes,
  lastToldOf,
  openTopicsOf,
  organizationOfTx,
  programCoordinators,
  recordEvent,
  setDue,
  type Tx,
  wishesFor,
} from '../store';
import { daysOffOf } from './days-off-here';
import type { House } from './house';
import { programFor } from './topics';

/** So many people hear of one free place at once; the others the next working day, if it is still free. */
const toldPerPlace = 3;

/** More people wish for a mentor's topics than were told of her place. */
export const moreWishesKind = 'wishes-next';

type Opening = { readonly mentorId: string; readonly topicId: string; readonly occurrence: string };

/** Tells those who have kept their wish longest; whether others are left for the next working day. */
async function tellSome(tx: Tx, house: House, { mentorId, topicId, occurrence }: Opening): Promise<boolean> {
  const program = await programFor(tx, house, topicId);
  if (!program) return false;
  await holdWishes(tx, topicId);
  const noSince = restsSince(tx.at).toJSDate();
  const waiting = await wishesFor(tx, topicId, mentorId, { noSince, occurrence });
  const now = waiting.slice(0, toldPerPlace * Math.max(1, (await freePlacesNow(tx, mentorId)) ?? 0));
  for (const { wishId: id, personId: to } of now)
    await house.ledger.tell(tx, { to, kind: 'wish-met', about: { kind: 'wish', id }, occurrence });
  const [first, ...others] = now.filter((wish) => !wish.told);
  if (first) {
    const about = { kind: 'wish' as const, id: first.wishId };
    for (const to of await programCoordinators(tx, program.id))
      await house.ledger.tell(tx, { to, kind: 'wishes-met', about, occurrence: String(1 + others.length) });
  }
  if (now.length > 0)
    await recordEvent(tx, { kind: 'wishes.told', personId: mentorId, facts: { topic: topicId, wishes: now.length } });
  return waiting.length > now.length;
}

/** The usual hours where the organization is. */
const hoursHere = async (tx: Tx): Promise<Hours> => usualHours((await organizationOfTx(tx)).zone, await daysOffOf(tx));

async function tellOthersLater(tx: Tx, mentorId: string): Promise<void> {
  const next = nextWorkingMoment(tx.at.plus({ days: 1 }), await hoursHere(tx));
  await setDue(tx, moreWishesKind, mentorId, next.toJSDate());
}

/**
 * A mentor can be found in these topics from now on. Whose wishes she could meet are told, the longest kept first, a few
 * for each free place, and each once for this opening; the wish itself is kept until its person is paired. Coordinators
 * hear of wishes that meet a mentor for the first time. Topics that no program has opened meet no wish yet.
 */
export async function meetWishes(tx: Tx, house: House, mentorId: string, topicIds: readonly string[]): Promise<void> {
  // A place that is freed, taken and freed again on one day is told once.
  const occurrence = `${mentorId}|${tx.at.toISODate()}`;
  let areLeft = false;
  for (const topicId of topicIds) areLeft = (await tellSome(tx, house, { mentorId, topicId, occurrence })) || areLeft;
  if (areLeft) await tellOthersLater(tx, mentorId);
}

/** The next working day: her place is still free, so the next few hear of it. */
export async function meetMoreWishes(tx: Tx, house: House, mentorId: string): Promise<void> {
  // The day can have become one off since it was planned.
  const later = behindDayOff(tx.at, await hoursHere(tx));
  if (later) return setDue(tx, moreWishesKind, mentorId, later.toJSDate());
  await clearDue(tx, [moreWishesKind], mentorId);
  let areLeft = false;
  for (const topicId of await openTopicsOf(tx, mentorId)) {
    const occurrence = await lastToldOf(tx, topicId, `${mentorId}|`);
    if (occurrence !== undefined) areLeft = (await tellSome(tx, house, { mentorId, topicId, occurrence })) || areLeft;
  }
  if (areLeft) await tellOthersLater(tx, mentorId);
}
