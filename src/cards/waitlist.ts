import { buttons, type Card, card, heading, prose, type Text } from '../chat';
import type { TopicFigures } from './overview';
import { token } from './tokens';
import { count, overviewButton } from './words';

/** A request that waits for an answer: that it exists and since when. */
export type WaitingRequest = {
  readonly mentee: string;
  readonly mentor: string;
  readonly topic: string;
  readonly since: string;
};

export const waitingLine = ({ mentee, mentor, topic, since }: WaitingRequest): Text =>
  `${mentee} waits for ${mentor} to answer (${topic}), since ${since}`;

/** A wish is somebody’s own: how many there are is told, and not whose. */
export const wishLine = ({ label, wishes, mentors }: TopicFigures): Text =>
  `${label}: ${count(wishes, 'wish', 'wishes')} kept, ${mentors === 0 ? 'no free mentor' : `${count(mentors, 'mentor')} with a free place`}`;

/** The people who wait, a page at a time: `lines` are those of the page. */
export function waitlist(
  lines: readonly Text[],
  { page, after }: { readonly page: number; readonly after: number | undefined },
): Card {
  const some = 'Requests without an answer, then topics that people wish for.';
  const words = lines.length > 0 ? some : 'Nobody waits: every request is answered, and no wish is kept.';
  return card(
    'waitlist',
    words,
    heading(page === 1 ? 'Who waits' : 'More who wait'),
    prose(words),
    ...(lines.length > 0 ? [{ block: 'list' as const, items: lines }] : []),
    buttons(
      ...(after === undefined ? [] : [{ label: 'More who wait', token: token('waitlist', { page: after }) }]),
      overviewButton,
    ),
  );
}
