import { sessionCard, sessionConfirmed, wasCorrected } from '../cards';
import type { Block, Card } from '../chat';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { type Pairing, type Session, worksHere } from '../mentoring';
import { type NoticeRow, pairingById, peopleById, sessionById, type Tx } from '../store';
import type { House } from './house';
import { sessionView } from './session-view';

type Known = { readonly session: Session; readonly pairing: Pairing };

async function known(tx: Tx, { about }: NoticeRow): Promise<Known | undefined> {
  const session = await sessionById(tx, about.id);
  const pairing = session && (await pairingById(tx, session.pairingId));
  return session && pairing ? { session, pairing } : undefined;
}

/** A kind of notice about a session, to one of its two: wanted or not by its state, drawn from its state. */
const aboutSessionKind = (
  alone: boolean,
  wanted: (known: Known, notice: NoticeRow) => boolean,
  draw: (tx: Tx, known: Known, notice: NoticeRow) => Promise<Card>,
): NoticeKind => ({
  alone,
  async unwanted(tx, notice) {
    const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
    if (!reader || !worksHere(reader, tx.at)) return 'left';
    const found = await known(tx, notice);
    if (!found) return 'gone';
    return wanted(found, notice) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const found = await known(tx, notice);
    if (!found) throw new Error('A notice has lost its session.');
    return draw(tx, found, notice);
  },
});

/** What the bot tells two partners about a session, by kind. */
export function sessionNotices(house: House): NoticeKinds {
  const shown = async (
    tx: Tx,
    { session, pairing }: Known,
    { personId }: NoticeRow,
    ...first: Block[]
  ): Promise<Card> => sessionCard(await sessionView(tx, house, session, pairing, personId), ...first);
  const isHers = ({ session }: Known, { personId }: NoticeRow): boolean => session.loggedBy === personId;
  return {
    'session-shown': aboutSessionKind(true, () => true, shown),
    // Where she has answered meanwhile, or logged it herself, there is nothing to ask any more.
    'session-logged': aboutSessionKind(
      true,
      (found, notice) => found.session.state === 'logged' && !isHers(found, notice),
      async (tx, found, notice) => {
        const view = await sessionView(tx, house, found.session, found.pairing, notice.personId);
        const asksAgain = Number(notice.occurrence) > 1 && view.session.state === 'logged' && !isHers(found, notice);
        return sessionCard(view, ...(asksAgain ? [wasCorrected(view.partner.name)] : []));
      },
    ),
    'session-confirmed': aboutSessionKind(
      false,
      ({ session }) => session.state === 'confirmed',
      async (tx, { session, pairing }, { personId }) =>
        sessionConfirmed(await sessionView(tx, house, session, pairing, personId)),
    ),
  };
}
