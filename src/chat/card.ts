import type { Identity } from './identity';
import type { Text } from './text';
import type { Token } from './token';

/** What a button does: tells the bot something, opens the chat with a person or with several in the reader's own client, or opens a page. */
export type ButtonAct =
  | {
      readonly token: Token;
      /** A form answers it, which may open over the chat where the client can (a Teams dialog); without, it takes the card's place. */
      readonly dialog?: true;
    }
  | { readonly chatWith: Identity & { readonly email?: string } }
  /** One chat of all of them; only where the client has such chats, which is Teams. */
  | { readonly chatAmong: readonly (Identity & { readonly email: string })[] }
  | { readonly href: string };

export type Button = ButtonAct & {
  /** At most 40 characters, a verb first. */
  readonly label: string;
  /** What a screen reader says, where the label alone would be the same on several buttons ("Ask Joan Ek"). */
  readonly spoken?: string;
  readonly emphasis?: 'main' | 'danger';
  /** Where the client shows few buttons, it stands in the menu of its row. */
  readonly inMenu?: true;
  /** Asked back before it acts, where the platform can. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
};

export type Tone = 'info' | 'good' | 'warning';

/** A closed union of meanings, not of looks: each channel gives each block its best native form. */
export type Block =
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'prose'; readonly text: Text }
  | { readonly block: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Text }[] }
  | {
      readonly block: 'person';
      readonly name: string;
      /** Who and where: "Eligibility Technician III, Nome". */
      readonly detail?: string;
      /** Further short lines: topics, free places, why this person. */
      readonly lines?: readonly Text[];
      readonly button?: Button;
    }
  | { readonly block: 'progress'; readonly label: string; readonly done: number; readonly of: number }
  | {
      readonly block: 'steps';
      readonly items: readonly { readonly text: string; readonly state: 'done' | 'now' | 'later' }[];
    }
  | { readonly block: 'list'; readonly items: readonly Text[]; readonly more?: Button }
  | {
      readonly block: 'chart';
      readonly title: string;
      readonly unit?: string;
      readonly points: readonly { readonly label: string; readonly value: number }[];
    }
  | { readonly block: 'notice'; readonly tone: Tone; readonly text: Text }
  | { readonly block: 'buttons'; readonly buttons: readonly Button[] };

/** `summary` is what a notification shows and a screen reader says first; `name` is the card's kind, for logs and tests. */
export type Card = { readonly name: string; readonly summary: string; readonly blocks: readonly Block[] };

export const heading = (text: string): Block => ({ block: 'heading', text });
export const prose = (text: Text): Block => ({ block: 'prose', text });
export const notice = (tone: Tone, text: Text): Block => ({ block: 'notice', tone, text });
export const facts = (...rows: readonly (readonly [label: string, value: Text])[]): Block => ({
  block: 'facts',
  rows: rows.map(([label, value]) => ({ label, value })),
});
export const buttons = (...all: readonly Button[]): Block => ({ block: 'buttons', buttons: all });
export const card = (name: string, summary: string, ...blocks: readonly Block[]): Card => ({ name, summary, blocks });
