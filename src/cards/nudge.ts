import type { DateTime } from 'luxon';
import { type Block, type Button, buttons, type Card, card, type Form, heading, notice, prose } from '../chat';
import type { PairNeed } from '../mentoring';
import { concernButton } from './concern';
import { fewer } from './fewer';
import { type PairingView, pairingCard } from './pairing';
import { plansBlocks } from './plans';
import { token } from './tokens';
import { browseButton, day, dayOf, firstName } from './words';

/** Why one of two partners is nudged, and how it stands since. */
export type NudgeView = PairingView & {
  readonly need: PairNeed;
  /** How often the program would like the two to meet: "14 days", "30 days". */
  readonly expected: string;
  /** Whether the question still stands; else the two have done something since, or wait for it. */
  readonly isOpen: boolean;
  /** It was the last time: nothing more comes until she does something. */
  readonly isLast: boolean;
  /** She is asked again on that day. */
  readonly until: DateTime | null;
  /** No message reaches the other one. */
  readonly partnerUnreachable: boolean;
};

const of = ({ pairing: { pairingId } }: PairingView): { pairing: string } => ({ pairing: pairingId });

const question = ({ need, partner }: NudgeView): string =>
  need === 'quiet' ? `When do you and ${partner.name} meet again?` : `When do you and ${partner.name} start?`;

/** Why she is asked. */
const why = ({ need, expected, pairing, sessions, zone, now }: NudgeView): string => {
  if (need === 'quiet' && sessions.lastOn !== null)
    return `You two last met on ${dayOf(sessions.lastOn, now)}, and no meeting is planned. The program hopes that pairs meet about every ${expected}.`;
  return `You are paired since ${day(pairing.startedAt, zone, now)}, and no meeting is planned yet. The program hopes that pairs begin within ${expected}.`;
};

const laterButton = (view: NudgeView): Button => ({
  label: 'Ask me later',
  token: token('nudge-later', of(view)),
});
const againButton = (view: NudgeView, label: string): Button => ({ label, token: token('nudge-again', of(view)) });
const notWorkingButton = (view: PairingView): Button => ({
  label: 'This is not working',
  token: token('not-working', of(view)),
});

const answers = (view: NudgeView): readonly Button[] => [
  { label: 'We met', spoken: `We met: ${view.partner.name} and I`, token: token('log', of(view)), emphasis: 'main' },
  { label: 'Plan a meeting', token: token('meet', of(view)), dialog: true },
  laterButton(view),
  view.isLast
    ? againButton(view, 'Keep asking me')
    : { label: 'We are fine, less often', token: token('nudge-less', of(view)) },
  notWorkingButton(view),
];

const partnerAway = (view: NudgeView): readonly Block[] =>
  view.partnerUnreachable
    ? [
        notice(
          'warning',
          `My messages do not reach ${firstName(view.partner.name)} right now, so you may be the only one who reads this. A call or an e-mail helps.`,
        ),
      ]
    : [];

const lastTime = ({ isLast, partner }: NudgeView): readonly Block[] =>
  isLast
    ? [
        notice(
          'info',
          `This is the third time that I ask about you and ${firstName(partner.name)}, so I stop here. If I should go on, press Keep asking me.`,
        ),
      ]
    : [];

/** What stands there once the question is settled, or put off; `first` says it in other words. */
function settled(view: NudgeView, first: readonly Block[]): Card {
  const { until, zone, now, sessions, partner } = view;
  const isOff = until !== null && until > now;
  const met = sessions.lastOn === null ? '' : ` You two last met on ${dayOf(sessions.lastOn, now)}.`;
  const words = isOff
    ? `All right. I ask about you and ${firstName(partner.name)} again on ${day(until, zone, now)}, if it is still open then.`
    : `All is well between you and ${firstName(partner.name)}, so there is nothing to answer.${met}`;
  return card(
    'nudge',
    words,
    heading(`You and ${partner.name}`),
    ...(first.length > 0 && !isOff ? first : [notice('good', words)]),
    ...plansBlocks(view),
    buttons(...(isOff ? [againButton(view, 'Ask me after all')] : []), {
      label: 'Our exchange',
      token: token('pairing', of(view)),
    }),
  );
}

/** Asks one of two partners when the two meet, says why, and has the answers in it. `first` blocks stand on top. */
export function nudgeCard(view: NudgeView, ...first: readonly Block[]): Card {
  if (view.pairing.state === 'ended') return pairingCard(view, ...first);
  if (!view.isOpen) return settled(view, first);
  const title = question(view);
  return card(
    'nudge',
    `${title} ${why(view)}`,
    heading(title),
    ...first,
    prose(why(view)),
    ...partnerAway(view),
    ...lastTime(view),
    buttons(...answers(view)),
    fewer(),
  );
}

/** The same beside other messages: one line, and the way to the answers. */
export function nudgeBrief(view: NudgeView): Card {
  const { partner, topic, need, until, zone, now } = view;
  if (view.pairing.state === 'ended' || !view.isOpen) {
    const isOff = until !== null && until > now;
    const words = `You and ${partner.name}: ${isOff ? `I ask again on ${day(until, zone, now)}` : 'that is settled'}.`;
    return card('nudge', words, notice('good', words));
  }
  const title = question(view);
  const short = need === 'quiet' ? 'When do you two meet again?' : 'When do you two start?';
  return card(
    'nudge',
    title,
    {
      block: 'person',
      name: partner.name,
      detail: topic,
      lines: [`${short} ${why(view)}`],
      button: { label: 'Answer', spoken: `Answer: ${title}`, token: token('nudge', of(view)), emphasis: 'main' },
    },
    ...partnerAway(view),
    ...lastTime(view),
    fewer(),
  );
}

/** She is asked half as often. */
export const askedLess = (view: NudgeView): Block =>
  notice('good', `Good to hear. I ask about you and ${firstName(view.partner.name)} half as often from now on.`);
/** She is asked as rarely as can be already. */
export const askedLeast = (): Block =>
  notice('info', 'I ask as rarely as I can already. To stop all reminders, write: settings.');
/** She is asked as often as the program says. */
export const askedAgain = (view: NudgeView): Block =>
  notice('good', `All right: I keep an eye on you and ${firstName(view.partner.name)} as the program says.`);

/** The day on which she would like to be asked again. */
export const laterForm = (view: PairingView): Form => ({
  name: 'nudge-later',
  title: 'Ask me later',
  intro: [
    prose(
      `Until then I do not ask about you and ${view.partner.name}. ${firstName(view.partner.name)} does not see this.`,
    ),
  ],
  fields: [{ id: 'until', label: 'Ask again on', field: 'date' }],
  submit: 'Save',
  back: { label: 'Back', token: token('nudge', of(view)) },
  token: token('nudge-later', of(view)),
});

/** It does not work between the two: what she can do, without fault of anybody. */
export function notWorking(view: PairingView): Card {
  const name = firstName(view.partner.name);
  const title = `It does not work with ${view.partner.name}?`;
  return card(
    'not-working',
    title,
    heading(title),
    prose(
      `That happens, and it is nobody’s fault. You can end the exchange: ${name} is told kindly, without your reason. Or tell a coordinator in confidence. ${name} hears nothing of it.`,
    ),
    buttons(
      { label: 'End', spoken: `End the exchange with ${view.partner.name}`, token: token('end', of(view)) },
      { ...concernButton(view.pairing.pairingId), label: 'Tell a coordinator' },
      ...(view.reader === 'mentee' ? [browseButton] : []),
      { label: 'Back', token: token('nudge', of(view)) },
    ),
  );
}
