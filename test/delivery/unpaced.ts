import type { Pacing } from '../../src/delivery';

const go = async () => ({ go: true }) as const;
/** Nothing waits, neither a send nor a look. */
export const unpaced: Pacing = { turn: go, redraw: go, slow: async () => undefined };
export const everyLook = { turn: async () => undefined };
