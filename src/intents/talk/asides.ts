import {
  linkedAlready,
  noProblem,
  nothingNext,
  nothingToWithdraw,
  notUnderstood,
  outOfScope,
  tapFirst,
  token,
  tooLong,
  welcome,
} from '../../cards';
import { say } from '../../chat';
import { accountsKnown, followable, homeOf, suggested, waitingRequests } from '../../services';
import type { Flow } from './flow';
import { findMentor } from './topic-words';
import { longestText } from './understand';

/** A greeting. */
export const greet: Flow = async (_, { turn: { tx, house, caller } }) => [
  say(welcome(await homeOf(tx, house, caller))),
];

/** Thanks, or goodbye. */
export const noTrouble: Flow = async () => [say(noProblem())];

/** More than anybody can be answered well. */
export const tooMuch: Flow = async () => [say(tooLong(longestText))];

/** Nothing that the bot does: kindly where that is certain, with a question where it is not. */
export const outside: Flow = async (slots, talk) => {
  const { sure } = talk;
  const { tx, house } = talk.turn;
  // It began like a search: what it looked for is no topic here.
  if (slots.asked !== undefined) return findMentor(slots, talk);
  const open = await suggested(tx, house);
  return [say(sure ? outOfScope(open) : notUnderstood(open))];
};

/** "Withdraw" by words: the one request that waits is shown with its button; several are listed; none is said. */
export const withdrawLast: Flow = async (_, { turn }) => {
  const waiting = await waitingRequests(turn.tx, turn.caller);
  const [only] = waiting;
  if (!only) return [say(nothingToWithdraw())];
  return turn.lead(waiting.length === 1 ? token('request', { request: only }) : token('mine', {}));
};

/** "Next" by words: the next page of the last list, as a message of its own. */
export const nextPage: Flow = async (_, { turn }) => {
  const next = await followable(turn.tx, turn.caller);
  if (!next) return [say(nothingNext(await suggested(turn.tx, turn.house)))];
  const replies = await turn.lead(next);
  return replies.map((reply) => (reply.kind === 'card' ? say(reply.card) : reply));
};

/** One's other account: a code is made, or one that was typed here tells nothing new. */
export const linkAccount: Flow = async ({ code }, { turn, sure }) => {
  if (code !== undefined) return [say(linkedAlready(await accountsKnown(turn.tx, turn.caller)))];
  return sure ? turn.lead(token('link', {})) : [say(tapFirst('link'))];
};
