import type { Label } from './intents';
import type { Slots } from './slot-values';

export type { Channel, Slots } from './slot-values';

/**
 * What a person can be understood to want: the names of intents.md (`intents/`), and the product's own: `topics`
 * (browse them), `next` (page of what was shown), `open_topic`, `close_topic`, `overview` and `accounts` (a
 * coordinator's), `days_off` (the organization's), `withdraw` (one's own request), `link_account` (one's other account), `thanks` (and goodbye),
 * `stop_mentoring` (leaving the list of mentors), `coordinator` (a word with a human), `choose` (one of several that
 * were offered), `distress` (somebody may hurt herself).
 */
export type IntentName =
  | Label
  | 'topics'
  | 'next'
  | 'open_topic'
  | 'close_topic'
  | 'overview'
  | 'accounts'
  | 'days_off'
  | 'withdraw'
  | 'link_account'
  | 'thanks'
  | 'stop_mentoring'
  | 'coordinator'
  | 'choose'
  | 'distress'
  | 'too_long';

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
