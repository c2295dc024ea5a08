import {
  type Block,
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  type Form,
  facts,
  heading,
  notice,
  prose,
} from '../chat';
import type { ClaimState } from '../mentoring';
import { token } from './tokens';
import { count, helpButton } from './words';

/** An account that waits, or waited, for a coordinator, as one of them sees it. Days are words already. */
export type ClaimView = {
  readonly claimId: string;
  readonly state: ClaimState;
  readonly guest: boolean;
  /** What the platform says; undefined where it says nothing, and once the claim is settled. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** The account writes in the client in which this is read. */
  readonly here: boolean;
  readonly askedOn: string;
  /** Whose address it is, and who they said they are not. */
  readonly not: string | undefined;
  readonly person: string | undefined;
  readonly by: string | undefined;
  readonly on: string | undefined;
  /** A coordinator decided it, and it can be taken back. */
  readonly mayUndo: boolean;
};

export const mostName = 120;
export const mostEmail = 200;

const whoIs = (view: ClaimView): string => view.name || 'An account without a name';

const about = (view: ClaimView): Block =>
  facts(
    ['Name', view.name || 'not known'],
    ['Work address', view.email ?? 'not known'],
    ['Account', view.guest ? 'a guest, or from another organization' : 'of this organization'],
    ['Writes in', view.here ? 'this chat' : 'the other chat of your organization'],
    ...(view.not === undefined ? [] : [['Says they are not', view.not] as const]),
    ['Asked on', view.askedOn],
  );

const listButton: Button = { label: 'Waiting accounts', token: token('accounts', {}) };

const decide = (view: ClaimView, page?: number): readonly Button[] => [
  {
    label: 'Link',
    spoken: `Link ${whoIs(view)}`,
    token: token('link-account', { claim: view.claimId, page }),
    emphasis: 'main',
  },
  {
    label: 'Not one of us',
    spoken: `${whoIs(view)} is not one of us`,
    token: token('refuse-account', { claim: view.claimId, page }),
    emphasis: 'danger',
    confirm: {
      title: 'Not one of us?',
      text: 'This account is told kindly that it does not take part. You can undo it.',
      yes: 'Not one of us',
      no: 'Back',
    },
  },
];

const undo = (view: ClaimView): readonly Button[] => {
  if (!view.mayUndo) return [];
  const confirm = {
    title: 'Undo?',
    text:
      view.state === 'linked'
        ? 'The account belongs to nobody again and waits for a coordinator. What was done with it so far stays.'
        : 'The account waits for a coordinator again.',
    yes: 'Undo',
    no: 'Back',
  };
  return [{ label: 'Undo', token: token('undo-claim', { claim: view.claimId }), confirm }];
};

/** One account, and what became of it; `first` stands on top. */
export function claimCard(view: ClaimView, ...first: readonly Block[]): Card {
  switch (view.state) {
    case 'asked':
    case 'waiting':
      return card(
        'account-waiting',
        `${whoIs(view)} writes to me, and I do not know the account. Whose is it?`,
        heading('Whose account is this?'),
        ...first,
        prose('Somebody I do not know has written to me and waits. What the chat says about the account:'),
        about(view),
        buttons(...decide(view), listButton),
      );
    case 'linked': {
      const by = view.by === undefined || view.by === view.person ? '' : ` by ${view.by}`;
      const words = `This account was linked to ${view.person ?? 'a person'}${by} on ${view.on ?? view.askedOn}.`;
      return card(
        'account-settled',
        words,
        heading('An account was linked'),
        ...first,
        notice('good', words),
        buttons(...undo(view), listButton),
      );
    }
    case 'refused': {
      const words = `${view.by ?? 'A coordinator'} said on ${view.on ?? view.askedOn} that this account is not one of us.`;
      return card(
        'account-settled',
        words,
        heading('An account was turned away'),
        ...first,
        notice('info', words),
        prose('If it writes again, I say so kindly. I have forgotten its name and address.'),
        buttons(...undo(view), listButton),
      );
    }
  }
}

