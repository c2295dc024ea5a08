import type { DateTime } from 'luxon';
import { type Block, type Button, bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { becomeButton, entryButton, type MentorEntry } from './mentor';
import type { Mine, MineRow } from './mine';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { browseButton, count, dayOf, firstName, helpButton, mineButton, overviewButton } from './words';

/** What a person's home shows of her own: what is open, and her entry as a mentor if she has one. */
export type HomeView = {
  readonly name: string;
  readonly suggested: readonly TopicView[];
  readonly mine: Mine;
  readonly entry: Pick<MentorEntry, 'left' | 'places' | 'pausedUntil'> | undefined;
  /** She has a role by which she may see offers and wishes of all topics. */
  readonly seesFigures: boolean;
  /** Topics that are wished for and that she could open. */
  readonly toDecide: readonly (TopicView & { readonly wishes: number })[];
  readonly now: DateTime;
};

const mostRows = 3;
const rowsOf = (title: string, rows: readonly MineRow[]): Text[] => [
  ...rows.slice(0, mostRows).map((row): Text => [bold(`${title}: `), `${row.name}, ${row.topic}`]),
  ...(rows.length > mostRows ? [`and ${rows.length - mostRows} more`] : []),
];

const dueBlocks = (what: string, forWhat: string, rows: readonly MineRow[]): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        notice('info', `${count(rows.length, what)} ${rows.length === 1 ? 'waits' : 'wait'} ${forWhat}.`),
        { block: 'list', items: rowsOf('From', rows) },
      ];

const entryLine = ({ entry, now }: HomeView): Text[] => {
  if (!entry) return [];
  if (entry.pausedUntil !== null) return [[bold('As a mentor: '), `you pause until ${dayOf(entry.pausedUntil, now)}`]];
  if (entry.left <= 0) return [[bold('As a mentor: '), 'all your places are taken']];
  return [[bold('As a mentor: '), `${entry.left} of ${count(entry.places, 'place')} free`]];
};

/** As many as a card may have. */
const mostButtons = 6;

const toDecideLines = ({ toDecide }: HomeView): Text[] => [
  ...toDecide
    .slice(0, mostRows)
    .map(({ label, wishes }): Text => [bold('To decide: '), `${label}, not open, ${count(wishes, 'wish', 'wishes')}`]),
  ...(toDecide.length > mostRows ? [`and ${toDecide.length - mostRows} more`] : []),
];

const decideButton = (topic: TopicView): Button => ({
  label: `Open ${topic.label}`,
  token: token('open-topic', { topic: topic.id }),
});

/** First contact, and the home page: her own state, what waits for her, the main buttons (six, as many as a card may have). */
export function welcome(home: HomeView): Card {
  const hello = `Hi ${firstName(home.name)}!`;
  const { received, asking, asked, pairs, meetings, sessions, evaluations, wishes } = home.mine;
  const [first] = [...received, ...asking, ...meetings, ...sessions, ...evaluations];
  const state = [
    ...rowsOf('Waiting for an answer', asked),
    ...rowsOf('Paired with', pairs),
    ...wishes.map(({ topic }): Text => [bold('Wish kept: '), topic.label]),
    ...entryLine(home),
    ...toDecideLines(home),
  ];
  const due = [
    ...dueBlocks('confidential message', 'for you', received),
    ...dueBlocks('request', 'for your answer', asking),
    ...dueBlocks('meeting', 'for you to pick a time', meetings),
    ...dueBlocks('session', 'for you to confirm', sessions),
    ...dueBlocks('evaluation', 'for your words', evaluations),
  ];
  const answer: Button[] =
    first === undefined
      ? []
      : [{ label: 'Answer', spoken: `Answer ${first.name}`, token: first.open, emphasis: 'main' }];
  const own: Button[] = [
    home.entry ? entryButton : becomeButton,
    ...(home.seesFigures ? [overviewButton] : []),
    helpButton,
  ];
  const room = mostButtons - answer.length - own.length - 1;
  const topics = [...home.toDecide.map(decideButton), ...home.suggested.map((each) => topicButton(each))];
  return card(
    'welcome',
    `${hello} I bring people together who want to learn with people who know.`,
    heading(hello),
    ...due,
    ...(state.length > 0 ? [{ block: 'list' as const, items: state }] : []),
    prose(
      'I bring people together who want to learn with people who know. Pick a topic, or tell me in your own words what you would like to get better at.',
    ),
    buttons(
      ...answer,
      mineButton,
      ...(topics.length > 0 ? topics.slice(0, Math.min(room, 2)) : [browseButton]),
      ...own,
    ),
  );
}
