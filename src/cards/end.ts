import { type Block, buttons, type Card, card, type Form, notice, prose } from '../chat';
import { endKinds } from '../mentoring';
import { becomeButton } from './mentor';
import { endWords, type PairingView } from './pairing';
import { token } from './tokens';
import { browseButton, firstName, helpButton } from './words';

/** Ends an exchange: without fault, and without a word more than one likes to give. */
export const endForm = ({ pairing, partner }: Pick<PairingView, 'pairing' | 'partner'>): Form => ({
  name: 'end',
  title: 'End an exchange',
  intro: [
    prose(
      `You and ${partner.name} end your exchange. That is nobody’s fault: exchanges last as long as they help. ${firstName(partner.name)} is told kindly, without your reason.`,
    ),
  ],
  fields: [
    {
      id: 'why',
      label: 'Why do you end it?',
      hint: 'Only counted, never told to your partner.',
      field: 'choice',
      options: endKinds.map((kind) => ({ value: kind, label: endWords[kind] })),
    },
  ],
  submit: 'End',
  back: { label: 'Back', token: token('pairing', { pairing: pairing.pairingId }) },
  token: token('end', { pairing: pairing.pairingId }),
});

/** What could be next for this one of the two: a mentee may have become somebody to learn from. */
const whatNext = ({ reader, topic }: PairingView, isMentor: boolean): readonly Block[] => {
  if (reader === 'mentor') return [prose('Your place is free again: mentees can find you.')];
  if (isMentor) return [];
  return [
    prose(`You know more about ${topic} now. Would you mentor others?`),
    buttons({ ...becomeButton, emphasis: 'main' }),
  ];
};

/** The end, to her who ended it; `isMentor`: she mentors others already. */
export const ended = (view: PairingView, isMentor: boolean): readonly Block[] => [
  notice('good', `Ended. ${firstName(view.partner.name)} is told kindly. Thank you for taking part.`),
  ...whatNext(view, isMentor),
];

/** The end, to the other one. */
export function endedByPartner(view: PairingView, isMentor: boolean): Card {
  const name = view.partner.name;
  const words =
    view.pairing.endKind === 'goal-reached'
      ? `${name} says that you two have reached what you wanted, and ended your exchange about ${view.topic}. Well done!`
      : `${name} ended your exchange about ${view.topic}. That happens, and it is not about you.`;
  return card(
    'pairing-ended',
    words,
    notice('info', words),
    ...whatNext(view, isMentor),
    buttons(browseButton, helpButton),
  );
}

/** The first session is over: each says whether to go on. */
export const trialOver = ({ partner }: PairingView): Block =>
  notice(
    'info',
    `You have had your first session with ${firstName(partner.name)}. Would you like to go on, or leave it at that?`,
  );

/** Both like to go on. */
export function agreedToGoOn({ partner, topic }: PairingView): Card {
  const words = `You and ${partner.name} go on with ${topic}: you both said yes.`;
  return card('pairing-agreed', words, notice('good', words));
}

/** Ended before, by whomever: nothing was changed. */
export const endedAlready = (): Block => notice('info', 'That is done already. Here is how it stands.');
