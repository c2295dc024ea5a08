import { failInbound, finishInbound, type Recorded, recordInbound, reopenInbound, type Tx } from '../store';

/** Keeps what somebody did before anything is done about it; tells a repeat from a first. */
export const recordTurn = (tx: Tx, id: string, payload: string): Promise<Recorded> => recordInbound(tx, id, payload);

/** Ends the turn in the transaction that carries it out; false where a repeat of it was faster. */
export const finishTurn = (tx: Tx, id: string): Promise<boolean> => finishInbound(tx, id);

/** Ends a turn whose person was told that it failed. */
export const failTurn = (tx: Tx, id: string): Promise<void> => failInbound(tx, id);

/** Takes back, in its own transaction, that the turn has ended: something must be asked outside before it can. */
export const reopenTurn = (tx: Tx, id: string, payload: string): Promise<void> => reopenInbound(tx, id, payload);
