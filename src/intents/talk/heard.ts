import { nowOf, officesOf, peopleAround } from '../../services';
import type { Scene } from '../intent';
import type { Open } from './open';
import type { Heard } from './understand';

/** What the words of this person are heard with, while that is open with her. */
export async function heardWith({ tx, caller }: Scene, open: Open | undefined): Promise<Heard> {
  return {
    offices: await officesOf(tx),
    now: nowOf(tx, caller),
    people: await peopleAround(tx, caller),
    ...(open?.pending ? { pending: open.pending } : {}),
  };
}
