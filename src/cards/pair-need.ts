import { type Block, type Button, buttons, type Card, card, facts, heading, notice, prose } from '../chat';
import type { EndedBy, PairNeed, SinceThen } from '../mentoring';
import { concernButton } from './concern';
import type { WayToBoth } from './contact';
import { type PairingView, pairingCard } from './pairing';
import { token } from './tokens';
import { count, firstName, overviewButton } from './words';

/** A pair that needs its coordinator, and since when. */
export type NeedingPair = {
  readonly pairingId: string;
  /** How it stood when she looked, as its buttons say it. */
  readonly glance: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly topic: string;
  readonly need: PairNeed;
  readonly since: string;
};

const needWords = ({ need, since }: Pick<NeedingPair, 'need' | 'since'>): string =>
  need === 'quiet' ? `They have not met since ${since}` : `Paired since ${since}, and no meeting planned yet`;

const twoOf = ({ mentee, mentor }: Pick<NeedingPair, 'mentee' | 'mentor'>): string => `${mentee} and ${mentor}`;

/** A pair in a list, with why it stands there. */
const needingPair = (pair: NeedingPair): Extract<Block, { block: 'person' }> => ({
  block: 'person',
  name: twoOf(pair),
  detail: pair.topic,
  lines: [needWords(pair)],
});

type Acted = Pick<NeedingPair, 'pairingId' | 'glance' | 'mentee' | 'mentor'>;

/** What a coordinator does about a pair; from a digest, it is the digest that is drawn anew. */
const acts = (pair: Acted, toBoth: WayToBoth, from?: 'digest') => {
  const two = twoOf(pair);
  const at = { pairing: pair.pairingId, seen: pair.glance, from };
  const ask: Button = {
    label: 'Ask both how it goes',
    spoken: `Ask both how it goes: ${two}`,
    token: token('ask-pair', at),
  };
  const message: Button = {
    label: 'Message both',
    spoken: `Message both: ${two}`,
    ...(toBoth.by === 'chat'
      ? { chatAmong: toBoth.with }
      : { token: token('write-both', { pairing: pair.pairingId, from }), dialog: true }),
  };
  const rePair: Button = { label: 'Re-pair', spoken: `Re-pair ${two}`, token: token('re-pair', at), dialog: true };
  const fine = (label: string, weeks: 4 | 13): Button => ({
    label,
    spoken: `${label}: ${two}`,
    token: token('pair-fine', { ...at, weeks }),
  });
  return { ask, message, rePair, fine };
};

const isMain = (button: Button): Button => ({ ...button, emphasis: 'main' });

/** A pair in the digest, with all that can be done about it at once. Beside other pairs, room for buttons is short. */
export function pairWithActs(pair: NeedingPair, toBoth: WayToBoth, room: 'wide' | 'short'): readonly Block[] {
  const { ask, message, rePair, fine } = acts(pair, toBoth, 'digest');
  const others = [message, rePair, fine('Fine for 4 weeks', 4)];
  const inMenu = others.map((each): Button => ({ ...each, inMenu: true }));
  const row = room === 'wide' ? [isMain(ask), ...others] : [ask, ...inMenu];
  return [needingPair(pair), buttons(...row)];
}

/** A pair as its coordinator may see it: that the two met or plan to, never what they said. */
export type SeenPair = Omit<NeedingPair, 'need'> & {
  readonly need: PairNeed | undefined;
  readonly sessions: number;
  readonly lastOn: string | undefined;
  readonly isPlanned: boolean;
  readonly fineUntil: string | undefined;
  readonly ended: { readonly on: string; readonly by: EndedBy } | undefined;
  readonly toBoth: WayToBoth;
};

const endedWords = ({ mentee, mentor }: SeenPair, { on, by }: NonNullable<SeenPair['ended']>): string => {
  switch (by) {
    case 'mentee':
      return `${mentee} ended the exchange with ${mentor} on ${on}.`;
    case 'mentor':
      return `${mentor} ended the exchange with ${mentee} on ${on}.`;
    case 'mentee-left':
      return `The exchange of ${mentee} and ${mentor} ended on ${on}: ${mentee} no longer works here.`;
    case 'mentor-left':
      return `The exchange of ${mentee} and ${mentor} ended on ${on}: ${mentor} no longer works here.`;
    case 'coordinator':
      return `A coordinator ended the exchange of ${mentee} and ${mentor} on ${on}, so that ${firstName(mentee)} finds somebody else.`;
  }
};

