import { type Block, type Button, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { browseButton, count, overviewButton } from './words';

export type TopicFigures = TopicView & {
  readonly isOpen: boolean;
  readonly mentors: number;
  readonly wishes: number;
};

/** That two people wait or are paired, since a day in words; `of` is how many of the kind the topic has. */
export type StandingView = {
  readonly state: 'waiting' | 'paired';
  readonly mentee: string;
  readonly mentor: string;
  readonly since: string;
  readonly of: number;
};

const withoutApp = (mentors: number): string =>
  `${count(mentors, 'mentor')} cannot be found yet, because the app is missing in their chat. Your administrator can install it for everybody at once.`;

const figuresLine = ({ isOpen, mentors, wishes }: TopicFigures): string =>
  [
    isOpen ? 'Open' : 'Not open',
    mentors === 0 ? 'no free mentor' : `${count(mentors, 'mentor')} with a free place`,
    wishes === 0 ? '' : `${count(wishes, 'wish', 'wishes')} kept`,
  ]
    .filter(Boolean)
    .join(' · ');

const standingWords = ({ state, mentee, mentor, since }: StandingView): string =>
  state === 'waiting'
    ? `${mentee} waits for ${mentor} to answer, since ${since}`
    : `${mentee} is paired with ${mentor}, since ${since}`;

const standingLines = (all: readonly StandingView[]): Text[] =>
  (['waiting', 'paired'] as const).flatMap((state) => {
    const own = all.filter((each) => each.state === state);
    const rest = (own[0]?.of ?? 0) - own.length;
    const more = state === 'waiting' ? `and ${rest} more who wait` : `and ${count(rest, 'more pairing')}`;
    return [...own.map(standingWords), ...(rest > 0 ? [more] : [])];
  });

const openButton = (topic: TopicView): Button => ({
  label: 'Open',
  spoken: `Open ${topic.label}`,
  token: token('open-topic', { topic: topic.id }),
});

const closeButton = (topic: TopicView): Button => ({
  label: 'Close',
  spoken: `Close ${topic.label}`,
  token: token('close-topic', { topic: topic.id }),
  confirm: {
    title: 'Close this topic?',
    text: 'Nobody finds it any more. Requests that wait can still be answered. You can open it again.',
    yes: 'Close',
    no: 'Back',
  },
});

/** A page of the overview; `standing` holds who waits and who is paired, by topic, as far as the reader may know. */
export type OverviewPage = {
  readonly topics: readonly TopicFigures[];
  /** The topics that the reader opens and closes herself. */
  readonly hers: ReadonlySet<string>;
  readonly standing: ReadonlyMap<string, readonly StandingView[]>;
  /** Mentors who cannot be found, as no message reaches them yet. */
  readonly waitingForApp: number;
  readonly page: number;
  readonly after: number | undefined;
};

/** To the coordinator and the program manager: what is offered and wished for, who waits and who is paired, topic by topic, those wanted most first. */
export function overview({ topics, hers, standing, waitingForApp, page, after }: OverviewPage): Card {
  const wanted = topics.filter((topic) => topic.wishes > 0 && topic.mentors === 0).length;
  const words =
    wanted > 0
      ? `${count(wanted, 'topic')} here ${wanted === 1 ? 'is' : 'are'} wished for and ${wanted === 1 ? 'has' : 'have'} no free mentor.`
      : 'Offers and wishes by topic.';
  const next: Button =
    after === undefined ? browseButton : { label: 'More topics', token: token('overview', { page: after }) };
  return card(
    'overview',
    words,
    heading(page === 1 ? 'Offers and wishes' : 'More offers and wishes'),
    ...(wanted > 0 ? [notice('warning', words)] : []),
    ...(waitingForApp > 0 && page === 1 ? [notice('warning', withoutApp(waitingForApp))] : []),
    ...topics.map(
      (topic): Block => ({
        block: 'person',
        name: topic.label,
        lines: [figuresLine(topic), ...standingLines(standing.get(topic.id) ?? [])],
        ...(hers.has(topic.id) ? { button: topic.isOpen ? closeButton(topic) : openButton(topic) } : {}),
      }),
    ),
    buttons(next),
  );
}

/** The last page of a list was shown already; `again` is its first one. */
export function endOfList(again: Button): Card {
  const words = 'That was the end of the list. Would you like to start again?';
  return card('end-of-list', words, prose(words), buttons({ ...again, label: 'Start again' }, browseButton));
}

/** Who waits in a topic that a coordinator opened or closed: by a request, by a wish. */
export type WhoWaits = { readonly changed: boolean; readonly requests: number; readonly wishes: number };

/** A coordinator opened a topic, or it was open already; `mentors` have a free place in it. */
export function topicOpened(topic: TopicView, { changed, wishes }: WhoWaits, mentors: number): Card {
  const state = changed ? `${topic.label} is open now.` : `${topic.label} is open already.`;
  const offered =
    mentors > 0
      ? `${count(mentors, 'mentor')} with a free place ${mentors === 1 ? 'offers' : 'offer'} it.`
      : 'Nobody offers it yet: ask a colleague who knows it well.';
  const then =
    mentors > 0 ? 'Those who have waited longest hear of it first.' : 'They hear of it as soon as somebody does.';
  const waiting =
    wishes > 0
      ? [prose(`${count(wishes, 'person', 'people')} ${wishes === 1 ? 'waits' : 'wait'} for it. ${then}`)]
      : [];
  const words = `${state} ${offered}`;
  return card(
    'topic-opened',
    words,
    notice('good', words),
    ...waiting,
    buttons(backToOverview, topicButton(topic), browseButton),
  );
}

/** A coordinator closed a topic, or it was not open. */
export function topicClosed(topic: TopicView, { changed, requests, wishes }: WhoWaits): Card {
  const words = changed ? `${topic.label} is closed now. Nobody finds it any more.` : `${topic.label} is not open.`;
  const waits =
    requests === 0
      ? ''
      : ` ${count(requests, 'request')} ${requests === 1 ? 'waits and can' : 'wait and can'} still be answered.`;
  const kept = wishes === 0 ? 'Offers are kept' : `Offers and ${count(wishes, 'wish', 'wishes')} are kept`;
  return card(
    'topic-closed',
    words,
    notice(changed ? 'good' : 'info', words),
    prose(`${kept} for when you open it again.${waits}`),
    buttons(backToOverview, { ...openButton(topic), label: 'Open again' }, browseButton),
  );
}

const backToOverview: Button = { ...overviewButton, label: 'Back to the overview' };
