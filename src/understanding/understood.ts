import type { WhyChoose } from './decide';
import type { Label } from './labels';

/**
 * What a person can be understood to want: the names of intents.md (`labels.ts`), and the product's own: `topics`
 * (browse them), `next` (page of what was shown), `open_topic`, `close_topic`, `overview` and `accounts` (a
 * coordinator's), `withdraw` (one's own request), `link_account` (one's other account), `thanks` (and goodbye),
 * `stop_mentoring` (leaving the list of mentors), `coordinator` (a word with a human), `choose` (one of several that
 * were offered).
 */
export type IntentName =
  | Label
  | 'topics'
  | 'next'
  | 'open_topic'
  | 'close_topic'
  | 'overview'
  | 'accounts'
  | 'withdraw'
  | 'link_account'
  | 'thanks'
  | 'stop_mentoring'
  | 'coordinator'
  | 'choose'
  | 'too_long';

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

/** What the bot can have asked for and now waits to hear. */
export type Asks =
  | 'person'
  | 'topic'
  | 'date'
  | 'when'
  | 'duration'
  | 'channel'
  | 'rating'
  | 'text'
  | 'until'
  | 'yes-no'
  | 'choice';

/** What is open between the bot and this person: an answer belongs to it, a new wish leaves it. */
export type Pending = {
  /** What it is about, with all that is known of it. */
  readonly intent: IntentName;
  readonly slots: Slots;
  readonly asks: Asks;
  /** With `choice`: the words on the buttons, in order. */
  readonly options?: readonly string[];
};

export type Understood = {
  readonly intent: IntentName;
  readonly slots: Slots;
  /** 0 to 1: from 0.8 it can be acted on, from 0.5 acted on and said, below that it is asked back. */
  readonly confidence: number;
  /** At most three others that it could be, best first. */
  readonly alternatives: readonly Label[];
  /** The steps that led here, for people who look into it. Holds words of the text: not for logs. */
  readonly why: readonly string[];
  /** The text is an answer to what is pending: `intent` and `slots` are those of the pending, filled in. */
  readonly answers?: true;
  /** A second wish in the same message, as typed; the first one is what is understood here. */
  readonly after?: string;
};
