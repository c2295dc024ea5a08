import { type Decision, happened, type Request, refuse } from '../mentoring';
import {
  dropKeptWish,
  holdWishes,
  insertWish,
  keptWishFor,
  meetWish,
  mentorsWaitingForApp,
  recordEvent,
  type Tx,
  type Wish,
  wishById,
} from '../store';
import type { Caller } from './caller';
import { canAsk } from './find';
import { redrawHomes } from './home-notice';
import type { House } from './house';

/** What became of a wish: kept, kept before, or needless as somebody else can be asked by now. */
export type Keeping = { readonly kept: 'new' | 'known'; readonly wish: string } | { readonly kept: 'needless' };

/** Keeps a wish for a topic until its person is paired in it, or forgets it. */
export async function keepWish(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
  topicId: string,
): Promise<Decision<Keeping>> {
  if (!house.topics.has(topicId)) return refuse({ code: 'topic-not-open', topic: topicId });
  await holdWishes(tx, topicId);
  const known = await keptWishFor(tx, person.personId, topicId);
  if (known !== undefined) return happened<Keeping>({ kept: 'known', wish: known });
  if (await canAsk(tx, house, person, topicId)) return happened<Keeping>({ kept: 'needless' });
  const wish = tx.newId();
  if (!(await insertWish(tx, wish, person.personId, topicId))) throw new Error('A wish was kept under its lock.');
  await recordEvent(tx, { kind: 'wish.kept', personId: person.personId, facts: { topic: topicId } });
  await redrawHomes(tx, house, [person.personId]);
  return happened<Keeping>({ kept: 'new', wish });
}

const about = (wishId: string): { kind: 'wish'; id: string } => ({ kind: 'wish', id: wishId });

/** Drops a wish of this person. */
export async function dropWish(
  tx: Tx,
  house: House,
  { person, on }: Pick<Caller, 'person' | 'on'>,
  wishId: string,
): Promise<Decision<Wish>> {
  const wish = await wishById(tx, wishId);
  if (!wish || wish.personId !== person.personId || !(await dropKeptWish(tx, wishId, person.personId)))
    return refuse({ code: 'no-such-wish' });
  await recordEvent(tx, { kind: 'wish.dropped', personId: person.personId, facts: { topic: wish.topicId } });
  await house.ledger.redraw(tx, about(wishId), on);
  await redrawHomes(tx, house, [person.personId]);
  return happened(wish);
}

/** She is paired in the topic that she has wished for: the wish has come true. */
export async function fulfilWish(
  tx: Tx,
  house: House,
  { menteeId, mentorId, topicId }: Pick<Request, 'menteeId' | 'mentorId' | 'topicId'>,
): Promise<void> {
  const wishId = await keptWishFor(tx, menteeId, topicId);
  if (wishId === undefined || !(await meetWish(tx, menteeId, topicId, mentorId))) return;
  await recordEvent(tx, { kind: 'wish.met', personId: menteeId, facts: { topic: topicId } });
  await house.ledger.redraw(tx, about(wishId), undefined);
}

/** How many mentors nobody finds because the app is missing where they read. */
export const mentorsWithoutApp = (tx: Tx): Promise<number> => mentorsWaitingForApp(tx);
