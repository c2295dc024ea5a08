import type { SinceThen } from './pair-glance';

/** Why something cannot be done, as a value: `cards/` puts it into words. */
export type Refusal =
  | { readonly code: 'yourself' }
  | { readonly code: 'no-such-person' }
  | { readonly code: 'no-such-request' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'not-offered' }
  | { readonly code: 'session-not-confirmed'; readonly session: string }
  | { readonly code: 'evaluation-fixed'; readonly session: string }
  | { readonly code: 'no-evaluations-here' }
  | { readonly code: 'report-not-yours' }
  | { readonly code: 'no-such-quarter' }
  | { readonly code: 'topic-not-open'; readonly topic: string }
  | { readonly code: 'mentor-full'; readonly mentor: string }
  | { readonly code: 'mentor-paused'; readonly mentor: string }
  | { readonly code: 'no-free-place' }
  | { readonly code: 'no-such-day' }
  | { readonly code: 'day-is-past' }
  | { readonly code: 'no-such-day-off' }
  | { readonly code: 'day-off-already' }
  | { readonly code: 'days-off-changed' }
  | { readonly code: 'day-off-no-name' }
  | { readonly code: 'day-off-too-far'; readonly most: number }
  | { readonly code: 'too-many-days-off'; readonly most: number }
  | { readonly code: 'pause-too-long' | 'snooze-too-long'; readonly most: number }
  | { readonly code: 'no-mentor-entry' }
  | { readonly code: 'no-such-wish' }
  | { readonly code: 'asked-already'; readonly request: string }
  | { readonly code: 'paired-already'; readonly mentor: string }
  | { readonly code: 'too-many-requests'; readonly most: number }
  | { readonly code: 'not-eligible'; readonly rule: string }
  | { readonly code: 'over-already'; readonly request: string }
  | { readonly code: 'question-asked'; readonly request: string }
  | { readonly code: 'question-answered'; readonly request: string }
  | { readonly code: 'no-question'; readonly request: string }
  | { readonly code: 'coordinators-only' }
  | { readonly code: 'no-such-claim' }
  | { readonly code: 'no-such-pairing' }
  | { readonly code: 'not-your-pairing' }
  | { readonly code: 'pair-not-seen' }
  | { readonly code: 'pair-changed'; readonly what: SinceThen }
  | { readonly code: 'pairing-over'; readonly pairing: string }
  | { readonly code: 'no-such-meeting' }
  | { readonly code: 'meeting-changed' }
  | { readonly code: 'own-times' }
  | { readonly code: 'no-time-named' }
  | { readonly code: 'time-is-over' }
  | { readonly code: 'time-too-far' }
  | { readonly code: 'time-twice' }
  | { readonly code: 'words-too-long'; readonly most: number }
  | { readonly code: 'no-such-session' }
  | { readonly code: 'session-to-come' }
  | { readonly code: 'session-too-old'; readonly most: number }
  | { readonly code: 'session-no-length' }
  | { readonly code: 'session-too-long'; readonly most: number }
  | { readonly code: 'session-twice'; readonly session: string }
  | { readonly code: 'session-settled'; readonly session: string }
  | { readonly code: 'session-own'; readonly session: string }
  | { readonly code: 'no-such-concern' }
  | { readonly code: 'not-your-concern' }
  | { readonly code: 'concern-closed' }
  | { readonly code: 'not-asked-of-you' }
  | { readonly code: 'sit-in-settled' }
  | { readonly code: 'no-such-zone' }
  | { readonly code: 'no-such-hour'; readonly which: 'from' | 'to' }
  | { readonly code: 'quiet-not-at-all' }
  | { readonly code: 'quiet-all-day' }
  | { readonly code: 'no-working-day' }
  | { readonly code: 'settings-changed' };

/** What happens next, or why not. `E` is what happened, in the past tense. */
export type Decision<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly because: Refusal };

export const refuse = (because: Refusal): { ok: false; because: Refusal } => ({ ok: false, because });
export const happened = <E>(...events: readonly E[]): Decision<E> => ({ ok: true, events });
