import type { Card } from '../chat';
import type { NoticeKind } from '../delivery';
import { worksHere } from '../mentoring';
import { type NoticeRow, peopleById, type Tx } from '../store';

/** What there is to know of a kind of notice about one thing. */
type About<Thing> = {
  readonly alone: boolean;
  readonly find: (tx: Tx, id: string) => Promise<Thing | undefined>;
  readonly wanted: (tx: Tx, thing: Thing, notice: NoticeRow) => boolean | Promise<boolean>;
  readonly draw: (tx: Tx, thing: Thing, notice: NoticeRow) => Promise<Card>;
};

/** A kind of notice about one thing, to somebody who works here: wanted or not by the thing's state, and drawn from it. */
export const noticeAbout = <Thing>({ alone, find, wanted, draw }: About<Thing>): NoticeKind => ({
  alone,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const thing = await find(tx, notice.about.id);
    if (thing === undefined) return 'gone';
    return (await wanted(tx, thing, notice)) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const thing = await find(tx, notice.about.id);
    if (thing === undefined) throw new Error(`A notice has lost its ${notice.about.kind}.`);
    return draw(tx, thing, notice);
  },
});
