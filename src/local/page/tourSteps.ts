import { type Before, buttonOf, cardIn, fill, Missing, press, saidIn, until, writeIn } from './tourActs';

export type Step = {
  readonly at: 'slack' | 'teams' | 'clock';
  readonly title: string;
  readonly says: string;
  /** What the step does on the page, or a Missing; there is none where there is only something to look at. */
  readonly act?: (before: Before) => Promise<void>;
  /** Whether the page shows that it is done; what was there before does not count. */
  readonly isDone: (before: Before) => boolean;
};

export const cast = { mentee: 'Ana Reyes', mentor: 'Joan Ek' } as const;
const ask = `Ask ${cast.mentor}`;
const accept = `Accept ${cast.mentee}`;

const mostPages = 5;

const listIn = (before: Before) => cardIn('teams', 'Ask ', before);
const requestIn = (before: Before) => cardIn('slack', accept, before);
const acceptedIn = (before: Before) => saidIn('slack', 'You accepted on', before);

/** The form that asks the mentor of the story; one that asks somebody else is not it. */
function formIn(before: Before) {
  const card = saidIn('teams', `You are asking ${cast.mentor}`, before);
  const field = card?.querySelector<HTMLTextAreaElement>('[data-field="need"] textarea');
  const send = card && buttonOf(card, 'Send request');
  return field && send ? { field, send } : undefined;
}

const clockSays = (): string => document.querySelector('.clock output')?.textContent ?? '';
/** The moment that the page's clock shows, ISO; empty while it is being read. */
export const clockShows = (): string => document.querySelector<HTMLTimeElement>('.clock time')?.dateTime ?? '';
const minutesSince = ({ clock }: Before): number => (Date.parse(clockShows()) - Date.parse(clock)) / 60_000;
const hasMoved = (before: Before): boolean => clockSays().includes('went out') && minutesSince(before) > 50;

const notToBeHad = {
  awaited: 'Ana has asked Joan before, and still waits for her answer.',
  missing: 'Joan is not in the list: she takes no request from Ana now, because of what was done here before.',
} as const;

/** Presses the button of the story's mentor, on whichever page of the list she is. */
async function askMentor(before: Before): Promise<void> {
  const noList = 'Ana’s chat shows no new list of mentors. Write “find interviewing” there.';
  const { message } = (await until(() => listIn(before), noList)).dataset;
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const list = document.querySelector<HTMLElement>(`[data-message="${message}"]`);
    const button = list && buttonOf(list, ask);
    if (button) return press(button);
    if (list?.textContent?.includes(`You already asked ${cast.mentor}`)) throw new Missing(notToBeHad.awaited);
    const more = list && buttonOf(list, 'More mentors');
    if (!more) break;
    press(more);
    await until(() => (more.isConnected ? undefined : true), 'The next mentors did not come.');
  }
  throw new Missing(notToBeHad.missing);
}

/** The story of one request, on the real page. */
export const steps: readonly Step[] = [
  {
    at: 'teams',
    title: 'Ana looks for help',
    says: 'Ana works in Bethel and uses Teams. She would like to get better at interviewing, and simply says so.',
    act: async (before) => {
      await writeIn('teams', 'find interviewing');
      await until(() => listIn(before), 'No list of mentors came. Ana’s chat says why.');
    },
    isDone: (before) => listIn(before) !== undefined || formIn(before) !== undefined,
  },
  {
    at: 'teams',
    title: 'She picks a mentor',
    says: 'Colleagues who offer to help, the best fit first. Ana asks Joan from Nome, and a short form opens in the card.',
    act: async (before) => {
      await askMentor(before);
      await until(() => formIn(before), 'The form to Joan did not open. Ana’s chat says why.');
    },
    isDone: (before) => formIn(before) !== undefined || requestIn(before) !== undefined,
  },
  {
    at: 'teams',
    title: 'She says what it is about',
    says: 'A sentence is enough, and Joan alone reads it.',
    act: async (before) => {
      const { field, send } = await until(() => formIn(before), 'The form to Joan is not open in Ana’s chat any more.');
      fill(field, 'How to ask hard questions kindly');
      press(send);
      await until(() => requestIn(before), 'The request has not reached Joan. Ana’s chat or the ledger says why.');
    },
    isDone: (before) => (requestIn(before) ?? acceptedIn(before)) !== undefined,
  },
  {
    at: 'slack',
    title: 'Joan hears of it, in Slack',
    says: 'Joan never opens Teams. The request is in her own chat, and one press answers it.',
    act: async (before) => {
      const card = await until(
        () => requestIn(before),
        'Joan’s chat shows no new request from Ana that she can accept.',
      );
      const button = buttonOf(card, accept);
      if (button) press(button);
      await until(() => acceptedIn(before), 'Joan could not accept. Her chat says why.');
    },
    isDone: (before) => acceptedIn(before) !== undefined,
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
    act: async (before) => {
      document.querySelector<HTMLButtonElement>('.clock [data-by="P3D"]')?.click();
      const late = 'The clock is still on its way: many things fall due. Wait for it, or go on.';
      await until(() => (hasMoved(before) ? true : undefined), late, 20_000);
    },
    isDone: hasMoved,
  },
  {
    at: 'clock',
    title: 'That was one request',
    says: 'The ledger shows all that was said on the way. Switch on a fault and ask again: the ledger tells what became of every message.',
    isDone: () => true,
  },
];
