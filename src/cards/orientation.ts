import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import type { ResourceState, Side } from '../mentoring';
import { token } from './tokens';
import { day, firstName, helpButton, listing } from './words';

/** What a program says to those who take part for the first time. `plainly` holds its own words; the rest is quoted from `source`. */
export type Beginning = {
  readonly program: string;
  readonly source: string;
  readonly orientation: readonly string[];
  readonly expectations: Readonly<Record<Side | 'supervisor', readonly string[]>>;
  readonly plainly: Readonly<Record<Side, readonly string[]>>;
  readonly tellsSupervisor: boolean;
  readonly hasResourcePerson: boolean;
};

/** Somebody whom the mentee asked to sit in, and what came of it. */
export type SittingIn = { readonly name: string; readonly state: ResourceState };

/** How an exchange works, for one side of it. `partner` is a name; without, it is read without an exchange. */
export type OrientationView = {
  readonly side: Side;
  readonly beginning: Beginning;
  readonly partner: string | undefined;
  readonly pairingId: string | undefined;
  /** She has said that she has read it, or need not. */
  readonly seen: boolean;
  readonly mayAsk: boolean;
  /** Her supervisor is told that she takes part. */
  readonly supervisorHears: boolean;
  /** Who was asked last. */
  readonly sittingIn: SittingIn | undefined;
};

/** Of each kind of quote: the rest is read where one signs up. */
const mostQuoted = 1;

export const orientationButton: Button = { label: 'How an exchange works', token: token('orientation', {}) };

/** Who sees what, and whose chat this is. */
const whoSeesWhat = ({ side, partner, supervisorHears }: OrientationView): Text => {
  const other = partner === undefined ? `your ${side === 'mentor' ? 'mentee' : 'mentor'}` : firstName(partner);
  const supervisor =
    side === 'mentor'
      ? 'No supervisor sees what it is about.'
      : supervisorHears
        ? 'Your supervisor hears once that you take part, and never what it is about.'
        : 'Your supervisor never sees what it is about.';
  return [
    bold('Who sees what: '),
    `What you talk about stays between you and ${other}. Your coordinator sees that you two work together, since when, and which sessions you log. ${supervisor}`,
  ];
};

const employersChat: Text = [
  bold('This chat: '),
  'What you type here stays in your employer’s chat, and its rules hold for it. Please leave out client names.',
];

const quotes = ({ side, beginning }: OrientationView): readonly Block[] => {
  const quoted = [...beginning.orientation.slice(0, mostQuoted), ...beginning.expectations[side].slice(0, mostQuoted)];
  if (quoted.length === 0) return [];
  return [
    prose([bold('From the program'), ` (${beginning.source}):`]),
    { block: 'list', items: quoted.map((each) => `“${each}”`) },
  ];
};

/** How it stands with somebody who was asked to sit in. `asker` is "You", or the mentee's name for her mentor. */
export const sittingInWords = ({ name, state }: SittingIn, asker: string): string => {
  const asked = `${asker} asked ${name} to sit in at the start.`;
  switch (state) {
    case 'asked':
      return `${asked} There is no answer yet.`;
    case 'yes':
      return asker === 'You'
        ? `${name} will sit in at the start. Please tell ${firstName(name)} when you two meet first.`
        : `${name} will sit in at the start: ${asker} asked for it.`;
    case 'no':
      return `${asked} ${firstName(name)} cannot this time.`;
    case 'gone':
      return `${asked} I cannot reach ${firstName(name)} any more.`;
  }
};

const sittingIn = ({ sittingIn: asked }: OrientationView): readonly Block[] =>
  asked === undefined ? [] : [notice(asked.state === 'yes' ? 'good' : 'info', sittingInWords(asked, 'You'))];

const acts = ({ pairingId, seen, mayAsk, sittingIn: asked }: OrientationView): readonly Button[] => {
  if (pairingId === undefined) return [helpButton];
  const label = asked === undefined ? 'Ask somebody to sit in' : 'Ask somebody else';
  return [
    ...(seen ? [] : [{ label: 'Got it', token: token('oriented', { pairing: pairingId }), emphasis: 'main' as const }]),
    ...(mayAsk ? [{ label, token: token('sit-in', { pairing: pairingId }) }] : []),
    ...(seen ? [helpButton] : []),
  ];
};

/** What to know before one starts, short: told once on each side of a program, and shown again on demand. */
export function orientation(view: OrientationView, ...first: readonly Block[]): Card {
  const { side, partner, beginning } = view;
  const other = partner === undefined ? '' : side === 'mentor' ? ` ${partner}` : ` with ${partner}`;
  const title = side === 'mentor' ? 'Before you mentor' : 'Before you start';
  const plainly = beginning.plainly[side];
  return card(
    'orientation',
    `${title}${other}: how an exchange works, and who sees what.`,
    heading(`${title}${other}`),
    ...first,
    ...(plainly.length > 0 ? [{ block: 'list' as const, items: plainly }] : []),
    prose(whoSeesWhat(view)),
    prose(employersChat),
    ...quotes(view),
    ...sittingIn(view),
    buttons(...acts(view)),
  );
}

/** On top of it once she has read it. */
export const readIt = (): Block => notice('good', 'Good. You find this again under Help.');

/** There is no program here of which one could be told how it works. */
export function nothingToOrient(): Card {
  const words = 'There is no mentoring program on here right now.';
  return card('nothing-to-orient', words, notice('info', words), buttons(helpButton));
}

/** What a supervisor hears of a report who takes part for the first time; days are in the reader's zone. */
export type SupervisorView = {
  readonly mentee: string;
  readonly beginning: Beginning;
  readonly since: Parameters<typeof day>[0];
  readonly zone: string;
  readonly now: Parameters<typeof day>[0];
};

/** To a supervisor: who writes, why, what to make possible, and what a supervisor never sees. */
export function supervisorTold({ mentee, beginning, since, zone, now }: SupervisorView): Card {
  const name = firstName(mentee);
  const words = `${mentee} takes part in the ${beginning.program}, since ${day(since, zone, now)}.`;
  const quoted = beginning.expectations.supervisor;
  return card(
    'supervisor-told',
    words,
    heading(`${mentee} takes part in mentoring`),
    prose(words),
    prose(
      `I am the bot of this program and write to you on its behalf, this once, because you are ${name}’s supervisor. ${name} has begun as a mentee and needs some time for it at work. Please make that possible.`,
    ),
    ...(quoted.length > 0
      ? [prose([bold('The program says: '), `${listing(quoted.map((each) => `“${each}”`))} (${beginning.source})`])]
      : []),
    prose([
      bold('What you do not see: '),
      `with whom, about what, what is said or written, and how it is rated. That keeps it a safe place to learn. Please leave it to ${name} to tell you more.`,
    ]),
    prose('You need not answer.'),
    buttons({ label: 'Who coordinates this?', token: token('coordinators', {}) }, helpButton),
  );
}

/** To the mentee before she asks for the first time. */
export const supervisorWillHear = (supervisor: string): Block =>
  prose(
    `If it comes to a first exchange, I tell your supervisor, ${supervisor}, that you take part, so that you get time for it: not with whom, and not about what.`,
  );
