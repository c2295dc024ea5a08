import { DateTime } from 'luxon';
import { type Block, type Button, buttons, type Card, card, facts, heading, notice, prose } from '../chat';
import type { Able, Evaluation, GoOn, PairingState, Side, Theme } from '../mentoring';
import type { Contact } from './contact';
import { contactButton } from './contact';
import { fewer } from './fewer';
import type { PersonOnCard } from './request';
import { token } from './tokens';
import { day, firstName, mineButton } from './words';

/** A session as one of its two people evaluates it, at `now`, in her zone. */
export type EvaluationView = {
  readonly sessionId: string;
  readonly pairingId: string;
  /** The calendar day (ISO) of the session. */
  readonly heldOn: string;
  readonly reader: Side;
  readonly partner: PersonOnCard;
  readonly topic: string;
  /** Hers, where she has given one. */
  readonly given: Evaluation | undefined;
  readonly mayChange: boolean;
  readonly pairing: PairingState;
  /** The coordinator who would read this one answer, if she asks for it; undefined where there is nobody. */
  readonly contact: string | undefined;
  /** When the figures come out to which it belongs. */
  readonly comesOut: DateTime;
  readonly zone: string;
  readonly now: DateTime;
};

/** One answer that its writer has ticked for its reader. */
export type WordsView = {
  readonly writer: PersonOnCard;
  readonly about: PersonOnCard;
  readonly side: Side;
  readonly heldOn: string;
  readonly topic: string;
  readonly answers: Pick<Evaluation, 'points' | 'able' | 'goOn'>;
  readonly words: { readonly helped: string; readonly improve: string };
  readonly contact: Contact;
  readonly now: DateTime;
};

export const ableWords: Readonly<Record<Able, string>> = { yes: 'Yes', partly: 'Partly', 'not-yet': 'Not yet' };
export const goOnWords: Readonly<Record<GoOn, string>> = { yes: 'Go on', done: 'We are done', no: 'Not for me' };
export const themeWords: Readonly<Record<Theme, string>> = {
  'good-fit': 'We work well together',
  practical: 'It was practical',
  'enough-time': 'We have enough time at work',
  'too-little-time': 'We have too little time at work',
  'hard-to-meet': 'It is hard to find a time',
  technology: 'Distance or technology gets in the way',
  'more-material': 'More examples or material would help',
  'another-topic': 'Another topic is needed',
};

/** The day of a session, the same however late it is read. */
export const heldDay = (isoDay: string, now: DateTime): string =>
  day(DateTime.fromISO(isoDay, { zone: 'utc' }), 'utc', now);

export const helpedLabel = 'What helped?';
export const improveLabel = 'What could be better?';

const evaluateButton = ({ sessionId, partner }: EvaluationView, label: string): Button => ({
  label,
  spoken: `${label}: the session with ${partner.name}`,
  token: token('evaluate', { session: sessionId }),
  dialog: true,
});

const endButton = ({ pairingId, partner }: EvaluationView): Button => ({
  label: 'End',
  spoken: `End the exchange with ${partner.name}`,
  token: token('end', { pairing: pairingId }),
});

/** What happens to an evaluation that was given. */
function whatFollows({ given, mayChange, comesOut, zone, now }: EvaluationView): string {
  if (!given) return '';
  const when = `on ${day(comesOut, zone, now)}`;
  if (mayChange)
    return `It goes into the figures that come out ${when}, without your name. Until the quarter ends, you can change it.`;
  return now < comesOut
    ? `The quarter is over, so it stays as it is. It goes into the figures that come out ${when}, without your name.`
    : 'The quarter is over, so it stays as it is. It went into the figures, without your name.';
}

/** How it stands with the exchange after what she said. */
const nextStep = (view: EvaluationView): readonly Block[] => {
  const name = firstName(view.partner.name);
  if (view.given?.goOn === 'yes' || view.pairing === 'ended') return [];
  return [prose(`You said that you would like to stop. ${name} does not know that. You can end the exchange here.`)];
};

/** Asks for an evaluation; once it is given, says thank you and what can be done. `first` blocks stand on top. */
export function evaluationCard(view: EvaluationView, ...first: readonly Block[]): Card {
  const { given, mayChange, partner, topic, heldOn, now } = view;
  const session = `your session with ${partner.name} on ${heldDay(heldOn, now)}`;
  if (!given) {
    const question = `How was ${session}?`;
    return card(
      'evaluation',
      `${question} It takes two minutes.`,
      heading(question),
      ...first,
      prose(topic),
      prose(
        'It takes two minutes and is confidential: nobody reads a single answer, except what you tick for somebody yourself.',
      ),
      buttons({ ...evaluateButton(view, 'Evaluate'), emphasis: 'main' }, mineButton),
    );
  }
  const thanks = `Thank you! You have evaluated ${session}.`;
  const stops = given.goOn !== 'yes' && view.pairing !== 'ended';
  return card(
    'evaluation',
    thanks,
    notice('good', thanks),
    ...first,
    prose(whatFollows(view)),
    ...nextStep(view),
    buttons(...(mayChange ? [evaluateButton(view, 'Change')] : []), ...(stops ? [endButton(view)] : []), mineButton),
  );
}