const standing = (pair: SeenPair): Block => {
  const { need, fineUntil, lastOn, since, ended } = pair;
  if (ended) return notice('info', endedWords(pair, ended));
  if (fineUntil !== undefined) return notice('good', `Marked as fine until ${fineUntil}.`);
  if (need === undefined) return notice('good', 'All is as the program expects.');
  return notice('warning', `${needWords({ need, since: lastOn ?? since })}.`);
};

const metWords = (sessions: number, lastOn: string | undefined): string => {
  if (lastOn === undefined) return 'not yet';
  return sessions === 1 ? `once, on ${lastOn}` : `${count(sessions, 'time')}, the last time on ${lastOn}`;
};

const backToDigest: Button = { label: 'Back to the digest', token: token('digest', {}) };

function actsOn(pair: SeenPair): readonly Button[] {
  const { ask, message, rePair, fine } = acts(pair, pair.toBoth);
  const { pairingId: pairing } = pair;
  const fines: readonly Button[] =
    pair.fineUntil === undefined
      ? [fine('Fine for 4 weeks', 4), fine('Fine for 3 months', 13)]
      : [{ label: 'Not fine after all', token: token('pair-not-fine', { pairing }) }];
  return [isMain(ask), message, rePair, ...fines];
}

/** The pair with what its coordinator can do. `first` blocks stand on top. */
export function seenPair(pair: SeenPair, ...first: readonly Block[]): Card {
  const { topic, since, sessions, lastOn, isPlanned, ended } = pair;
  const title = twoOf(pair);
  return card(
    'seen-pair',
    `${title}, ${topic}.`,
    heading(title),
    ...first,
    facts(
      ['Topic', topic],
      ['Paired since', since],
      ['They met', metWords(sessions, lastOn)],
      ...(ended ? [] : [['Next meeting', isPlanned ? 'planned' : 'not planned'] as const]),
    ),
    standing(pair),
    prose('What the two talk about is theirs alone.'),
    buttons(...(ended ? [] : actsOn(pair)), backToDigest),
  );
}

/** Something has happened between the two since she looked, so her act was left undone. */
export function pairChanged(pair: SeenPair, what: SinceThen): Block {
  if (pair.ended) return notice('info', `${endedWords(pair, pair.ended)} So I did nothing just now.`);
  const two = `${firstName(pair.mentee)} and ${firstName(pair.mentor)}`;
  const since: Readonly<Record<SinceThen, string>> = {
    ended: `${two} have ended their exchange`,
    met: `${two} have met meanwhile`,
    planned: `${two} have planned a meeting meanwhile`,
    other: `Something has changed between ${two} meanwhile`,
  };
  return notice('info', `${since[what]}, so I did nothing just now. Here is how it stands.`);
}

/** Both are asked how it goes. */
export const bothAsked = ({ mentee, mentor }: SeenPair): Block =>
  notice('good', `${firstName(mentee)} and ${firstName(mentor)} are asked how it goes, once a week at most.`);

/** To one of the two: their coordinator asks. Once the exchange is over, how it ended. */
export function howItGoes(view: PairingView): Card {
  if (view.pairing.state === 'ended') return pairingCard(view);
  const pairing = view.pairing.pairingId;
  const words = `Your coordinator asks: how does it go with ${view.partner.name}?`;
  return card(
    'how-it-goes',
    words,
    notice('info', words),
    prose('Met already? Log it, and nobody asks. What you two talk about stays with you.'),
    buttons(
      { label: 'We met', token: token('log', { pairing }), emphasis: 'main' },
      { label: 'Plan a meeting', token: token('meet', { pairing }) },
      { ...concernButton(pairing), label: 'Something is wrong' },
    ),
  );
}

/** Until then, they are fine as they are. */
export const markedFine = ({ mentee, mentor, fineUntil }: SeenPair): Block =>
  notice('good', `${firstName(mentee)} and ${firstName(mentor)} are marked as fine until ${fineUntil}.`);

const lookButton = ({ pairingId, mentee, mentor }: NeedingPair): Button => ({
  label: 'Look',
  spoken: `Look at ${mentee} and ${mentor}`,
  token: token('see-pair', { pairing: pairingId }),
});

/** All pairs that need somebody, a page at a time. */
export function inactivePairs(
  pairs: readonly NeedingPair[],
  { page, after }: { readonly page: number; readonly after: number | undefined },
): Card {
  const words = pairs.length > 0 ? 'These pairs have not met as the program expects.' : 'No pair of yours is quiet.';
  return card(
    'inactive-pairs',
    words,
    heading(page === 1 ? 'Pairs without contact' : 'More pairs without contact'),
    prose(words),
    ...pairs.map((pair) => ({ ...needingPair(pair), button: lookButton(pair) })),
    buttons(after === undefined ? overviewButton : { label: 'More pairs', token: token('inactive', { page: after }) }),
  );
}
