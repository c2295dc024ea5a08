import { messageKind } from '../delivery';
import {
  beginToNudge,
  commitmentKind,
  endCommitment,
  evaluationNudgeKind,
  nudgeEvaluations,
  nudgeKind,
  nudgePair,
  nudgesBeginKind,
  sendNudge,
} from '../services';
import { whatIsDue } from './due';

/** Organizations in which everybody begins to be looked at. */
export const nudgesBegin = whatIsDue(nudgesBeginKind, beginToNudge);

/** Pairs that are to be looked at by now. */
export const nudgesDue = whatIsDue(nudgeKind, nudgePair);

/** Sessions whose evaluations are to be looked at by now. */
export const evaluationNudgesDue = whatIsDue(evaluationNudgeKind, nudgeEvaluations);

/** Mentors the time of whose commitment is nearly over. */
export const commitmentsDue = whatIsDue(commitmentKind, endCommitment);

/** Messages whose moment has come. */
export const messagesDue = whatIsDue(messageKind, sendNudge);
