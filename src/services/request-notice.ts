import type { Card } from '../chat';
import type { NoticeKind } from '../delivery';
import { awaits, type Request } from '../mentoring';
import { type NoticeRow, requestById, type Tx } from '../store';
import { noticeAbout } from './notice-about';

export type Wanted = (request: Request, tx: Tx, notice: NoticeRow) => boolean | Promise<boolean>;

/** It is the mentor's turn to answer. */
export const waitsForMentor: Wanted = (request) => request.state === 'waiting' && awaits(request) === 'mentor';
/** It is the mentee's turn to answer the mentor's question. */
export const waitsForMentee: Wanted = (request) => request.state === 'waiting' && awaits(request) === 'mentee';

/** A kind of notice about a request: wanted or not by its state, drawn from its state. */
export const aboutRequest = (
  alone: boolean,
  wanted: Wanted,
  draw: (tx: Tx, request: Request, notice: NoticeRow) => Promise<Card>,
  untold?: NoticeKind['untold'],
): NoticeKind => ({
  ...noticeAbout({
    alone,
    find: requestById,
    wanted: (tx, request, notice) => wanted(request, tx, notice),
    draw,
  }),
  ...(untold ? { untold } : {}),
});
