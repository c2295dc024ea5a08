import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose } from '../chat';
import type { Reason } from '../mentoring';
import { type TokenArgs, token } from './tokens';
import { browseButton, count, helpButton, keepWishButton, line, listing, timeWords, ways, wayWords } from './words';

export type TopicView = { readonly id: string; readonly label: string };
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

const mentorBlock = (mentor: MentorView, topic: TopicView): Block => ({
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

/** One page of mentors for a topic, best first, each with the reasons why. `after` is the look at the next page, if there is one. */
export function mentorsFound(
  topic: TopicView,
  mentors: readonly MentorView[],
  look: Look,
  after: Look | undefined,
): Card {
  const page = look.page ?? 1;
  const next: Button = after === undefined ? browseButton : { label: 'More mentors', token: token('find', after) };
  const others = [
    next,
    ...(look.office === undefined ? [] : [allOffices(topic)]),
    ...(page > 1 ? [backToFirst(look)] : []),
  ];
  return card(
    'mentors-found',
    `${count(mentors.length, 'mentor')} for ${topic.label}${inOffice(look)}: ${listing(mentors.map((mentor) => mentor.name))}.`,
    heading(`${page === 1 ? 'Mentors' : 'More mentors'} for ${topic.label}${inOffice(look)}`),
    ...mentors.map((mentor) => mentorBlock(mentor, topic)),
    buttons(...others.slice(0, mostButtons - mentors.length)),
  );
}

/** The most that a Teams card shows: five times Ask and one more. */
const mostButtons = 6;

const backToFirst = ({ topic, office }: Look): Button => ({
  label: 'Back to the first',
  token: token('find', { topic, page: 1, office }),
});

const allOffices = (topic: TopicView): Button => ({
  label: 'All offices',
  spoken: `Mentors for ${topic.label} in all offices`,
  token: token('find', { topic: topic.id, page: 1 }),
});

/** There is nobody, or nobody further, with a free place in this topic. */
export function nobodyFree(
  topic: TopicView,
  why: 'nobody-offers' | 'all-full' | 'no-more' | 'nobody-there',
  look: Look,
): Card {
  const words = {
    'nobody-offers': `Nobody offers ${topic.label} yet. I can keep your wish and tell you as soon as somebody does.`,
    'all-full': `Nobody who offers ${topic.label} can take a request right now. I can keep your wish and tell you as soon as somebody can.`,
    'no-more': `That was everybody with a free place for ${topic.label}${inOffice(look)}.`,
    'nobody-there': `Nobody${inOffice(look)} has a free place for ${topic.label} right now.`,
  }[why];
  const first = {
    'nobody-offers': keepWishButton(topic.id),
    'all-full': keepWishButton(topic.id),
    'no-more': backToFirst(look),
    'nobody-there': allOffices(topic),
  }[why];
  return card('nobody-free', words, notice('info', words), buttons(first, browseButton, helpButton));
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

/** The words could mean several topics: the person chooses. */
export function chooseTopic(
  asked: string,
  topics: readonly TopicView[],
  why: 'ambiguous' | 'misspelt' | 'short',
): Card {
  const one = topics.length === 1 ? 'Did you mean this one?' : 'Did you mean one of these?';
  const question = why === 'ambiguous' && topics.length > 1 ? 'Which topic do you mean?' : one;
  return card(
    'choose-topic',
    `${question} ${topics.map((topic) => topic.label).join(', ')}.`,
    prose(
      asked === '' ? question : ['For “', bold(asked), `”: ${question.charAt(0).toLowerCase()}${question.slice(1)}`],
    ),
    buttons(...topics.slice(0, 4).map((topic) => topicButton(topic)), browseButton),
  );
}

/** Every topic that a button names leads to its mentors. */
export const topicButton = (topic: TopicView): Button => ({
  label: topic.label,
  token: token('find', { topic: topic.id }),
});

/** No topic goes by that name. */
export function unknownTopic(asked: string, open: readonly TopicView[]): Card {
  return card(
    'unknown-topic',
    `I know no topic like that. Open topics: ${listing(open.map((topic) => topic.label))}.`,
    prose(['I know no topic called “', bold(asked), '”. These are open:']),
    buttons(...open.slice(0, 4).map(topicButton), browseButton, helpButton),
  );
}

/** The program has this topic, but has not opened it yet. */
export function topicNotOpen(topic: TopicView, open: readonly TopicView[], mayOpen: boolean): Card {
  const words = `${topic.label} is not open yet: the program starts with a few topics and adds more over time.`;
  const opening: Button[] = mayOpen
    ? [{ label: 'Open this topic', token: token('open-topic', { topic: topic.id }), emphasis: 'main' }]
    : [];
  return card(
    'topic-not-open',
    words,
    notice('info', words),
    prose(
      mayOpen
        ? 'As coordinator you can open it now.'
        : 'Your coordinator can open it. I can keep your wish, so that it is seen. Until then, these are open:',
    ),
    buttons(...(mayOpen ? opening : [keepWishButton(topic.id)]), ...open.slice(0, 3).map(topicButton), browseButton),
  );
}

export type TopicOnList = TopicView & { readonly group: string; readonly mentors: number };

/** All open topics with how many mentors have a free place, a page at a time. */
export function topicList(topics: readonly TopicOnList[], page: number, after: number | undefined): Card {
  const next: Button =
    after === undefined ? helpButton : { label: 'More topics', token: token('topics', { page: after }) };
  return card(
    'topics',
    `${count(topics.length, 'open topic')}: ${listing(topics.map((topic) => topic.label))}.`,
    heading(page === 1 ? 'Topics you can get a mentor for' : 'More topics'),
    ...topics.map(
      (topic): Block => ({
        block: 'person',
        name: topic.label,
        detail: topic.group,
        lines: [
          topic.mentors === 0 ? 'No free mentor right now' : `${count(topic.mentors, 'mentor')} with a free place`,
        ],
        button: {
          label: 'Find',
          spoken: `Find a mentor for ${topic.label}`,
          token: token('find', { topic: topic.id }),
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

/** A coordinator opened a topic, or it was open already; `mentors` have a free place in it. */
export function topicOpened(topic: TopicView, isNew: boolean, mentors: number): Card {
  const state = isNew ? `${topic.label} is open now.` : `${topic.label} is open already.`;
  const words =
    mentors > 0
      ? `${state} ${count(mentors, 'mentor')} with a free place ${mentors === 1 ? 'offers' : 'offer'} it.`
      : `${state} Nobody offers it yet: ask a colleague who knows it well.`;
  return card('topic-opened', words, notice('good', words), buttons(topicButton(topic), browseButton));
}
