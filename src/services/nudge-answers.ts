import { DateTime } from 'luxon';
import { type Decision, decideSnooze, happened, isRunning, type Pairing, refuse, slower } from '../mentoring';
import { type NudgeWish, nudgeWishOf, recordEvent, saveNudgeWish, type Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { lookAgain } from './nudges';
import { pairingFor, redrawPairing } from './pairing';
import { todayOf } from './sessions';

type Changed = { readonly pairing: Pairing; readonly changed: boolean };

/** Keeps what one of two partners answers; hers alone: the other one is asked as before. */
async function answer(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  kind: string,
  change: (wish: NudgeWish) => NudgeWish,
): Promise<Decision<Changed>> {
  const found = await pairingFor(tx, caller, pairingId);
  if (!found.ok) return found;
  const [own] = found.events;
  if (!own) return refuse({ code: 'no-such-pairing' });
  if (!isRunning(own.pairing)) return refuse({ code: 'pairing-over', pairing: pairingId });
  const { personId } = caller.person;
  const before = await nudgeWishOf(tx, pairingId, personId);
  const after = change(before);
  await saveNudgeWish(tx, pairingId, personId, after);
  await recordEvent(tx, { kind, pairingId, personId });
  await lookAgain(tx, pairingId);
  await redrawPairing(tx, house, own.pairing, caller.on);
  return happened({ pairing: own.pairing, changed: before.pace !== after.pace });
}

/** She would like to be asked again on that day (ISO, where she is); refused for a day that is past or too far. */
export async function askLater(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  until: string,
): Promise<Decision<Changed>> {
  const decision = decideSnooze(until, todayOf(tx, caller));
  if (!decision.ok) return decision;
  const day = DateTime.fromISO(until, { zone: caller.zone }).toJSDate();
  return answer(tx, house, caller, pairingId, 'nudge.later', (wish) => ({ ...wish, until: day }));
}

/** All is well between the two: she is asked half as often, down to a quarter of what the program says. */
export const askLess = (tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<Changed>> =>
  answer(tx, house, caller, pairingId, 'nudge.less', ({ pace }) => ({ until: null, pace: slower(pace) }));

/** She is asked as the program says, from now on. */
export const askAgain = (tx: Tx, house: House, caller: Caller, pairingId: string): Promise<Decision<Changed>> =>
  answer(tx, house, caller, pairingId, 'nudge.again', () => ({ until: null, pace: 1 }));
