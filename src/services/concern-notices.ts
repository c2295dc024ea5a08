import {
  type ConcernView,
  concernClosed,
  concernForHandler,
  concernForWriter,
  concernMoved,
  concernNews,
} from '../cards';
import type { Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { type Concern, worksHere } from '../mentoring';
import { concernById, type NoticeRow, peopleById, type Tx } from '../store';
import { readWords } from './concern';
import { readersFor } from './concern-readers';
import { concernView } from './concern-view';
import { handOn } from './hand-on';
import type { House } from './house';

/** A kind of notice about a concern. Always a card of its own: nothing else belongs beside it. */
const aboutConcernKind = (
  wanted: (concern: Concern, notice: NoticeRow) => boolean,
  draw: (tx: Tx, concern: Concern, notice: NoticeRow) => Promise<Card>,
): NoticeKind => ({
  alone: true,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const concern = await concernById(tx, notice.about.id);
    if (!concern) return 'gone';
    return wanted(concern, notice) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const concern = await concernById(tx, notice.about.id);
    if (!concern) throw new Error('A notice has lost its concern.');
    return draw(tx, concern, notice);
  },
});

/** What the bot tells about concerns. The words are on the card of who handles it now, and on no other. */
export function concernNotices(house: House): NoticeKinds {
  const toWriter =
    (draw: (view: ConcernView) => Card) =>
    async (tx: Tx, concern: Concern): Promise<Card> =>
      draw(await concernView(tx, house, concern, concern.writerId));
  return {
    'concern-received': {
      ...aboutConcernKind(
        ({ handlerId, state }, { personId }) => handlerId === personId && state !== 'closed',
        async (tx, concern, { personId }) => {
          const view = await concernView(tx, house, concern, personId);
          if (concern.handlerId !== personId) return concernMoved(view);
          if (concern.state === 'closed') return concernClosed(view);
          const mayRead = (await readersFor(tx, concern)).some((reader) => reader.personId === personId);
          return mayRead ? concernForHandler(view, await readWords(tx, concern)) : concernMoved(view);
        },
      ),
      async untold(tx, { about, personId }) {
        const concern = await concernById(tx, about.id);
        if (concern?.handlerId === personId) await handOn(tx, house, about.id);
      },
    },
    'concern-shown': aboutConcernKind(() => true, toWriter(concernForWriter)),
    // News that is older than how it stands would say the same twice.
    'concern-news': aboutConcernKind(
      ({ version }, { occurrence }) => Number(occurrence) === version,
      toWriter(concernNews),
    ),
  };
}
