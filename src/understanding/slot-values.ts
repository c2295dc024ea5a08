import type { WhyChoose } from './decide';

/** How a session was held, as intents.md names it. */
export type Channel = 'in_person' | 'phone' | 'video' | 'email' | 'chat';

export type Slots = {
  /** A topic id, beyond doubt. */
  readonly topic?: string;
  /** A second topic that is named beyond doubt, beside `topic`. */
  readonly also?: string;
  /** All topics that are offered or taken off a mentor's entry. */
  readonly topics?: readonly string[];
  /** Instead of `topic`: one to five topic ids to ask about, best first, and why. */
  readonly choices?: readonly string[];
  readonly unsure?: WhyChoose;
  /**
   * What was asked for, at most 80 characters: as typed after a command, or the words of a sentence that led to choices.
   * With neither topic nor choices it is something unknown.
   */
  readonly asked?: string;
  /** Topics whose words are like the unknown, best first. */
  readonly nearby?: readonly string[];
  /** One of the offices of the context, in lower case. */
  readonly office?: string;
  /** A second one. */
  readonly alsoIn?: string;
  /** A place that is asked for and is none of the offices, as typed; `near` is the office most like it. */
  readonly place?: string;
  readonly near?: string;
  /** As typed, mention syntax kept. */
  readonly person?: string;
  /** Minutes. */
  readonly duration?: number;
  /** A day of the past, `YYYY-MM-DD` where the writer is. */
  readonly date?: string;
  /** A day to come, `YYYY-MM-DD`, with a time `YYYY-MM-DDTHH:MM`, or a week `YYYY-Www`; where the writer is. */
  readonly when?: string;
  /** The last day of a break, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly channel?: Channel;
  /** 1 to 5. */
  readonly rating?: number;
  /** How many mentees at once. */
  readonly capacity?: number;
  /** The words to keep, as typed, without what leads to them. */
  readonly text?: string;
  /** As intents.md lists them for each intent; left out for the plain case. */
  readonly action?: 'remove' | 'move' | 'cancel' | 'status' | 'withdraw' | 'who_sees' | 'export' | 'delete';
  readonly program?: 'exchange' | 'pair' | 'cohort';
  readonly view?: 'digest' | 'inactive' | 'waitlist' | 'report';
  /** `HH:MM`. */
  readonly quiet_from?: string;
  readonly quiet_to?: string;
  /** An IANA name. */
  readonly timezone?: string;
  readonly digest?: 'on' | 'off';
  readonly reminders?: 'on' | 'off';
  /** A code that should link an account, as typed. */
  readonly code?: string;
  /** Which of the options that were offered, from 1; only with `choose`. */
  readonly choice?: number;
};
