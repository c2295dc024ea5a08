import type { HomeView } from '../cards';
import { may } from '../mentoring';
import type { Tx } from '../store';
import { actorOf, type Caller } from './caller';
import type { House } from './house';
import { entryFigures } from './mentors';
import { mineOf } from './mine';
import { topicsToDecide } from './overview';
import { suggested } from './topics';

/** What this person's home shows now. */
export async function homeOf(
  tx: Tx,
  house: House,
  caller: Pick<Caller, 'person' | 'roles' | 'zone'>,
): Promise<HomeView> {
  return {
    name: caller.person.name,
    suggested: await suggested(tx, house),
    mine: await mineOf(tx, house, caller),
    entry: await entryFigures(tx, caller.person.personId),
    seesFigures: may(actorOf(caller), 'list', { data: 'topic-figures' }),
    toDecide: await topicsToDecide(tx, house, caller),
    now: tx.at.setZone(caller.zone),
  };
}
