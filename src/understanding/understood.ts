import type { WhyChoose } from './decide';
import type { AboutExchange } from './exchange';

/**
 * What a person can be understood to want. The names are those of intents.md, and the product's own: `topics` (browse
 * them), `next` (page of what was shown), `open_topic`, `close_topic`, `overview` and `accounts` (a coordinator's), `withdraw` (one's own
 * request), `link_account` (one's other account), `thanks` (and goodbye), `stop_mentoring` (leaving the list of mentors),
 * `coordinator` (a word with a human).
 */
export type IntentName =
  | 'find_mentor'
  | 'request_mentor'
  | 'my_pairs'
  | 'become_mentor'
  | 'pause_mentoring'
  | 'resume_mentoring'
  | 'next'
  | 'overview'
  | 'help'
  | 'smalltalk'
  | 'thanks'
  | 'stop_mentoring'
  | 'preferences'
  | 'coordinator'
  | 'topics'
  | 'open_topic'
  | 'close_topic'
  | 'withdraw'
  | 'link_account'
  | 'accounts'
  | AboutExchange
  | 'out_of_scope'
  | 'too_long';

export type Slots = {
  /** A topic id, beyond doubt. */
  readonly topic?: string;
  /** A second topic that is named beyond doubt, beside `topic`. */
  readonly also?: string;
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
  /** Of a session that took place: minutes, the day (ISO), and how the two met. */
  readonly duration?: number;
  readonly date?: string;
  readonly channel?: string;
  /** A code that should link an account, as typed. */
  readonly code?: string;
};

export type Understood = {
  readonly intent: IntentName;
  readonly slots: Slots;
  /** 0 to 1. */
  readonly confidence: number;
  /** At most three others that it could be, best first. */
  readonly alternatives: readonly IntentName[];
  /** The steps that led here, for people who look into it. Holds words of the text: not for logs. */
  readonly why: readonly string[];
};
