import type { DateTime } from 'luxon';
import { type Block, type Button, buttons, type Card, card, facts, heading, notice, prose, type Tone } from '../chat';
import type { EndKind, Pairing, Side } from '../mentoring';
import { concernButton } from './concern';
import { type Contact, contactButton } from './contact';
import { type Plans, plansBlocks, plansButtons } from './plans';
import type { PersonOnCard } from './request';
import { dayWords, lengthWords } from './session';
import { token } from './tokens';
import { browseButton, day, firstName, helpButton, line } from './words';

/** A pairing as one of its two people sees it, at `now`, in her zone. */
export type PairingView = {
  readonly pairing: Pairing;
  readonly reader: Side;
  readonly readerId: string;
  readonly partner: PersonOnCard;
  readonly plans: Plans;
  readonly topic: string;
  readonly sessions: { readonly count: number; readonly minutes: number; readonly lastOn: string | null };
  readonly contact: Contact;
  readonly zone: string;
  readonly now: DateTime;
};

export const endWords: Readonly<Record<EndKind, string>> = {
  'goal-reached': 'We reached what we wanted',
  'no-time': 'There is no time for it right now',
  'not-a-fit': 'It does not quite fit',
  other: 'Another reason',
};

type Standing = { readonly tone: Tone; readonly text: string };

const goesOn = (pairing: Pairing, side: Side): boolean =>
  side === 'mentor' ? pairing.mentorGoesOn : pairing.menteeGoesOn;

/** The one sentence that says how the pairing stands, as this one of the two reads it. */
export function pairingStanding({ pairing, reader, partner, zone, now }: PairingView): Standing {
  const name = firstName(partner.name);
  switch (pairing.state) {
    case 'trial': {
      const other = reader === 'mentor' ? 'mentee' : 'mentor';
      if (goesOn(pairing, reader))
        return { tone: 'info', text: `You would like to go on. It goes on as soon as ${name} says so too.` };
      return goesOn(pairing, other)
        ? { tone: 'info', text: `${name} would like to go on after your first session. Would you?` }
        : { tone: 'info', text: 'You two try it with one session first. After it, you both say whether to go on.' };
    }
    case 'active':
      return { tone: 'good', text: `You two work together since ${day(pairing.startedAt, zone, now)}.` };
    case 'ended': {
      const on = day(pairing.endedAt ?? pairing.startedAt, zone, now);
      if (pairing.endedBy === 'coordinator')
        return { tone: 'info', text: `The program ended this exchange on ${on}. That is nobody’s fault.` };
      if (pairing.endedBy === reader) return { tone: 'info', text: `You ended this exchange on ${on}.` };
      return pairing.endedBy === 'mentor-left' || pairing.endedBy === 'mentee-left'
        ? { tone: 'info', text: `This exchange ended on ${on}: ${name} no longer works here.` }
        : { tone: 'info', text: `${name} ended this exchange on ${on}.` };
    }
  }
}

const which = ({ pairing }: PairingView): { pairing: string } => ({ pairing: pairing.pairingId });

/** What one can do in a pairing that runs. */
const acts = (view: PairingView): readonly Button[] => {
  const name = view.partner.name;
  const goOn: Button = {
    label: 'Go on',
    spoken: `Go on with ${name}`,
    token: token('go-on', { ...which(view), version: view.pairing.version }),
    emphasis: 'main',
  };
  const mayGoOn = view.pairing.state === 'trial' && !goesOn(view.pairing, view.reader);
  const [meeting, ...others] = plansButtons(view.pairing.pairingId, view);
  // Six fit: until she has said whether to go on, the agenda is found on the meeting's card.
  return [
    ...(mayGoOn ? [goOn] : []),
    ...(meeting ? [meeting] : []),
    ...(mayGoOn ? [] : others),
    { label: 'Log a session', spoken: `Log a session with ${name}`, token: token('log', which(view)) },
    { label: 'End', spoken: `End the exchange with ${name}`, token: token('end', which(view)) },
  ];
};

/** As many as a card may have. */
const mostButtons = 6;

/** Where the buttons are too many, the way to write to each other stays on the card of the request. */
const contactIfRoom = (view: PairingView): readonly Button[] =>
  acts(view).length + 1 < mostButtons ? [contactButton(view.partner.name, view.contact)] : [];

const sessionLines = ({ sessions: { count: held, minutes, lastOn }, zone, now }: PairingView): readonly Block[] =>
  lastOn === null
    ? []
    : [
        facts([
          'Sessions',
          `${held}, ${lengthWords(minutes)} ${held === 1 ? '' : 'together, the last one '}${dayWords(lastOn, zone, now)}`,
        ]),
      ];

/** A pairing in every state, with what one can do next. `first` blocks stand on top. */
export function pairingCard(view: PairingView, ...first: readonly Block[]): Card {
  const { tone, text } = pairingStanding(view);
  const role = view.reader === 'mentor' ? 'Your mentee' : 'Your mentor';
  const title = `${role}: ${view.partner.name}`;
  const running = view.pairing.state !== 'ended';
  return card(
    'pairing',
    `${title}, ${view.topic}. ${text}`,
    heading(title),
    ...first,
    prose(line(view.topic, view.partner.grade, view.partner.office)),
    notice(tone, text),
    ...(running ? plansBlocks(view) : []),
    ...sessionLines(view),
    running
      ? buttons(...acts(view), ...contactIfRoom(view), concernButton(view.pairing.pairingId))
      : buttons(browseButton, concernButton(view.pairing.pairingId), helpButton),
  );
}

/** Which of several partners is meant; `tokenOf` is where each button leads. */
export function choosePairing(
  question: string,
  partners: readonly { readonly name: string; readonly topic: string; readonly button: Button }[],
): Card {
  const rows = partners
    .slice(0, 5)
    .map(({ name, topic, button }): Block => ({ block: 'person', name, detail: topic, button }));
  return card('choose-pairing', question, prose(question), ...rows);
}

/** The same question, where none of her partners goes by the name that she used. */
export const unknownPartner = (who: string, question: string): string =>
  `You have no exchange running with “${who}”. ${question}`;

/** Nobody is meant: there is no such partner, or no pairing at all. */
export function noSuchPartner(who: string | undefined): Card {
  const words =
    who === undefined
      ? 'You have no exchange running right now. Would you like to find a mentor?'
      : `You have no exchange running with “${who}”.`;
  return card('no-such-partner', words, notice('info', words), buttons(browseButton, helpButton));
}
