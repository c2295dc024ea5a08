import { nothingChanged, refusal } from '../cards';
import { type Reply, replaceWith } from '../chat';
import { pairingFor } from '../services';
import type { Turn } from './intent';
import { showPairing } from './pairing';

/** The exchange is over, so nothing was done: its card says how it stands now. */
export async function pairingOver(turn: Turn, pairingId: string): Promise<readonly Reply[]> {
  const found = await pairingFor(turn.tx, turn.caller, pairingId);
  if (!found.ok) return [replaceWith(refusal(found.because))];
  const [own] = found.events;
  return own ? showPairing(turn, own.pairing, nothingChanged()) : [];
}
