import type { Tx } from '../store';

/** Whether this person would like the weekly digest. Everybody does, as long as nobody can say otherwise. */
export const wantsDigest = async (_tx: Tx, _personId: string): Promise<boolean> => true;
