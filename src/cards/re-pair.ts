import { type Block, buttons, type Card, card, type Form, notice, prose } from '../chat';
import { type RePairKind, rePairKinds } from '../mentoring';
import { type MentorView, mentorBlock } from './find';
import type { SeenPair } from './pair-need';
import type { PairingView } from './pairing';
import { type TokenArgs, token } from './tokens';
import type { TopicView } from './topic';
import { wishBlocks, wishButton } from './wish-button';
import { browseButton, firstName, helpButton } from './words';

export const rePairWords: Readonly<Record<RePairKind, string>> = {
  'no-contact': 'They do not meet',
  'no-time': 'One of them has no time for it',
  'not-a-fit': 'It does not quite fit',
  other: 'Another reason',
};

/** Ends a pair of others, with what that means for each of them. */
export function rePairForm({ mentee, mentor }: SeenPair, args: TokenArgs<'re-pair'>): Form {
  const [learner, guide] = [firstName(mentee), firstName(mentor)];
  return {
    name: 're-pair',
    title: 'Re-pair',
    intro: [
      prose(`The exchange of ${mentee} and ${mentor} ends now. This cannot be undone.`),
      {
        block: 'list',
        items: [
          'Both are told at once, kindly, and without your reason. A meeting that they have planned is called off.',
          `${learner} is offered other mentors, and asks whom ${learner} likes.`,
          `The place with ${guide} is free again, for whoever waits for it.`,
        ],
      },
    ],
    fields: [
      {
        id: 'why',
        label: 'Why do you re-pair?',
        hint: 'Only for the record. Neither of the two is told.',
        field: 'choice',
        options: rePairKinds.map((kind) => ({ value: kind, label: rePairWords[kind] })),
      },
    ],
    submit: 'End it and offer others',
    back: { label: 'Back', token: token(args.from ?? 'see-pair', args.from ? {} : { pairing: args.pairing }) },
    token: token('re-pair', args),
  };
}

/** No reason was picked. */
export const rePairFault = 'Please pick what comes nearest. Neither of the two is told.';

/** To the coordinator: it is done. */
export const rePaired = ({ mentee, mentor }: SeenPair): Block =>
  notice(
    'good',
    `Done. ${firstName(mentee)} and ${firstName(mentor)} are told, and ${firstName(mentee)} is offered other mentors.`,
  );

const endedWords = ({ partner, topic }: PairingView): string =>
  `The program ended your exchange with ${partner.name} about ${topic}. That happens, and it is nobody’s fault.`;

/** Whom the mentee could ask next, best first; `wish` is the one that is kept where there is nobody. */
export type Offered = {
  readonly topic: TopicView;
  readonly mentors: readonly MentorView[];
  readonly wish: string | undefined;
};

const offer = ({ topic, mentors, wish }: Offered): readonly Block[] =>
  mentors.length === 0
    ? [
        prose(`Nobody else has a free place for ${topic.label} right now.`),
        ...wishBlocks(wish),
        buttons(wishButton(topic, wish), browseButton, helpButton),
      ]
    : [
        prose('These mentors can help you next. You choose whom to ask:'),
        ...mentors.map((mentor) => mentorBlock(mentor, topic)),
        buttons({ label: 'More mentors', token: token('find', { topic: topic.id }) }, browseButton, helpButton),
      ];

/** To the mentee, whose exchange a coordinator ended: who else could help. */
export function rePairedMentee(view: PairingView, next: Offered): Card {
  const words = endedWords(view);
  return card('re-paired-mentee', words, notice('info', words), ...offer(next));
}

/** The same to the mentor: the place is free again. */
export function rePairedMentor(view: PairingView): Card {
  const words = endedWords(view);
  return card(
    're-paired-mentor',
    words,
    notice('info', words),
    prose(
      `Thank you for your time with ${firstName(view.partner.name)}. Your place is free again: mentees can find you.`,
    ),
    buttons(helpButton),
  );
}
