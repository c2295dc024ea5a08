import { askMentor, buttonIn, fieldIn, fillIn, pressIn, until, writeIn } from './tourActs';

export type Step = {
  readonly at: 'slack' | 'teams' | 'clock';
  readonly title: string;
  readonly says: string;
  /** What the step does on the page; missing where there is only something to look at. */
  readonly act?: () => Promise<void>;
  /** Whether the page shows that it is done. */
  readonly isDone: () => boolean;
};

export const cast = { mentee: 'Ana Reyes', mentor: 'Joan Ek' } as const;
const accept = `Accept ${cast.mentee}`;
const clockSays = (): string => document.querySelector('.clock output')?.textContent ?? '';

/** The story of one request, on the real page. */
export const steps: readonly Step[] = [
  {
    at: 'teams',
    title: 'Ana looks for help',
    says: 'Ana works in Bethel and uses Teams. She would like to get better at interviewing, and simply says so.',
    act: () => writeIn('teams', 'find interviewing'),
    isDone: () => buttonIn('teams', 'Ask ') !== undefined,
  },
  {
    at: 'teams',
    title: 'She picks a mentor',
    says: 'Colleagues who offer to help, the best fit first. Ana asks Joan from Nome, and a short form opens in the card.',
    act: () => askMentor(cast.mentor),
    isDone: () => fieldIn('teams', 'need') !== undefined,
  },
  {
    at: 'teams',
    title: 'She says what it is about',
    says: 'A sentence is enough, and Joan alone reads it.',
    act: async () => {
      await fillIn('teams', 'need', 'How to ask hard questions kindly');
      await pressIn('teams', 'Send request');
      await until(() => buttonIn('slack', accept));
    },
    isDone: () => buttonIn('slack', accept) !== undefined,
  },
  {
    at: 'slack',
    title: 'Joan hears of it, in Slack',
    says: 'Joan never opens Teams. The request is in her own chat, and one press answers it.',
    act: () => pressIn('slack', accept),
    isDone: () => buttonIn('slack', accept) === undefined,
  },
  {
    at: 'teams',
    title: 'Ana’s card is drawn anew',
    says: 'The card that said “waiting” now says how to reach Joan, and Ana got the news. Nobody had to change the client.',
    isDone: () => true,
  },
  {
    at: 'clock',
    title: 'Time passes',
    says: 'Move the clock to see what happens later. Reminders wait for working hours, and the bar says how many messages went out.',
    act: async () => {
      const before = clockSays();
      document.querySelector<HTMLButtonElement>('.clock [data-by="P3D"]')?.click();
      await until(() => (clockSays() !== before && clockSays().includes('went out') ? true : undefined));
    },
    isDone: () => clockSays().includes('went out'),
  },
  {
    at: 'clock',
    title: 'That was one request',
    says: 'The ledger shows all that was said on the way. Switch on a fault and ask again: the ledger tells what became of every message.',
    isDone: () => true,
  },
];
