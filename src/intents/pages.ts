import { endOfList } from '../cards';
import { type Card, type Reply, replaceWith, say, type Token } from '../chat';
import { noteOffered } from '../services';
import type { Turn } from './intent';

const perPage = 5;

/** One page of a list that is turned by its button and by "next"; the page beyond the last one says that it is the end. */
export async function onPage<T>(
  turn: Turn,
  all: readonly T[],
  page: number,
  tokenOf: (page: number) => Token,
  draw: (shown: readonly T[], after: number | undefined) => Promise<Card>,
): Promise<readonly Reply[]> {
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const isBeyond = page > 1 && shown.length === 0;
  await noteOffered(turn.tx, turn.caller, tokenOf(isBeyond ? page : page + 1));
  if (isBeyond) return [say(endOfList({ label: 'Start again', token: tokenOf(1) }))];
  const card = await draw(shown, all.length > page * perPage ? page + 1 : undefined);
  return [page === 1 ? say(card) : replaceWith(card)];
}