const row = (view: ClaimView, page: number): readonly Block[] => [
  {
    block: 'person',
    name: whoIs(view),
    ...(view.email === undefined ? {} : { detail: view.email }),
    lines: [
      `${view.guest ? 'A guest, or from another organization. ' : ''}Asked on ${view.askedOn}, in ${view.here ? 'this chat' : 'the other chat'}.`,
    ],
  },
  buttons(...decide(view, page)),
];

/** All accounts that wait, a page at a time; `next` is the page after this one. */
export function accountList(
  shown: readonly ClaimView[],
  total: number,
  page: number,
  next: number | undefined,
  ...first: readonly Block[]
): Card {
  if (total === 0) {
    const words = 'No account is waiting.';
    return card('accounts', words, ...first, prose(words), buttons(helpButton));
  }
  const words = `${count(total, 'account')} ${total === 1 ? 'waits' : 'wait'} for a coordinator.`;
  const turn: Button[] = [
    ...(next === undefined ? [] : [{ label: 'More accounts', token: token('accounts', { page: next }) }]),
    ...(page === 1 ? [] : [{ label: 'Back to the first', token: token('accounts', { page: 1 }) }]),
  ];
  return card(
    'accounts',
    words,
    heading('Waiting accounts'),
    ...first,
    prose(words),
    ...shown.flatMap((view) => row(view, page)),
    ...(turn.length > 0 ? [buttons(...turn)] : []),
  );
}

/** More strangers write than coordinators are told of one by one. */
export function manyWaiting(total: number): Card {
  const words = `Many new accounts have written to me, so I do not announce each of them. ${count(total, 'account')} ${total === 1 ? 'waits' : 'wait'} in the list.`;
  return card('many-waiting', words, prose(words), buttons({ ...listButton, emphasis: 'main' }));
}

/** On top of what is shown next: what a coordinator has just done. */
export const justLinked = (person: string): Block => notice('good', `Done. The account belongs to ${person} now.`);
export const justRefused = (): Block => notice('info', 'Done. That account does not take part.');
export const waitsAgain = (): Block => notice('info', 'Done. The account waits for you again.');

/** Whom an account belongs to: somebody of the directory, or somebody new. */
export function linkForm(view: ClaimView, page?: number): Form {
  const fields: Field[] = [
    {
      id: 'person',
      label: 'Person',
      hint: 'Type a name or a work address.',
      field: 'person',
      search: token('find-person', {}),
      optional: true,
    },
    {
      id: 'name',
      label: 'Name, if they are not on the list',
      hint: view.guest ? 'They will be marked as a guest.' : 'They are added to the list of people.',
      field: 'line',
      most: mostName,
      optional: true,
    },
    { id: 'email', label: 'Their work address', field: 'line', most: mostEmail, optional: true },
  ];
  return {
    name: 'link-account',
    title: 'Whose account is this?',
    intro: [about(view), prose('Pick the person. If they are not on the list, fill in name and work address instead.')],
    fields,
    submit: 'Link',
    back: {
      label: 'Back',
      token: page === undefined ? token('claim', { claim: view.claimId }) : token('accounts', { page }),
    },
    token: token('link-account', { claim: view.claimId, page }),
  };
}

/** Sentences at the fields of that form. */
export const linkFaults = {
  nobody: 'Please pick a person, or fill in a name and a work address below.',
  both: 'Please pick a person or fill in a new one, not both.',
  gone: 'I cannot find that person here any more. Please search again.',
  name: 'Please write the name.',
  email: 'Please write the work address, like joan.ek@example.gov.',
  taken: (name: string): string => `${name} has this address already. Please pick them in the search instead.`,
  left: 'Somebody who has left had this address. Please have the list of people put right first.',
  long: (length: number, most: number): string => `That is ${length} characters long. Please use up to ${most}.`,
} as const;
