import { type Button, buttons, type Card, card, prose } from '../chat';
import { token } from './tokens';
import { browseButton, helpButton, mineButton, overviewButton } from './words';

/** What people ask for that is not here yet. */
export type NotHere =
  | 'goals'
  | 'agreement'
  | 'career_plan'
  | 'nominate_mentor'
  | 'apply'
  | 'apply-status'
  | 'match_cohort';

type Instead = { readonly words: string; readonly next: readonly Button[] };

const coordinator: Button = { label: 'My coordinator', token: token('coordinators', {}) };

/** For each an honest sentence, and the nearest thing that can be done. */
const instead: Readonly<Record<NotHere, Instead>> = {
  goals: {
    words:
      'I cannot keep goals yet. Write yours into the agenda of your exchange: your mentor reads them there before you meet.',
    next: [{ label: 'Agenda', token: token('agenda', {}), dialog: true }, mineButton],
  },
  agreement: {
    words:
      'I do not have signed agreements yet. An exchange here needs none: you ask, your mentor says yes, and you start. I can show you how that goes.',
    next: [{ label: 'How it works', token: token('orientation', {}) }, coordinator],
  },
  career_plan: {
    words: 'I cannot keep a career plan yet. A mentor for career planning can write one with you.',
    next: [
      {
        label: 'Find a mentor',
        spoken: 'Find a mentor for career planning',
        token: token('find', { topic: 'career_planning' }),
      },
      coordinator,
    ],
  },
  nominate_mentor: {
    words:
      'How kind to think of a colleague! I cannot take names yet, but your coordinator will be glad to hear this one.',
    next: [coordinator, helpButton],
  },
  apply: {
    words:
      'You need not apply here: pick a topic and ask a mentor right away. Programs with a class or a full year are not in this chat yet.',
    next: [browseButton, coordinator],
  },
  'apply-status': {
    words: 'I keep no applications yet. Requests to mentors are here: you can see how they stand, and take them back.',
    next: [mineButton, coordinator],
  },
  match_cohort: {
    words:
      'I cannot match a class of people yet. What I can show you is who waits for a mentor, and who offers to be one.',
    next: [overviewButton, helpButton],
  },
};

/** Says that it is not here, and what is. */
export function notHere(what: NotHere): Card {
  const { words, next } = instead[what];
  return card(`not-here-${what}`, words, prose(words), buttons(...next));
}
