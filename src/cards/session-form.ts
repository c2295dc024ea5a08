import { type Block, type Field, type Form, prose, type Token } from '../chat';
import { longestSession, sessionDaysBack, ways as wayIds } from '../mentoring';
import { token } from './tokens';
import type { TopicView } from './topic';
import { firstName, ways } from './words';

export const mostSummary = 200;
export const mostNote = 2000;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Partner = { readonly name: string };

const noteField: Field = {
  id: 'note',
  label: 'A private note to yourself',
  hint: 'Only you can open it here. Please leave out client names.',
  field: 'paragraph',
  most: mostNote,
  optional: true,
};

const sessionForm = (
  own: Pick<Form, 'name' | 'title' | 'submit' | 'token' | 'back'>,
  first: readonly Block[],
  topics: readonly TopicView[],
): Form => ({
  ...own,
  intro: first,
  fields: [
    {
      id: 'on',
      label: 'On which day?',
      hint: `Up to ${sessionDaysBack} days back.`,
      field: 'date',
    },
    { id: 'minutes', label: 'How many minutes?', field: 'number', min: 1, max: longestSession, unit: 'minutes' },
    {
      id: 'way',
      label: 'How did you meet?',
      field: 'choice',
      options: wayIds.map((value) => ({ value, label: capital(ways[value] ?? value) })),
    },
    {
      id: 'topic',
      label: 'What was it about?',
      field: 'choice',
      options: topics.map(({ id, label }) => ({ value: id, label })),
    },
    {
      id: 'summary',
      label: 'One line for the coordinator',
      hint: 'Your partner and the coordinator can read it. Leave it empty if you like.',
      field: 'line',
      most: mostSummary,
      optional: true,
    },
    noteField,
  ],
});

/** A note that only its writer sees, before and after both have agreed on the session. */
export const noteForm = (sessionId: string, partner: Partner): Form => ({
  name: 'note',
  title: 'My private note',
  intro: [prose(`On your session with ${partner.name}. I do not show it in the chat: open it here when you need it.`)],
  fields: [noteField],
  submit: 'Keep it',
  back: { label: 'Back', token: token('session', { session: sessionId }) },
  token: token('note', { session: sessionId }),
});

/** Says what took place. `topics` holds the one that they agreed on first. */
export const logForm = (pairingId: string, partner: Partner, topics: readonly TopicView[]): Form =>
  sessionForm(
    {
      name: 'log',
      title: 'Log a session',
      submit: 'Log it',
      token: token('log', { pairing: pairingId }),
      back: { label: 'Back', token: token('pairing', { pairing: pairingId }) },
    },
    [prose(`Your session with ${partner.name}. ${firstName(partner.name)} is asked to confirm it.`)],
    topics,
  );

/** Says how it really was. */
export const correctForm = (correct: Token, sessionId: string, partner: Partner, topics: readonly TopicView[]): Form =>
  sessionForm(
    {
      name: 'correct-session',
      title: 'Correct a session',
      submit: 'Save',
      token: correct,
      back: { label: 'Back', token: token('session', { session: sessionId }) },
    },
    [prose(`Your session with ${partner.name}. Change what was different; ${firstName(partner.name)} sees it too.`)],
    topics,
  );
