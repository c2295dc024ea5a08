import { contactAsked, contactTakenBack, evaluationCard, wordsShown, wordsTakenBack } from '../cards';
import type { NoticeKind, NoticeKinds } from '../delivery';
import { type Evaluation, type Pairing, type Session, worksHere } from '../mentoring';
import {
  evaluationById,
  evaluationOf,
  type NoticeRow,
  pairingById,
  peopleById,
  recordAudit,
  sessionById,
  type Tx,
} from '../store';
import { mayReadContact } from './evaluation-contact';
import { evaluationView, wordsView } from './evaluation-view';
import type { House } from './house';

type Known = { readonly session: Session; readonly pairing: Pairing };

async function known(tx: Tx, notice: NoticeRow): Promise<Known | undefined> {
  const session = await sessionById(tx, notice.about.id);
  const pairing = session && (await pairingById(tx, session.pairingId));
  return session && pairing ? { session, pairing } : undefined;
}

const lost = (): Error => new Error('A notice has lost its evaluation.');

/** The evaluation that a notice brings: its id is the notice's occurrence. */
const brought = (tx: Tx, notice: NoticeRow): Promise<Evaluation | undefined> => evaluationById(tx, notice.occurrence);

const hasLeft = async (tx: Tx, { personId }: NoticeRow): Promise<boolean> => {
  const reader = (await peopleById(tx, [personId])).get(personId);
  return !reader || !worksHere(reader, tx.at);
};

/** What an evaluation shows to somebody else, as long as its writer has ticked it, and `stands` says that she may see it. */
const shownKind = (
  house: House,
  stands: (tx: Tx, evaluation: Evaluation, pairing: Pairing, readerId: string) => Promise<boolean>,
  draw: { readonly shown: typeof wordsShown; readonly takenBack: typeof wordsTakenBack },
): NoticeKind => ({
  alone: true,
  async unwanted(tx, notice) {
    if (await hasLeft(tx, notice)) return 'left';
    const [found, evaluation] = [await known(tx, notice), await brought(tx, notice)];
    if (!found || !evaluation) return 'gone';
    return (await stands(tx, evaluation, found.pairing, notice.personId)) ? undefined : 'settled';
  },
  async card(tx, notice) {
    const [found, evaluation] = [await known(tx, notice), await brought(tx, notice)];
    if (!found || !evaluation) throw lost();
    if (!(await stands(tx, evaluation, found.pairing, notice.personId))) return draw.takenBack();
    await recordAudit(
      { ...tx, actorId: notice.personId },
      { action: 'read', objectKind: 'evaluation', objectId: evaluation.evaluationId, outcome: 'done' },
    );
    return draw.shown(await wordsView(tx, house, evaluation, found.session, notice.personId));
  },
});

/** What the bot tells about evaluations, by kind: to their writers, and to whom a writer has ticked. */
export const evaluationNotices = (house: House): NoticeKinds => ({
  'evaluation-asked': {
    alone: true,
    async unwanted(tx, notice) {
      if (await hasLeft(tx, notice)) return 'left';
      if (!(await known(tx, notice))) return 'gone';
      return (await evaluationOf(tx, notice.about.id, notice.personId)) ? 'settled' : undefined;
    },
    async card(tx, notice) {
      const found = await known(tx, notice);
      if (!found) throw lost();
      return evaluationCard(await evaluationView(tx, house, found.session, found.pairing, notice.personId));
    },
  },
  'evaluation-words': shownKind(
    house,
    async (_, { showsPartner, aboutId }, __, readerId) => showsPartner && aboutId === readerId,
    { shown: wordsShown, takenBack: wordsTakenBack },
  ),
  'evaluation-contact': shownKind(
    house,
    async (tx, { contactMe }, pairing, readerId) => contactMe && (await mayReadContact(tx, pairing, readerId)),
    { shown: contactAsked, takenBack: contactTakenBack },
  ),
});
