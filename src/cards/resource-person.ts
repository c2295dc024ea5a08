import { type Block, buttons, type Card, card, type Form, facts, heading, notice, prose } from '../chat';
import type { ResourceState } from '../mentoring';
import { type Contact, contactButton } from './contact';
import { type SittingIn, sittingInWords } from './orientation';
import { token } from './tokens';
import { firstName, helpButton, line } from './words';

export const mostSitIn = 300;

/** Somebody whom a mentee may ask to sit in. */
export type SitInChoice = {
  readonly personId: string;
  readonly name: string;
  readonly office: string | null;
  readonly as: 'supervisor' | 'coordinator';
};

const roleWords = { supervisor: 'Your supervisor', coordinator: 'Coordinator' } as const;

/** Whom the mentee asks to sit in at the start of her first exchange. */
export function sitInForm(mentor: string, topic: string, pairingId: string, choices: readonly SitInChoice[]): Form {
  return {
    name: 'sit-in',
    title: 'Ask somebody to sit in',
    intro: [
      prose('At your first exchange, somebody may watch how it goes, or help you two to start.'),
      prose(
        `Whom you ask learns that you start with ${mentor}, and that it is about ${topic}. ${firstName(mentor)} hears who comes.`,
      ),
    ],
    fields: [
      {
        id: 'who',
        label: 'Whom would you like to ask?',
        field: 'choice',
        options: choices.map(({ personId, name, office, as }) => ({
          value: personId,
          label: name,
          detail: line(roleWords[as], office),
        })),
      },
      {
        id: 'words',
        label: 'What would help you?',
        hint: 'Only the one you ask reads it.',
        field: 'paragraph',
        most: mostSitIn,
        optional: true,
      },
    ],
    submit: 'Ask',
    back: { label: 'Back', token: token('orientation', { pairing: pairingId }) },
    token: token('sit-in', { pairing: pairingId }),
  };
}

/** Sentences at the fields of that form. */
export const sitInFaults = {
  nobody: 'Please pick somebody to ask.',
  gone: 'I cannot ask them any more. Please pick somebody else.',
  long: (length: number): string => `That is ${length} characters long. Please say it in up to ${mostSitIn}.`,
} as const;

/** What somebody who is asked to sit in sees of it, and nothing else. */
export type SitInView = {
  readonly pairingId: string;
  readonly state: ResourceState;
  readonly mentee: string;
  readonly mentor: string;
  readonly topic: string;
  readonly words: string | null;
  /** The two have ended their exchange. */
  readonly over: boolean;
  readonly contact: Contact;
};

const standing = ({ state, mentee, over }: SitInView): Block => {
  const name = firstName(mentee);
  if (over) return notice('info', 'This exchange has ended. You need not do anything.');
  switch (state) {
    case 'asked':
      return notice('info', `Would you? ${name} waits for your answer.`);
    case 'yes':
      return notice('good', `You will sit in. ${name} knows, and tells you when the first meeting is.`);
    case 'no':
      return notice('info', `You cannot this time. ${name} knows.`);
    case 'gone':
      return notice('info', `This is settled without you. ${name} can ask somebody else.`);
  }
};

/** To the one who is asked to sit in. */
export function sitInCard(view: SitInView, ...first: readonly Block[]): Card {
  const { mentee, mentor, topic, words, state, over, pairingId } = view;
  const title = `${mentee} would like you to sit in`;
  const no = (label: string) => ({ label, token: token('sit-in-no', { pairing: pairingId }) });
  const yes = {
    label: 'I will sit in',
    token: token('sit-in-yes', { pairing: pairingId }),
    emphasis: 'main' as const,
  };
  const answers = over
    ? []
    : state === 'asked'
      ? [yes, no('I cannot')]
      : state === 'yes'
        ? [no('I cannot after all')]
        : [];
  return card(
    'sit-in',
    `${title} at the start of a mentoring exchange.`,
    heading(title),
    ...first,
    prose(
      `${firstName(mentee)} starts a first mentoring exchange and may ask somebody to watch how it goes, or to help the two to start.`,
    ),
    facts(['Mentor', mentor], ['Topic', topic], ...(words === null ? [] : [[`What would help`, words] as const])),
    standing(view),
    prose('Please keep what you hear there to yourself.'),
    buttons(...answers, contactButton(mentee, view.contact)),
  );
}

/** What is told of an answer: to the mentee, who may write to that person or ask another one, or to her mentor. */
export type SitInNews = SittingIn & { readonly pairingId: string } & (
    | { readonly to: 'mentee'; readonly contact: Contact; readonly mayAsk: boolean }
    | { readonly to: 'mentor'; readonly mentee: string }
  );

const afterAnswer = (news: SitInNews): readonly Block[] => {
  if (news.to === 'mentor') return [];
  if (news.state === 'yes') return [buttons(contactButton(news.name, news.contact), helpButton)];
  if (!news.mayAsk) return [prose('You can start without. Many do.'), buttons(helpButton)];
  const other = { label: 'Ask somebody else', token: token('sit-in', { pairing: news.pairingId }) };
  return [prose('You can ask somebody else, or start without. Many do.'), buttons(other, helpButton)];
};

/** To mentee and mentor: what the one who was asked to sit in has answered. */
export function sitInAnswered(news: SitInNews): Card {
  const words = sittingInWords(news, news.to === 'mentee' ? 'You' : news.mentee);
  return card('sit-in-answered', words, notice(news.state === 'yes' ? 'good' : 'info', words), ...afterAnswer(news));
}
