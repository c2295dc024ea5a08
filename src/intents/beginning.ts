import { nothingToOrient, orientation as orientationCard, readIt, refusal, tokens } from '../cards';
import { type Reply, replaceWith, say } from '../chat';
import { followOrientation, noteRead, orientationAlone, orientationFor } from '../services';
import { intent, type Turn } from './intent';

const alone = async ({ tx, house }: Turn): Promise<readonly Reply[]> => {
  const view = await orientationAlone(tx, house);
  return [say(view ? orientationCard(view) : nothingToOrient())];
};

/** How an exchange works: of one of hers in the place of the card acted on, else as a message that follows it. */
export const orientation = intent('orientation', tokens.orientation, {
  async run({ pairing }, turn) {
    const { tx, house, caller } = turn;
    const found = await orientationFor(tx, house, caller, pairing);
    if (!found) return alone(turn);
    if (!found.ok) return [say(refusal(found.because))];
    const [own] = found.events;
    if (!own) return [];
    const on = pairing === undefined ? undefined : caller.on;
    await followOrientation(tx, house, { ...caller, on }, own.pairing.pairingId);
    return on ? [replaceWith(orientationCard(own.view))] : [];
  },
});

/** "Got it." */
export const oriented = intent('oriented', tokens.oriented, {
  async run({ pairing }, { tx, house, caller }) {
    const found = await noteRead(tx, house, caller, pairing);
    if (!found.ok) return [replaceWith(refusal(found.because))];
    const [own] = found.events;
    if (!own || !caller.on) return [];
    await followOrientation(tx, house, caller, pairing);
    return [replaceWith(orientationCard(own.view, readIt()))];
  },
});
