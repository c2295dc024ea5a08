import { type OfferedReading, readings } from '../../cards';
import type { Pending, Slots } from '../../understanding';
import type { Turn } from '../intent';
import { keepOpen } from './open';

/** Lists that are shown for their own sake: who says nothing to them leaves no question unanswered. */
const shown: ReadonlySet<string> = new Set(['find_mentor', 'request_mentor']);

/** Whether the bot waits for an answer. */
export const isAsked = ({ intent, asks }: Pending): boolean => asks !== 'choice' || !shown.has(intent);

/** Whether the list that is open is one of readings. */
export const areReadings = ({ intent, asks }: Pending): boolean => intent === 'help' && asks === 'choice';

/** Keeps the readings that are offered, so that the next words can pick one, with what the text named. */
export async function offer(
  turn: Turn,
  offered: readonly OfferedReading[],
  { id, reading, after }: { readonly id?: string; readonly reading?: Slots; readonly after?: string },
): Promise<void> {
  await keepOpen(turn, {
    ...(id === undefined ? {} : { id }),
    pending: {
      intent: 'help',
      slots: {},
      asks: 'choice',
      options: offered.map(({ name }) => readings[name].label),
    },
    tokens: offered.map(({ token }) => token),
    ...(reading === undefined ? {} : { reading }),
    ...(after === undefined ? {} : { after }),
  });
}
