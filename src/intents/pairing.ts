import { pairingCard, token, tokens } from '../cards';
import { type Block, type Reply, replaceWith, say } from '../chat';
import type { Pairing } from '../mentoring';
import { followPairing, lookAtAgenda, pairingView } from '../services';
import { intent, type Turn } from './intent';
import { whichPairing } from './which-pairing';

/** The pairing's card of today, in the place of the one acted on; it follows the pairing from here on. */
export async function showPairing(turn: Turn, pairing: Pairing, ...first: readonly Block[]): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  await lookAtAgenda(tx, caller, pairing);
  await followPairing(tx, house, caller, pairing.pairingId);
  if (!caller.on && first.length === 0) return [];
  const shown = pairingCard(await pairingView(tx, house, pairing, caller.person.personId), ...first);
  return [caller.on ? replaceWith(shown) : say(shown)];
}

/** A pairing as it stands, with what one can do. */
export const pairing = intent('pairing', tokens.pairing, {
  async run(args, turn) {
    const found = await whichPairing(turn, args, 'Which exchange do you mean?', (id) =>
      token('pairing', { pairing: id }),
    );
    return 'replies' in found ? found.replies : showPairing(turn, found.meant.pairing);
  },
});