/** What she gave, once it cannot be changed any more; it names no words of hers. */
export const evaluationFixed = ({ given }: EvaluationView): Block =>
  notice('info', given ? `You gave ${given.points} of 5 points.` : 'Nothing was changed.');

/** Nothing is left to evaluate. */
export function nothingToEvaluate(): Card {
  const words = 'There is nothing to evaluate right now. I ask you after each session that you both agree on.';
  return card('nothing-to-evaluate', words, prose(words), buttons(mineButton));
}

const saidRows = ({ words }: Pick<WordsView, 'words'>): (readonly [string, string])[] => [
  ...(words.helped === '' ? [] : [['What helped', words.helped] as const]),
  ...(words.improve === '' ? [] : [['Could be better', words.improve] as const]),
];

/** To the partner: the words that the writer shows, and nothing else of the evaluation. */
export function wordsShown(view: WordsView): Card {
  const title = `${view.writer.name} shows you a few words about your session on ${heldDay(view.heldOn, view.now)}`;
  return card('evaluation-words', `${title}.`, heading(title), facts(...saidRows(view)));
}

/** The writer has taken the tick away. */
export function wordsTakenBack(): Card {
  const words = 'Your partner showed you a few words about a session here, and has taken them back.';
  return card('evaluation-words', words, notice('info', words));
}

const ableLabel = (side: Side): string => (side === 'mentee' ? 'Able to do it now' : 'Mentee able to do it now');

/** To the coordinator: the one answer whose writer would like to hear from her. */
export function contactAsked(view: WordsView): Card {
  const { writer, about, side, answers, heldOn, topic, contact, now } = view;
  const title = `${writer.name} would like to hear from you`;
  const name = firstName(writer.name);
  return card(
    'evaluation-contact',
    `${title}, about a session with ${about.name}.`,
    heading(title),
    prose(
      `${name} asks for it in the evaluation of a session with ${about.name} (${side === 'mentee' ? 'mentor' : 'mentee'}) on ${heldDay(heldOn, now)}. You see this one answer for that reason only. ${firstName(about.name)} does not know of it.`,
    ),
    facts(
      ['Topic', topic],
      ['Points', `${answers.points} of 5`],
      [ableLabel(side), ableWords[answers.able]],
      ['Going on', goOnWords[answers.goOn]],
      ...saidRows(view),
    ),
    buttons({ ...contactButton(writer.name, contact), emphasis: 'main' }),
  );
}

/** The writer does not ask for it any more, or the reader is not in charge any more. */
export function contactTakenBack(): Card {
  const words = 'Somebody asked you here to get in touch about an evaluation. That is not wanted any more.';
  return card('evaluation-contact', words, notice('info', words));
}

/** An evaluation that was asked for a while ago and is outstanding; `isLast`: it is not asked for once more. */
export type OutstandingView = EvaluationView & { readonly isLast: boolean };

const askedBefore = ({ isLast }: OutstandingView): string =>
  isLast
    ? 'I ask for the last time. If you would like to answer later, write: evaluate.'
    : 'I asked a while ago. If it fits now, it takes two minutes.';

/** Calls it to mind. */
export const evaluationOutstanding = (view: OutstandingView): Card => {
  if (view.given) return evaluationCard(view);
  const own = evaluationCard(view, notice('info', askedBefore(view)));
  return { ...own, blocks: [...own.blocks, fewer()] };
};

/** The same beside other messages. */
export function evaluationBrief(view: OutstandingView): Card {
  const { given, partner, topic, heldOn, now } = view;
  const session = `your session with ${partner.name} on ${heldDay(heldOn, now)}`;
  if (given)
    return card('evaluation', `You have evaluated ${session}.`, notice('good', `You have evaluated ${session}.`));
  return card(
    'evaluation',
    `How was ${session}?`,
    {
      block: 'person',
      name: partner.name,
      detail: topic,
      lines: [`How was your session on ${heldDay(heldOn, now)}? ${askedBefore(view)}`],
      button: evaluateButton(view, 'Evaluate'),
    },
    fewer(),
  );
}
