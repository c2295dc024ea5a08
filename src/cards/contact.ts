import type { Button, Identity } from '../chat';
import { firstName } from './words';

/** How two people reach each other: in the chat that both use, or by their work addresses. */
export type Contact =
  | { readonly by: 'chat'; readonly with: Identity & { readonly email: string } }
  | { readonly by: 'email'; readonly email: string };

/** How one writes to two people at once: in one chat of all three; or the bot brings one's words to each of them. */
export type WayToBoth =
  | { readonly by: 'chat'; readonly with: readonly (Identity & { readonly email: string })[] }
  | { readonly by: 'bot' };

/** Writes to somebody in the reader's own client, or by email. */
export const contactButton = (name: string, contact: Contact): Button =>
  contact.by === 'chat'
    ? { label: `Write to ${firstName(name)}`, chatWith: contact.with }
    : {
        label: `Email ${firstName(name)}`,
        href: `mailto:${encodeURIComponent(contact.email).replace('%40', '@')}`,
      };
