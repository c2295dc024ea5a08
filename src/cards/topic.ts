import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose } from '../chat';
import { type TokenArgs, token } from './tokens';
import { wishBlocks, wishButton } from './wish-button';
import { browseButton, count, helpButton, listing, type TopicView } from './words';

export type { TopicView } from './words';

/** What somebody typed stands in words only: a button never carries it. */
const unknownPlace = (place: string): Block => notice('info', ['I know no office called “', bold(place), '”.']);

/** The words could mean several topics: the person chooses. */
export function chooseTopic(
  asked: string,
  topics: readonly TopicView[],
  why: 'ambiguous' | 'misspelt' | 'short',
  { place, ...where }: Where & { readonly place?: string | undefined } = {},
): Card {
  const one = topics.length === 1 ? 'Did you mean this one?' : 'Did you mean one of these?';
  const question = why === 'ambiguous' && topics.length > 1 ? 'Which topic do you mean?' : one;
  return card(
    'choose-topic',
    `${question} ${topics.map((topic) => topic.label).join(', ')}.`,
    ...(place === undefined ? [] : [unknownPlace(place)]),
    prose(
      asked === '' ? question : ['For “', bold(asked), `”: ${question.charAt(0).toLowerCase()}${question.slice(1)}`],
    ),
    buttons(...topics.slice(0, 4).map((topic) => topicButton(topic, where)), browseButton),
  );
}

/** Where a mentor is wanted: the name of an office, or of the one most like the place that was named. */
export type Where = Pick<TokenArgs<'find'>, 'office' | 'near'>;

/** Every topic that a button names leads to its mentors. */
export const topicButton = (topic: TopicView, where: Where = {}): Button => ({
  label: topic.label,
  token: token('find', { ...where, topic: topic.id }),
});

/** No topic goes by that name: those that are most like it (`near`), or what is open. */
export function unknownTopic(asked: string, near: readonly TopicView[], open: readonly TopicView[]): Card {
  const offered = near.length > 0 ? near : open;
  const then = near.length > 0 ? 'Perhaps you mean one of these?' : 'But I can help with these:';
  return card(
    'unknown-topic',
    `That topic is new to me. ${then} ${listing(offered.map((topic) => topic.label))}.`,
    prose(['“', bold(asked), `” is new to me, sorry. ${then}`]),
    buttons(...offered.slice(0, 4).map((each) => topicButton(each)), browseButton, helpButton),
  );
}

/** What is said of a topic that is not open: what is open, whether the reader can open it, and her kept wish for it. */
export type NotOpen = {
  readonly open: readonly TopicView[];
  readonly mayOpen: boolean;
  readonly wish: string | undefined;
  /** What else was named, in words and in buttons. */
  readonly first: readonly Block[];
  readonly others: readonly Button[];
};

const howToOpen = ({ mayOpen, wish }: NotOpen): string => {
  if (mayOpen) return 'As coordinator you can open it now.';
  const keeps = wish === undefined ? ' I can keep your wish, so that it is seen.' : '';
  return `Your coordinator can open it.${keeps} Until then, look at these:`;
};

/** The program has this topic, but has not opened it yet. */
export function topicNotOpen(topic: TopicView, state: NotOpen): Card {
  const { open, mayOpen, wish, first, others } = state;
  const words = `${topic.label} is not open right now: the program opens its topics little by little.`;
  const act: Button = mayOpen
    ? { label: 'Open this topic', token: token('open-topic', { topic: topic.id }), emphasis: 'main' }
    : wishButton(topic, wish);
  const last = [...others, ...open.slice(0, 3).map((each) => topicButton(each))];
  return card(
    'topic-not-open',
    words,
    ...first,
    notice('info', words),
    ...(mayOpen ? [] : wishBlocks(wish)),
    prose(howToOpen(state)),
    buttons(act, ...last.slice(0, 4), browseButton),
  );
}

export type TopicOnList = TopicView & { readonly group: string; readonly mentors: number };

/** A page of a list of topics; `after` is the next one, `office` the one in which a mentor is wanted, `place` one that is none. */
export type TopicPage = {
  readonly page: number;
  readonly after: number | undefined;
  readonly office?: string | undefined;
  readonly place?: string | undefined;
};

/** All open topics with how many mentors have a free place, a page at a time. */
export function topicList(topics: readonly TopicOnList[], { page, after, office, place }: TopicPage): Card {
  const next: Button =
    after === undefined ? helpButton : { label: 'More topics', token: token('topics', { page: after, office }) };
  const where: Where = office === undefined ? {} : { office };
  return card(
    'topics',
    `${count(topics.length, 'open topic')}: ${listing(topics.map((topic) => topic.label))}.`,
    heading(page === 1 ? 'Topics you can get a mentor for' : 'More topics'),
    ...(place === undefined ? [] : [unknownPlace(place)]),
    ...(office === undefined ? [] : [prose(`Pick a topic, and I show you its mentors in ${office}.`)]),
    ...topics.map(
      (topic): Block => ({
        block: 'person',
        name: topic.label,
        detail: topic.group,
        lines: [
          topic.mentors === 0 ? 'No free mentor right now' : `${count(topic.mentors, 'mentor')} with a free place`,
        ],
        button: {
          ...topicButton(topic, where),
          label: 'Find',
          spoken: `Find a mentor for ${topic.label}`,
        },
      }),
    ),
    buttons(next),
  );
}

/** The topics that a coordinator could open, a page at a time. */
export function closedTopicList(topics: readonly TopicView[], page: number, after: number | undefined): Card {
  const words = topics.length === 0 ? 'Every topic of your program is open.' : 'Topics that you can open';
  const next: Button =
    after === undefined ? browseButton : { label: 'More topics', token: token('closed', { page: after }) };
  return card(
    'closed-topics',
    topics.length === 0 ? words : `${words}: ${listing(topics.map((topic) => topic.label))}.`,
    heading(page === 1 || topics.length === 0 ? words : 'More topics that you can open'),
    ...topics.map(
      (topic): Block => ({
        block: 'person',
        name: topic.label,
        button: { label: 'Open', spoken: `Open ${topic.label}`, token: token('open-topic', { topic: topic.id }) },
      }),
    ),
    buttons(next),
  );
}
