import { type NotHere, notHere, ownData, refusal, token } from '../../cards';
import type { FormValues } from '../../chat';
import { say } from '../../chat';
import { isCoordinator, type Settings } from '../../mentoring';
import { partnersNamed } from '../../services';
import type { Slots } from '../../understanding';
import { setByWords, settingsFormWith } from '../settings';
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

/** What the words set, and the same as the form has it. */
function namedIn({ quiet_from, quiet_to, timezone, digest, reminders }: Slots): {
  readonly change: Partial<Settings>;
  readonly values: FormValues;
} {
  return {
    change: {
      ...(timezone === undefined ? {} : { zone: timezone }),
      ...(quiet_from === undefined ? {} : { quietFrom: quiet_from }),
      ...(quiet_to === undefined ? {} : { quietTo: quiet_to }),
      ...(digest === undefined ? {} : { digest: digest === 'on' }),
      ...(reminders === undefined ? {} : { reminders: reminders === 'on' }),
    },
    values: {
      ...(timezone === undefined ? {} : { zone: timezone }),
      ...(quiet_from === undefined ? {} : { from: quiet_from }),
      ...(quiet_to === undefined ? {} : { to: quiet_to }),
      ...(digest === undefined ? {} : { digest }),
      ...(reminders === undefined ? {} : { reminders }),
    },
  };
}

/** What she sets by words is set at once where the words are clear, with the way back; else the form asks first. */
export const preferences: Flow = async (slots, { turn, sure }) => {
  const { change, values } = namedIn(slots);
  if (Object.keys(change).length === 0) return turn.lead(token('settings', {}));
  return sure ? setByWords(turn, change, values) : settingsFormWith(turn, values);
};

/** Who can see what; a copy or a deletion is a matter for people. */
export const privacyWords: Flow = async ({ action }, { turn }) =>
  action === 'export' || action === 'delete' ? [say(ownData(action))] : turn.lead(token('privacy', {}));
