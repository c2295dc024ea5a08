import type { DateTime } from 'luxon';
import type { FormValues } from './form';
import type { Address, Identity, MessageRef } from './identity';
import type { Token } from './token';

export type Envelope = {
  /**
   * The same for every repeat of one act, however often and under whatever event id the platform delivers it: made from
   * what the act is (conversation and message, trigger, invoke), never from the delivery.
   */
  readonly id: string;
  readonly from: Identity;
  readonly at: DateTime;
  /** Said to the bot alone, or where others read along. In a shared place nothing personal is answered. */
  readonly place: 'private' | 'shared';
  /** Where this person can be written to later, in private, as far as this act tells. */
  readonly home?: Address;
  /** The message whose button or form was used. */
  readonly on?: MessageRef;
  /** A form that answers this act takes the place of that message, instead of opening over it. */
  readonly formTakesPlace?: true;
  /** IANA time zone of the person's client. */
  readonly zone?: string;
  readonly locale?: string;
  /** From another workspace, or a guest account. */
  readonly guest?: boolean;
};

export type Act =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'action'; readonly token: Token }
  | { readonly kind: 'form'; readonly token: Token; readonly values: FormValues }
  | { readonly kind: 'search'; readonly token: Token; readonly text: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'installed' }
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'personChanged'; readonly active: boolean };

/** One thing a person did, in the words that all parts speak. */
export type Inbound = Envelope & Act;
