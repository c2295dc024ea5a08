import { notAlone, token } from '../../cards';
import { say } from '../../chat';
import type { IntentName } from '../../understanding';
import { agendaWords } from './agenda-words';
import { greet, linkAccount, nextPage, noTrouble, outside, tooMuch, withdrawLast } from './asides';
import { programStatus } from './figures';
import { type Flow, leadsTo } from './flow';
import { logSteps } from './log-steps';
import { meetSteps } from './meet-steps';
import { namedMentor } from './named-mentor';
import { becomeMentor, endBreak, takeBreak } from './own-entry';
import {
  agreement,
  apply,
  careerPlan,
  endPairing,
  goals,
  matchCohort,
  myPairs,
  nominate,
  preferences,
  privacyWords,
} from './own-matters';
import { browse, closeTopic, findMentor, openTopic } from './topic-words';

/** Words that answer what is open, and are no wish by themselves. */
export type Answering = 'yes' | 'no' | 'cancel' | 'choose';
/** Every wish that words can be. */
export type Wish = Exclude<IntentName, Answering>;

/** Where each wish leads. */
export const flows: Readonly<Record<Wish, Flow>> = {
  find_mentor: findMentor,
  request_mentor: namedMentor,
  become_mentor: becomeMentor,
  pause_mentoring: takeBreak,
  resume_mentoring: endBreak,
  my_pairs: myPairs,
  log_session: logSteps,
  evaluate: leadsTo(({ person, rating }) => token('evaluate', { who: person, points: rating })),
  schedule_meeting: meetSteps,
  agenda: agendaWords,
  goals,
  agreement,
  career_plan: careerPlan,
  raise_concern: leadsTo(() => token('concern', {})),
  end_pairing: endPairing,
  nominate_mentor: nominate,
  apply,
  program_status: programStatus,
  match_cohort: matchCohort,
  preferences,
  privacy: privacyWords,
  help: leadsTo(() => token('help', {})),
  smalltalk: greet,
  thanks: noTrouble,
  out_of_scope: outside,
  too_long: tooMuch,
  topics: browse,
  next: nextPage,
  open_topic: openTopic,
  close_topic: closeTopic,
  overview: leadsTo(() => token('overview', {})),
  days_off: leadsTo(({ when }) => (when === undefined ? token('days-off', {}) : token('day-off-add', { on: when }))),
  accounts: leadsTo(() => token('accounts', {})),
  withdraw: withdrawLast,
  link_account: linkAccount,
  stop_mentoring: leadsTo(() => token('stop', {})),
  coordinator: leadsTo(() => token('coordinators', {})),
  distress: async () => [say(notAlone())],
};

const isWish = (name: IntentName): name is Wish => Object.hasOwn(flows, name);

/** The wish of that name; undefined for what only answers. */
export const wishCalled = (name: IntentName): Wish | undefined => (isWish(name) ? name : undefined);
