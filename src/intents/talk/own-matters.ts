import { cannotSet, type NotHere, notHere, ownData, refusal, token, type Unset } from '../../cards';
import { say } from '../../chat';
import { isCoordinator } from '../../mentoring';
import { partnersNamed } from '../../services';
import type { Slots } from '../../understanding';
import { withBlocks } from './blocks';
import type { Flow } from './flow';
import { whom } from './whom';

const absent =
  (what: NotHere): Flow =>
  async () => [say(notHere(what))];

/** What is not here yet, each with the nearest thing that is. */
export const goals = absent('goals');
export const agreement = absent('agreement');
export const careerPlan = absent('career_plan');
export const nominate = absent('nominate_mentor');
export const apply: Flow = async ({ action }) => [say(notHere(action === undefined ? 'apply' : 'apply-status'))];
export const matchCohort: Flow = async (_, { turn }) => [
  say(isCoordinator(turn.caller.roles) ? notHere('match_cohort') : refusal({ code: 'coordinators-only' })),
];

/** What is hers: with a partner named, that exchange; else all that is open. */
export const myPairs: Flow = async ({ person }, { turn }) => {
  const { tx, house, caller } = turn;
  const [partner, another] = person === undefined ? [] : await partnersNamed(tx, house, caller, person);
  if (partner && !another) return turn.lead(token('pairing', { pairing: partner.pairing.pairingId }));
  return turn.lead(token('mine', {}));
};

/** An exchange is ended by the form that asks back, never by words. */
export const endPairing: Flow = async (slots, talk) => {
  const found = await whom('end_pairing', slots, talk, 'Which exchange would you like to end?');
  if ('replies' in found) return found.replies;
  return talk.turn.lead(token('end', { pairing: found.meant.pairing.pairingId }));
};

const unsetOf = ({ quiet_from, quiet_to, timezone, digest, reminders }: Slots): readonly Unset[] => [
  ...(quiet_from === undefined && quiet_to === undefined ? [] : ['quiet' as const]),
  ...(timezone === undefined ? [] : ['timezone' as const]),
  ...(digest === undefined ? [] : ['digest' as const]),
  ...(reminders === undefined ? [] : ['reminders' as const]),
];

/** The messages that come, and honestly what cannot be set yet. */
export const preferences: Flow = async (slots, { turn }) => {
  const unset = unsetOf(slots);
  const replies = await turn.lead(token('messages', {}));
  return unset.length === 0 ? replies : withBlocks(replies, cannotSet(unset));
};

/** Who can see what; a copy or a deletion is a matter for people. */
export const privacyWords: Flow = async ({ action }, { turn }) =>
  action === 'export' || action === 'delete' ? [say(ownData(action))] : turn.lead(token('privacy', {}));
