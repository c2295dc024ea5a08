import { type Block, type Button, buttons, type Card, card, heading, prose, type Token } from '../chat';
import { type DraftView, draftBlocks } from './drafts';
import { token } from './tokens';
import type { TopicView } from './topic';
import { browseButton, count, helpButton } from './words';

/** Everything that is open for somebody, with its next step. */
export type Mine = {
  readonly asked: readonly MineRow[];
  readonly asking: readonly MineRow[];
  readonly pairs: readonly MineRow[];
  /** Meetings that a partner has proposed and that wait for her pick. */
  readonly meetings: readonly MineRow[];
  /** Sessions that a partner has logged and that she has not confirmed. */
  readonly sessions: readonly MineRow[];
  /** Sessions that she has not evaluated. */
  readonly evaluations: readonly MineRow[];
  /** What was written to her in confidence and is not closed. */
  readonly received: readonly MineRow[];
  /** What she has written in confidence and is not closed yet. */
  readonly concerns: readonly MineRow[];
  /** Forms that she has begun and not sent. */
  readonly drafts: readonly DraftView[];
  readonly wishes: readonly { readonly id: string; readonly topic: TopicView }[];
};
export type MineRow = {
  readonly name: string;
  readonly topic: string;
  readonly detail: string;
  /** What shows it, with its next step. */
  readonly open: Token;
};

type Row = { readonly title: string; readonly block: Block };

/** As many rows as leave room for two buttons below; a draft takes the room of two. */
const rowsPerPage = 4;
const roomOfDraft = 2;

/** What the pages show, each part under its heading: what waits for her own act first. */
const rowsInOrder = (all: Mine): readonly Row[] => [
  ...all.received.map((row) => ({ title: 'Written to you in confidence', block: mineRow(row) })),
  ...all.asking.map((row) => ({ title: 'For you to answer', block: mineRow(row) })),
  ...all.meetings.map((row) => ({ title: 'Times to pick', block: mineRow(row) })),
  ...all.sessions.map((row) => ({ title: 'Sessions to confirm', block: mineRow(row) })),
  ...all.evaluations.map((row) => ({ title: 'Sessions to evaluate', block: mineRow(row) })),
  ...all.asked.map((row) => ({ title: 'Waiting for an answer', block: mineRow(row) })),
  ...all.pairs.map((row) => ({ title: 'Your pairings', block: mineRow(row) })),
  ...all.concerns.map((row) => ({ title: 'In confidence', block: mineRow(row) })),
  ...all.wishes.map((wish) => ({ title: 'Wishes I keep for you', block: wishRow(wish) })),
];

/** Everything that is open for this person, with the next step; a page at a time. */
export function mine(all: Mine, page = 1): Card {
  const rows = rowsInOrder(all);
  const [draft] = all.drafts;
  if (rows.length === 0 && !draft) {
    const words = 'Nothing is open right now. Would you like to find a mentor?';
    return card('mine', words, prose(words), buttons({ ...browseButton, emphasis: 'main' }, helpButton));
  }
  const taken = draft ? roomOfDraft : 0;
  const end = page * rowsPerPage - taken;
  const shown = rows.slice(page === 1 ? 0 : end - rowsPerPage, end);
  const blocks = shown.flatMap(({ title, block }, at) =>
    title === shown[at - 1]?.title ? [block] : [heading(title), block],
  );
  const more: Button = { label: 'More of mine', token: token('mine', { page: page + 1 }) };
  return card(
    'mine',
    `${count(all.pairs.length, 'pairing')}, ${count(all.asked.length, 'request')} that wait for an answer, ${count(all.asking.length, 'request')} for you to answer.`,
    ...(page === 1 ? draftBlocks(all.drafts) : []),
    ...blocks,
    rows.length > end ? buttons(more, browseButton) : buttons(browseButton, helpButton),
  );
}

const wishRow = ({ id, topic }: Mine['wishes'][number]): Block => ({
  block: 'person',
  name: topic.label,
  lines: ['You hear from me as soon as you can ask somebody'],
  button: { label: 'Forget it', spoken: `Forget the wish for ${topic.label}`, token: token('drop-wish', { wish: id }) },
});

const mineRow = ({ name, topic, detail, open }: MineRow): Block => ({
  block: 'person',
  name,
  detail: topic,
  lines: [detail],
  button: { label: 'Show', spoken: `Show ${name}, ${detail}`, token: open },
});
