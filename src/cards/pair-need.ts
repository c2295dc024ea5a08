import { type Block, type Button, buttons, type Card, card, facts, heading, notice, prose } from '../chat';
import type { PairNeed } from '../mentoring';
import { concernButton } from './concern';
import { type PairingView, pairingCard } from './pairing';
import { token } from './tokens';
import { count, firstName, overviewButton } from './words';

/** What a reader may know by name, and how many more there are, where that may be told. */
export type Named<T> = { readonly named: readonly T[]; readonly others: number | undefined };

/** A pair that needs its coordinator, and since when. */
export type NeedingPair = {
  readonly pairingId: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly topic: string;
  readonly need: PairNeed;
  readonly since: string;
};

const needWords = ({ need, since }: Pick<NeedingPair, 'need' | 'since'>): string =>
  need === 'quiet' ? `They have not met since ${since}` : `Paired since ${since}, and no meeting planned yet`;

const lookButton = ({ pairingId, mentee, mentor }: Pick<NeedingPair, 'pairingId' | 'mentee' | 'mentor'>): Button => ({
  label: 'Look',
  spoken: `Look at ${mentee} and ${mentor}`,
  token: token('see-pair', { pairing: pairingId }),
});

/** A pair in a list, with why it stands there and the way to do something about it. */
export const needingPair = (pair: NeedingPair): Block => ({
  block: 'person',
  name: `${pair.mentee} and ${pair.mentor}`,
  detail: pair.topic,
  lines: [needWords(pair)],
  button: lookButton(pair),
});

/** A pair as its coordinator may see it: that the two met or plan to, never what they said. */
export type SeenPair = Omit<NeedingPair, 'need'> & {
  readonly need: PairNeed | undefined;
  readonly sessions: number;
  readonly lastOn: string | undefined;
  readonly isPlanned: boolean;
  readonly fineUntil: string | undefined;
};

const standing = ({ need, fineUntil, lastOn, since }: SeenPair): Block => {
  if (fineUntil !== undefined) return notice('good', `Marked as fine until ${fineUntil}.`);
  if (need === undefined) return notice('good', 'All is as the program expects.');
  return notice('warning', `${needWords({ need, since: lastOn ?? since })}.`);
};

const metWords = (sessions: number, lastOn: string | undefined): string => {
  if (lastOn === undefined) return 'not yet';
  return sessions === 1 ? `once, on ${lastOn}` : `${count(sessions, 'time')}, the last time on ${lastOn}`;
};

const fineButton = (pairing: string, label: string, weeks: 4 | 13): Button => ({
  label,
  token: token('pair-fine', { pairing, weeks }),
});

/** The pair with what its coordinator can do. `first` blocks stand on top. */
export function seenPair(pair: SeenPair, ...first: readonly Block[]): Card {
  const { pairingId: pairing, mentee, mentor, topic, since, sessions, lastOn, isPlanned, fineUntil } = pair;
  const title = `${mentee} and ${mentor}`;
  return card(
    'seen-pair',
    `${title}, ${topic}.`,
    heading(title),
    ...first,
    facts(
      ['Topic', topic],
      ['Paired since', since],
      ['They met', metWords(sessions, lastOn)],
      ['Next meeting', isPlanned ? 'planned' : 'not planned'],
    ),
    standing(pair),
    prose('What the two talk about is theirs alone.'),
    buttons(
      { label: 'Ask both how it goes', token: token('ask-pair', { pairing }), emphasis: 'main' },
      ...(fineUntil === undefined
        ? [fineButton(pairing, 'Fine for 4 weeks', 4), fineButton(pairing, 'Fine for 3 months', 13)]
        : [{ label: 'Not fine after all', token: token('pair-not-fine', { pairing }) }]),
      { label: 'Back to the digest', token: token('digest', {}) },
    ),
  );
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

/** All pairs that need somebody, a page at a time. */
export function inactivePairs(
  { named, others }: Named<NeedingPair>,
  { page, after }: { readonly page: number; readonly after: number | undefined },
): Card {
  const hers = named.length > 0 ? 'These pairs have not met as the program expects.' : 'No pair of yours is quiet.';
  const words = others === undefined ? hers : `${hers} ${moreThan(others, 'pair')}`;
  return card(
    'inactive-pairs',
    words,
    heading(page === 1 ? 'Pairs without contact' : 'More pairs without contact'),
    prose(words),
    ...named.map(needingPair),
    buttons(after === undefined ? overviewButton : { label: 'More pairs', token: token('inactive', { page: after }) }),
  );
}

/** How many there are beside those that the reader may know by name. */
export const moreThan = (others: number, one: string): string =>
  `${count(others, `more ${one}`)} ${others === 1 ? 'is' : 'are'} for their coordinators to see.`;
