import type { Inbound } from '../../chat';
import type { Opener } from './metadata';

/** Where an act came from, and so by which roads it can be answered. */
export type Way = {
  /** The installation: workspace id, or Grid id where the app is installed for all of it. */
  readonly team: string;
  readonly user: string;
  readonly trigger?: string;
  readonly responseUrl?: string;
} & (
  | { readonly from: 'command' }
  /** `ts` is missing for a message that only she sees: such a message can be changed by its response_url alone. */
  | { readonly from: 'message'; readonly channel: string; readonly ts?: string; readonly thread?: string }
  | { readonly from: 'window'; readonly view: string; readonly on?: Opener }
  | { readonly from: 'home' }
  | {
      readonly from: 'submit';
      readonly view: string;
      readonly form: string;
      readonly labels: Readonly<Record<string, string>>;
      /** A field of the window, to hang a sentence on. */
      readonly field?: string;
      readonly on?: Opener;
    }
  | { readonly from: 'direct'; readonly channel: string; readonly thread?: string }
  /** `external`: people of another organization read along there, and a slip of ours would be seen by them. */
  | { readonly from: 'mention'; readonly channel: string; readonly thread?: string; readonly external?: true }
  /** A shortcut has no place of its own: it is answered in the direct message with the bot. */
  | { readonly from: 'shortcut' }
  | { readonly from: 'search' }
  /** Nobody waits for an answer. */
  | { readonly from: 'platform' }
);

/** One payload, read: what was done, and how it can be answered. */
export type Read = { readonly inbound: Inbound; readonly way: Way };

/** Direct messages are the channels whose id begins with D. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');
