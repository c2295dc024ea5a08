import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose } from '../chat';
import type { Reason } from '../mentoring';
import { type Aside, asideBlocks, asideButtons } from './aside';
import { type TokenArgs, token } from './tokens';
import type { TopicView } from './topic';
import { wishBlocks, wishButton } from './wish-button';
import { browseButton, count, helpButton, line, listing, timeWords, ways, wayWords } from './words';

export type MentorView = {
  readonly id: string;
  readonly name: string;
  readonly office: string | null;
  readonly grade: string | null;
  readonly topics: readonly string[];
  readonly ways: readonly string[];
  readonly times: readonly string[];
  readonly reasons: readonly Reason[];
};

const reasonWords = (reason: Reason): string => {
  switch (reason.why) {
    case 'same-office':
      return 'in your office';
    case 'same-zone':
      return 'in your time zone';
    case 'near-zone':
      return `${count(reason.hours, 'hour')} from your time zone`;
    case 'free-places':
      return count(reason.places, 'free place');
    case 'meets-by':
      return `meets ${ways[reason.way] ?? reason.way}`;
  }
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const mostTopicsShown = 4;
const topicsLine = (topics: readonly string[]): string => {
  const rest = topics.length - mostTopicsShown;
  return topics.slice(0, mostTopicsShown).join(' · ') + (rest > 0 ? ` and ${rest} more` : '');
};

const meets = ({ ways: by, times: at }: MentorView): string =>
  by.length + at.length === 0 ? '' : `Meets ${line(wayWords(by), timeWords(at))}`;

/** What stands below a mentor's name: her topics, how she meets, and why she is shown. */
export const mentorLines = (mentor: MentorView): string[] =>
  [topicsLine(mentor.topics), meets(mentor), sentence(mentor.reasons.map(reasonWords).join(', '))].filter(
    (words) => words !== '',
  );

/** A mentor with the button that asks her in a topic. */
export const mentorBlock = (mentor: MentorView, topic: TopicView): Block => ({
  block: 'person',
  name: mentor.name,
  detail: line(mentor.grade, mentor.office),
  lines: mentorLines(mentor),
  button: {
    label: 'Ask',
    spoken: `Ask ${mentor.name}`,
    token: token('ask', { mentor: mentor.id, topic: topic.id }),
    emphasis: 'main',
  },
});

type Look = TokenArgs<'find'>;

const inOffice = ({ office }: Look): string => (office === undefined ? '' : ` in ${office}`);

/** A mentor who is missing in the list, as her answer is still waited for; `since` is a day in words. */
export type Awaited = { readonly name: string; readonly since: string };

/** What a find says beside its mentors. `after` is the look at the next page, if there is one; `wish` a kept wish for the topic. */
export type FindContext = {
  readonly look: Look;
  readonly after?: Look | undefined;
  readonly awaited: readonly Awaited[];
  readonly aside: Aside;
  readonly wish?: string | undefined;
};

const mostAwaited = 3;
const awaitedBlocks = (awaited: readonly Awaited[]): readonly Block[] => {
  const rest = awaited.length - mostAwaited;
  const lines = awaited
    .slice(0, mostAwaited)
    .map(({ name, since }) => `You already asked ${name} – waiting since ${since}.`);
  return [...lines, ...(rest > 0 ? [`You wait for ${rest} more.`] : [])].map(prose);
};

/** One page of mentors for a topic, best first, each with the reasons why. */
export function mentorsFound(topic: TopicView, mentors: readonly MentorView[], context: FindContext): Card {
  const { look, after, awaited, aside } = context;
  const page = look.page ?? 1;
  const next: Button = after === undefined ? browseButton : { label: 'More mentors', token: token('find', after) };
  const others = [
    ...asideButtons(aside, topic),
    next,
    ...(look.office === undefined ? [] : [allOffices(topic)]),
    ...(page > 1 ? [backToFirst(look)] : []),
  ];
  return card(
    'mentors-found',
    `${count(mentors.length, 'mentor')} for ${topic.label}${inOffice(look)}: ${listing(mentors.map((mentor) => mentor.name))}.`,
    heading(`${page === 1 ? 'Mentors' : 'More mentors'} for ${topic.label}${inOffice(look)}`),
    ...asideBlocks(aside, '. Here are mentors from all offices:'),
    ...awaitedBlocks(awaited),
    ...mentors.map((mentor) => mentorBlock(mentor, topic)),
    buttons(...others.slice(0, mostButtons - mentors.length)),
  );
}

/** The most that a Teams card shows: five times Ask and one more. */
const mostButtons = 6;

const backToFirst = (look: Look): Button => ({ ...startAgain(look), label: 'Back to the first' });
const startAgain = ({ topic, office }: Look): Button => ({
  label: 'Start again',
  token: token('find', { topic, page: 1, office }),
});

const allOffices = (topic: TopicView): Button => ({
  label: 'All offices',
  spoken: `Mentors for ${topic.label} in all offices`,
  token: token('find', { topic: topic.id, page: 1 }),
});

export type WhyNobody = 'nobody-offers' | 'all-full' | 'nobody-else' | 'no-more' | 'nobody-there';

const nobodyWords = (topic: TopicView, why: WhyNobody, { look, wish }: FindContext): string => {
  const keeps =
    wish === undefined ? (until: string) => ` I can keep your wish and tell you as soon as ${until}.` : () => '';
  switch (why) {
    case 'nobody-offers':
      return `Nobody offers ${topic.label} yet.${keeps('somebody does')}`;
    case 'all-full':
      return `Nobody who offers ${topic.label} can take a request right now.${keeps('somebody can')}`;
    case 'nobody-else':
      return look.office === undefined
        ? `Nobody else has a free place for ${topic.label} right now.${keeps('somebody has')}`
        : `Nobody else${inOffice(look)} has a free place for ${topic.label} right now.`;
    case 'no-more':
      return `That was everybody with a free place for ${topic.label}${inOffice(look)}. Would you like to start again?`;
    case 'nobody-there':
      return `Nobody${inOffice(look)} has a free place for ${topic.label} right now.`;
  }
};

/** There is nobody, or nobody further, with a free place in this topic. */
export function nobodyFree(topic: TopicView, why: WhyNobody, context: FindContext): Card {
  const { look, aside, awaited, wish } = context;
  const words = nobodyWords(topic, why, context);
  const wishes = why === 'nobody-offers' || why === 'all-full' || (why === 'nobody-else' && look.office === undefined);
  const next = wishes ? wishButton(topic, wish) : why === 'no-more' ? startAgain(look) : allOffices(topic);
  return card(
    'nobody-free',
    words,
    ...asideBlocks(aside, '.'),
    notice('info', words),
    ...awaitedBlocks(awaited),
    ...(wishes ? wishBlocks(wish) : []),
    buttons(next, ...asideButtons(aside, topic), browseButton, helpButton),
  );
}

/** No office goes by that name. */
export function noSuchOffice(topic: TopicView, office: string): Card {
  return card(
    'no-such-office',
    `I know no office called ${office}.`,
    prose(['I know no office called “', bold(office), '”.']),
    buttons(allOffices(topic), browseButton),
  );
}
