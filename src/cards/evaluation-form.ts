import { type Field, type Form, prose } from '../chat';
import { ables, goOns, mostPoints, themes } from '../mentoring';
import {
  ableWords,
  type EvaluationView,
  goOnWords,
  heldDay,
  helpedLabel,
  improveLabel,
  themeWords,
} from './evaluation';
import { token } from './tokens';
import { firstName } from './words';

export const mostWords = 1000;

const words = (id: string, label: string): Field => ({
  id,
  label,
  hint: 'Please leave out client names.',
  field: 'paragraph',
  most: mostWords,
  optional: true,
});

const tick = (id: string, label: string, text: string): Field => ({
  id,
  label,
  field: 'consent',
  text,
  optional: true,
});

/** What one person says about a session, and who may see what of it. */
export function evaluationForm(view: EvaluationView): Form {
  const { reader, partner, topic, heldOn, now, given, contact, pairing, sessionId } = view;
  const name = firstName(partner.name);
  const goOnHint = `If you pick “${goOnWords.yes}”, ${name} hears that you would like to go on.`;
  return {
    name: 'evaluate',
    title: given ? 'Change your evaluation' : 'Evaluate your session',
    intro: [
      prose(`Your session with ${partner.name} on ${heldDay(heldOn, now)}: ${topic}.`),
      prose(
        'Your answers are confidential. Nobody reads a single one, except what you tick at the end. From five people on, and only after the quarter has ended, they go into figures without names. The quality council, the coordinators and the mentors see those figures only.',
      ),
    ],
    fields: [
      {
        id: 'points',
        label: 'How useful was this session?',
        field: 'scale',
        points: mostPoints,
        low: 'Not useful',
        high: 'Very useful',
      },
      words('helped', helpedLabel),
      words('improve', improveLabel),
      {
        id: 'able',
        label: reader === 'mentee' ? 'Are you able to do it now?' : 'Is your mentee able to do it now?',
        field: 'choice',
        options: ables.map((value) => ({ value, label: ableWords[value] })),
      },
      {
        id: 'go_on',
        label: 'Go on?',
        ...(pairing === 'trial' ? { hint: goOnHint } : {}),
        field: 'choice',
        options: goOns.map((value) => ({ value, label: goOnWords[value] })),
      },
      {
        id: 'themes',
        label: 'What fits?',
        field: 'choices',
        options: themes.map((value) => ({ value, label: themeWords[value] })),
        optional: true,
      },
      tick('releases', 'These themes', 'The quality council may see these themes, without my name'),
      tick('shows', 'My words', `Show my words to ${name}`),
      ...(contact === undefined
        ? []
        : [tick('contact', 'Contact me', `${contact} may read this one answer and write to me`)]),
    ],
    submit: given ? 'Save' : 'Send',
    back: { label: 'Back', token: token('session', { session: sessionId }) },
    token: token('evaluate', { session: sessionId }),
  };
}
