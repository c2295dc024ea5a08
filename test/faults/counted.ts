/** How often a fault is tried: the full count in `npm run faults`, a tenth of it in `npm test`. */
export const counted = (full: number): number => (process.env.FAULTS === 'full' ? full : Math.ceil(full / 10));

/** Minutes for a test in full counts. */
export const patience = 20 * 60_000;

/** How many processes are killed at each point: to start one takes a second or more. */
export const kills = process.env.FAULTS === 'full' ? 25 : 2;
