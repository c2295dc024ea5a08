import type { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';

/** `gone`: does not work here any more, or no message reaches them. */
export type ResourceState = 'asked' | 'yes' | 'no' | 'gone';

/**
 * A mentee asks somebody to sit in at the start of her first exchange, as the Bethel/Nome source has it: "their supervisor
 * to observe the mentorship process in action and/or [...] a 'mentorship resource person' to assist in starting the process".
 */
export type ResourceAsk = {
  readonly pairingId: string;
  /** Who is asked. */
  readonly personId: string;
  readonly state: ResourceState;
  /** Grows by one with every change; a change is written only on the version that was read. */
  readonly version: number;
  readonly askedAt: DateTime;
  readonly answeredAt: DateTime | null;
};

export type ResourceEvent = { readonly kind: 'resource.answered'; readonly state: 'yes' | 'no' | 'gone' };

/** Whether somebody is asked or has agreed: only one at a time is. */
export const isOpenAsk = ({ state }: Pick<ResourceAsk, 'state'>): boolean => state === 'asked' || state === 'yes';

/**
 * Whether this answer may be given now. Who said yes may still say no; a no stays, as the mentee may have asked somebody
 * else since. To answer the same once more changes nothing.
 */
export function decideResource(ask: ResourceAsk, state: ResourceEvent['state']): Decision<ResourceEvent> {
  if (ask.state === state) return happened();
  return isOpenAsk(ask) ? happened({ kind: 'resource.answered', state }) : refuse({ code: 'sit-in-settled' });
}

/** What the ask becomes by an event. */
export const evolveResource = (ask: ResourceAsk, { state }: ResourceEvent, at: DateTime): ResourceAsk => ({
  ...ask,
  state,
  version: ask.version + 1,
  answeredAt: at,
});
