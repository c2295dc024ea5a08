import type { Button, Identity } from '../chat';
import { firstName } from './words';

/** How two people reach each other: in the chat that both use, or by their work addresses. */
export type Contact =
  | { readonly by: 'chat'; readonly with: Identity & { readonly email: string } }
  | { readonly by: 'email'; readonly email: string };

/** Writes to somebody in the reader's own client, or by email. */
export const contactButton = (name: string, contact: Contact): Button =>
  contact.by === 'chat'
    ? { label: `Write to ${firstName(name)}`, chatWith: contact.with }
    : {
        label: `Email ${firstName(name)}`,
        href: `mailto:${encodeURIComponent(contact.email).replace('%40', '@')}`,
      };
