import { type Label, slotsFor } from './intents';
import { leftOver } from './left-over';
import type { Marked } from './marks';
import type { Signs } from './signs';
import type { Slots } from './slot-values';

/** A command's first word, what it wants, and the words besides slots that its form may have. */
const forms: readonly (readonly [RegExp, Label, string])[] = [
  [/^(?:log|record)$/u, 'log_session', 'session meeting exchange with for my mentor mentee by via last'],
  [
    /^(?:schedule|book|meet|reschedule)$/u,
    'schedule_meeting',
    'session meeting with for my mentor mentee next to from',
  ],
  [/^(?:evaluate|rate)$/u, 'evaluate', 'exchange session meeting with my mentor mentee from stars star out'],
  [/^request$/u, 'request_mentor', 'for about as my mentor'],
  [/^nominate$/u, 'nominate_mentor', 'as for mentor award'],
  [/^agenda$/u, 'agenda', 'for with my next meeting session'],
  [/^goals?$/u, 'goals', 'with my'],
  [/^agreement$/u, 'agreement', 'with my'],
  [/^(?:report|digest|waitlist)$/u, 'program_status', 'now quarterly in for'],
  [/^privacy$/u, 'privacy', ''],
  [/^(?:preferences|settings)$/u, 'preferences', ''],
];

const withColon = /^(?:add )?(?<what>agenda|goal|goals)\s*:\s*\S/iu;

export type Parsed = { readonly label: Label; readonly slots: Slots };

/**
 * A command of which every word is understood: its verb, its slots, and words that its form has anyway ("log WHO HOW-LONG
 * WHEN HOW", "agenda: ..."). A verb with anything else behind it ("log my sick day") is no parse.
 */
export function wholeParse(signs: Signs, text: Marked): Parsed | null {
  const kept = withColon.exec(signs.said)?.groups?.what?.toLowerCase();
  if (kept !== undefined) {
    const label: Label = kept === 'agenda' ? 'agenda' : 'goals';
    const slots = slotsFor(label, signs);
    return slots.text === undefined ? null : { label, slots };
  }
  const [verb] = signs.pieces;
  const form = forms.find(([first]) => verb !== undefined && first.test(verb.word));
  if (!verb || !form) return null;
  const [, label, words] = form;
  if (leftOver(signs, text, new Set([verb.word, ...words.split(' ')])) > 0) return null;
  const figures = signs.pieces.filter(({ kind }) => kind === 'figure').length;
  const slots = slotsFor(label, signs);
  return figures > 0 && Object.keys(slots).length === 0 ? null : { label, slots };
}
