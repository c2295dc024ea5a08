import type { Message } from './api';
import { repliesInWords } from './threads';
import { shortTime } from './times';

type Shown = {
  readonly replies: readonly Message[];
  readonly open: boolean;
  readonly toggle: () => void;
};

/** The line under a message that opens its thread. */
export function ThreadLine({ replies, open, toggle }: Shown) {
  const last = replies.at(-1);
  return (
    <button type="button" className={last ? 'replies' : 'replies none'} aria-expanded={open} onClick={toggle}>
      {repliesInWords(replies.length)}
      {last && <small>Last reply {shortTime(last.at)}</small>}
    </button>
  );
}
