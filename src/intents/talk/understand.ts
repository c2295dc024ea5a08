import type { Pending, Understood } from '../../understanding';

/** What a text is heard with: everything about its writer that helps to understand it. */
export type Heard = {
  /** Names of offices that can be asked for. */
  readonly offices: readonly string[];
  /** The wall clock where the writer is, `2026-11-18T10:00`; left out where nobody knows where she is. */
  readonly now?: string;
  /** Names of people whom she can mean. */
  readonly people?: readonly string[];
  /** What the bot has asked her and waits to hear. */
  readonly pending?: Pending;
};

/** What a text means. Pure. */
export type Understand = (text: string, heard: Heard) => Understood;

/** The longest text that is read; the understanding says `too_long` of any longer one. */
export const longestText = 1000;
