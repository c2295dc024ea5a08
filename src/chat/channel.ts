import type { DateTime } from 'luxon';
import type { Card } from './card';
import type { Address, ChannelName, Identity, MessageRef } from './identity';
import type { Inbound } from './inbound';
import type { Reply } from './reply';

/**
 * A turn under way. `recorded` settles as soon as the act is safely stored (or could not be: then the replies are an
 * apology): from then on the platform may be told that it arrived. Neither promise ever rejects. The channel calls `missed`
 * where it could not show the replies, or does not know whether they arrived: she hears of it as soon as she can be reached.
 */
export type Turn = {
  readonly recorded: Promise<void>;
  readonly replies: Promise<readonly Reply[]>;
  readonly missed?: () => Promise<void>;
};
export type Receive = (inbound: Inbound) => Turn;

/**
 * What became of a send. `unreachable`: this person cannot be written to there, and trying again is useless. `busy`: the
 * platform asked to wait; nothing was sent. `refused`: the platform will never take this card (a fault of ours).
 * `unknown`: it may or may not have arrived; it must not be sent again blindly. `code` is the platform's own word.
 * `tooFast`: it asked to wait because too much was sent (429).
 */
export type SendFailure =
  | { readonly ok: false; readonly because: 'unreachable' | 'refused' | 'unknown'; readonly code: string }
  | {
      readonly ok: false;
      readonly because: 'busy';
      readonly code: string;
      readonly retryAfterSeconds: number;
      readonly tooFast?: true;
    };
export type Delivered = { readonly ok: true; readonly ref: MessageRef } | SendFailure;
export type Updated = { readonly ok: true } | SendFailure;

/**
 * Whether a message stands where it was sent. `cannot-tell`: the platform does not say; where it may say so later, it can be
 * asked again in so many seconds.
 */
export type Sought =
  | { readonly stands: 'yes'; readonly ref: MessageRef }
  | { readonly stands: 'no' }
  | { readonly stands: 'cannot-tell'; readonly code: string; readonly againInSeconds?: number };

/**
 * What the platform says about an account; nothing that its person typed to us. `email` only as far as the platform has
 * verified it. `guest`: a guest account, or one of another workspace.
 */
export type Profile = { readonly name: string; readonly email?: string; readonly guest: boolean };

/** Hears what a channel sends by itself, as answers: counted, and never held back. `slow`: the platform answered 429. */
export type Traffic = {
  answered(tenant: string): void;
  slow(tenant: string, seconds: number): void;
};
export const uncounted: Traffic = { answered: () => undefined, slow: () => undefined };

/** A chat platform. `key` is an opaque random id of the message, for read-back; it says nothing about anybody. */
export interface Channel {
  readonly name: ChannelName;
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  deliver(to: Address, card: Card, key: string): Promise<Delivered>;
  update(ref: MessageRef, card: Card): Promise<Updated>;
  /**
   * Looks for the message of this key, the sending of which began then (real time), where it was to go. Missing where the
   * platform lets nobody look.
   */
  seek?(to: Address, key: string, began: DateTime): Promise<Sought>;
  /**
   * Asks the platform whose account this is; `home` is where it can be written to. Undefined where nothing is known,
   * whatever the reason: it never rejects, and is quick enough for a turn that somebody waits for.
   */
  profile(who: Identity, home: Address | undefined): Promise<Profile | undefined>;
}
