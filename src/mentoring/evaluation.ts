import { type Decision, happened, refuse } from './decision';
import type { Side } from './pairing';
import type { Quarter } from './quarter';

/** Whether the mentee can do now what the exchange was about. */
export type Able = 'yes' | 'partly' | 'not-yet';
export const ables: readonly Able[] = ['yes', 'partly', 'not-yet'];

/** Whether the writer would like to go on: yes, no more as the goal is reached, or no. */
export type GoOn = 'yes' | 'done' | 'no';
export const goOns: readonly GoOn[] = ['yes', 'done', 'no'];

/** What an evaluation can be about: a closed list, so that a theme never holds anybody's own words. */
export type Theme =
  | 'good-fit'
  | 'practical'
  | 'enough-time'
  | 'too-little-time'
  | 'hard-to-meet'
  | 'technology'
  | 'more-material'
  | 'another-topic';
export const themes: readonly Theme[] = [
  'good-fit',
  'practical',
  'enough-time',
  'too-little-time',
  'hard-to-meet',
  'technology',
  'more-material',
  'another-topic',
];

/** Points go from 1 to this. */
export const mostPoints = 5;

/** What the writer answers, but for her own words. */
export type Answers = {
  /** From 1 (not useful) to 5 (very useful). */
  readonly points: number;
  readonly able: Able;
  readonly goOn: GoOn;
  readonly themes: readonly Theme[];
  /** The quality council may see the themes, without a name. */
  readonly releasesThemes: boolean;
  /** Her partner may read her words. */
  readonly showsPartner: boolean;
  /** A coordinator may read this one answer and write to her. */
  readonly contactMe: boolean;
};

/**
 * One person's evaluation of one session. It carries no time but its quarter: a finer one would tell whose it is ("Mentor
 * and Mentee to complete an evaluation after each exchange", Bethel/Nome Internal Mentoring Initiative).
 */
export type Evaluation = Answers & {
  readonly evaluationId: string;
  readonly sessionId: string;
  readonly writerId: string;
  readonly writerSide: Side;
  readonly aboutId: string;
  readonly programId: string;
  readonly topicId: string;
  readonly quarter: Quarter;
};

export type EvaluationEvent = { readonly kind: 'evaluation.given' | 'evaluation.changed' };

/**
 * Whether somebody can evaluate a session now. Once both agree that it took place; given once, it can be changed until the
 * quarter in which it was given has ended, and never after, as figures are made of it then.
 */
export function decideEvaluation(
  session: { readonly sessionId: string; readonly state: 'logged' | 'confirmed' },
  before: Pick<Evaluation, 'quarter'> | undefined,
  quarter: Quarter,
): Decision<EvaluationEvent> {
  if (session.state !== 'confirmed') return refuse({ code: 'session-not-confirmed', session: session.sessionId });
  if (!before) return happened({ kind: 'evaluation.given' });
  if (before.quarter !== quarter) return refuse({ code: 'evaluation-fixed', session: session.sessionId });
  return happened({ kind: 'evaluation.changed' });
}
