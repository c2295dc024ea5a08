import { claimCard, manyWaiting, welcomeLinked } from '../cards';
import type { NoticeKinds } from '../delivery';
import { may, worksHere } from '../mentoring';
import {
  channelOfNotice,
  claimById,
  countWaitingClaims,
  type NoticeRow,
  organizationOfTx,
  peopleById,
  rolesOf,
  type Tx,
} from '../store';
import { claimView } from './claims';
import type { House } from './house';
import { suggested } from './topics';

/** Why this reader is not told as a coordinator any more; undefined where she is. */
export async function noCoordinator(tx: Tx, { personId }: NoticeRow): Promise<string | undefined> {
  const reader = (await peopleById(tx, [personId])).get(personId);
  if (!reader || !worksHere(reader, tx.at)) return 'left';
  const actor = { personId, roles: await rolesOf(tx, personId) };
  return may(actor, 'read', { data: 'accounts' }) ? undefined : 'no-coordinator';
}

/** What the bot tells about accounts that nobody has linked. */
export const accountNotices = (house: House): NoticeKinds => ({
  'account-claimed': {
    alone: true,
    unwanted: async (tx, notice) =>
      (await noCoordinator(tx, notice)) ??
      ((await claimById(tx, notice.about.id))?.state === 'waiting' ? undefined : 'settled'),
    async card(tx, notice) {
      const claim = await claimById(tx, notice.about.id);
      if (!claim) throw new Error('A notice has lost its claim.');
      const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
      const zone = reader?.zone ?? (await organizationOfTx(tx)).zone;
      return claimCard(await claimView(tx, claim, { channel: await channelOfNotice(tx, notice.noticeId), zone }));
    },
  },
  'accounts-waiting': {
    alone: false,
    unwanted: async (tx, notice) =>
      (await noCoordinator(tx, notice)) ?? ((await countWaitingClaims(tx)) > 0 ? undefined : 'settled'),
    card: async (tx) => manyWaiting(await countWaitingClaims(tx)),
  },
  'account-linked': {
    alone: false,
    async unwanted(tx, notice) {
      const reader = (await peopleById(tx, [notice.personId])).get(notice.personId);
      if (!reader || !worksHere(reader, tx.at)) return 'left';
      return (await claimById(tx, notice.about.id))?.personId === notice.personId ? undefined : 'undone';
    },
    async card(tx, notice) {
      const name = (await peopleById(tx, [notice.personId])).get(notice.personId)?.name ?? '';
      return welcomeLinked(name, await suggested(tx, house));
    },
  },
});
