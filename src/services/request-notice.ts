import type { Card } from '../chat';
import type { NoticeKind } from '../delivery';
import { awaits, type Request, worksHere } from '../mentoring';
import { type NoticeRow, peopleById, requestById, type Tx } from '../store';

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
  ...(untold ? { untold } : {}),
  alone,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const request = await requestById(tx, notice.about.id);
    if (!request) return 'gone';
    return (await wanted(request, tx, notice)) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const request = await requestById(tx, notice.about.id);
    if (!request) throw new Error('A notice has lost its request.');
    return draw(tx, request, notice);
  },
});
