import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose } from '../chat';
import type { Reason } from '../mentoring';
import { token } from './tokens';
import { browseButton, count, helpButton, line, listing, ways } from './words';

export type TopicView = { readonly id: string; readonly label: string };
export type MentorView = {
  readonly id: string;
  readonly name: string;
  readonly office: string | null;
  readonly grade: string | null;
  readonly topics: readonly string[];
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

const mentorBlock = (mentor: MentorView, topic: TopicView): Block => ({
  block: 'person',
  name: mentor.name,
  detail: line(mentor.grade, mentor.office),
  lines: [topicsLine(mentor.topics), sentence(mentor.reasons.map(reasonWords).join(', '))],
  button: {
    label: 'Ask',
    spoken: `Ask ${mentor.name}`,
    token: token('ask', { mentor: mentor.id, topic: topic.id }),
    emphasis: 'main',
  },
});

/** One page of mentors for a topic, best first, each with the reasons why. `after` is the next page, if there is one. */
export function mentorsFound(
  topic: TopicView,
  mentors: readonly MentorView[],
  page: number,
  after: number | undefined,
): Card {
  // Five Ask buttons and one more: the most that a Teams card shows.
  const next: Button =
    after === undefined
      ? browseButton
      : { label: 'More mentors', token: token('find', { topic: topic.id, page: after }) };
  return card(
    'mentors-found',
    `${count(mentors.length, 'mentor')} for ${topic.label}: ${listing(mentors.map((mentor) => mentor.name))}.`,
    heading(page === 1 ? `Mentors for ${topic.label}` : `More mentors for ${topic.label}`),
    ...mentors.map((mentor) => mentorBlock(mentor, topic)),
    buttons(next, ...(page > 1 ? [backToFirst(topic)] : [])),
  );
}

const backToFirst = (topic: TopicView): Button => ({
  label: 'Back to the first',
  token: token('find', { topic: topic.id, page: 1 }),
});

/** There is nobody, or nobody further, with a free place in this topic. */
export function nobodyFree(topic: TopicView, why: 'nobody-offers' | 'all-full' | 'no-more'): Card {
  const words = {
    'nobody-offers': `Nobody offers ${topic.label} yet. You can look at the other topics, or ask again in a few days.`,
    'all-full': `Every mentor for ${topic.label} has a full house right now. Try again in a few days, or look at another topic.`,
    'no-more': `That was everybody with a free place for ${topic.label}.`,
  }[why];
  const back: Button[] = why === 'no-more' ? [backToFirst(topic)] : [];
  return card('nobody-free', words, notice('info', words), buttons(...back, browseButton, helpButton));
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
      mayOpen ? 'As coordinator you can open it now.' : 'Your coordinator can open it. Until then, these are open:',
    ),
    buttons(...opening, ...open.slice(0, mayOpen ? 3 : 4).map(topicButton), browseButton),
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
