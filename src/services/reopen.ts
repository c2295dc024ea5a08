import { openTopicsOf, refreshOffersOf, type Tx } from '../store';
import type { House } from './house';
import { meetWishes } from './meet-wishes';

/** A mentor's offers open or close as her places, her pause and her accounts say; wishes for what opens are met. */
export async function reopenEntry(tx: Tx, house: House, mentorId: string): Promise<void> {
  const before = await openTopicsOf(tx, mentorId);
  await refreshOffersOf(tx, mentorId);
  const now = await openTopicsOf(tx, mentorId);
  await meetWishes(
    tx,
    house,
    mentorId,
    now.filter((topic) => !before.includes(topic)),
  );
}
