import type { DateTime } from 'luxon';

/** The only source of business time. Signature checks and leases use real time instead. */
export interface Clock {
  now(): DateTime;
}
