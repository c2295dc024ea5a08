import { day } from '../cards';
import type { Inbound, Profile } from '../chat';
import { type Approach, mayRaise, meet, worksHere } from '../mentoring';
import {
  type AccountClaim,
  claimOf,
  coordinatorsOf,
  forgetUnanswered,
  holdAccount,
  holdClaims,
  lockClaim,
  peopleById,
  personByEmail,
  raisedSince,
  recordAudit,
  recordEvent,
  saveClaim,
  type Tx,
} from '../store';
import { zoneHere } from './caller';
import type { House } from './house';
import { linkTo, type Speaking } from './link';

/** An account that nobody has linked, with what the platform says about it, if that was asked. */
export type Stranger = Speaking & { readonly guest: boolean; readonly profile: Profile | undefined };

/** How an unknown account was met. */
export type Met =
  | { readonly met: 'refused' | 'guest' | 'stranger' | 'asked' | 'guest-asked' | 'nobody' }
  | { readonly met: 'waiting'; readonly since: string }
  | { readonly met: 'match'; readonly claimId: string; readonly name: string };

const lookAgainMinutes = 10;
/** How long it is kept that an account was asked whose it is; it is asked anew after that. */
const keptDays = 30;

/** Whether it is worth asking the platform whose account this is: once, and now and then while its address is unknown. */
export async function wantsProfile(tx: Tx, inbound: Inbound, approach: Approach): Promise<boolean> {
  if (inbound.guest && approach !== 'knocks') return false;
  const claim = await claimOf(tx, inbound.from);
  if (!claim) return true;
  if (claim.state === 'refused' || claim.profile?.email !== undefined) return false;
  return claim.lookedAt === null || claim.lookedAt < tx.at.minus({ minutes: lookAgainMinutes });
}

/** An account as it speaks now; whatever it does elsewhere at the same time follows this transaction. */
export async function meetAccount(tx: Tx, inbound: Inbound, profile: Profile | undefined): Promise<Stranger> {
  await holdAccount(tx, inbound.from);
  return {
    account: inbound.from,
    address: inbound.home,
    zone: inbound.zone ?? null,
    guest: inbound.guest === true || profile?.guest === true,
    profile,
  };
}

/** What is known of this account from before and from now. */
const claimNow = (tx: Tx, stranger: Stranger, before: AccountClaim | undefined): AccountClaim => {
  const { name, email } = stranger.profile ?? {};
  const told = name === undefined ? undefined : { name, ...(email === undefined ? {} : { email }) };
  return {
    claimId: before?.claimId ?? tx.newId(),
    account: stranger.account,
    state: before?.state ?? 'waiting',
    guest: stranger.guest || before?.guest === true,
    personId: before?.personId ?? null,
    notPersonId: before?.notPersonId ?? null,
    address: stranger.address ?? before?.address,
    zone: stranger.zone ?? before?.zone ?? null,
    profile: told ?? before?.profile,
    wanted: before?.wanted,
    lookedAt: stranger.profile ? tx.at : (before?.lookedAt ?? null),
    createdAt: before?.createdAt ?? tx.at,
    raisedAt: before?.raisedAt ?? null,
    settledAt: null,
    settledBy: null,
  };
};

/** Who still works here and has this address; the case of letters does not count. */
async function personOf(tx: Tx, email: string | undefined): Promise<{ id: string; name: string } | undefined> {
  const id = email === undefined ? undefined : await personByEmail(tx, email.toLowerCase());
  const person = id === undefined ? undefined : (await peopleById(tx, [id])).get(id);
  return person && worksHere(person, tx.at) ? { id: person.personId, name: person.name } : undefined;
}

/** Whether this account is a guest's: as it says now, or as it was known before. */
export const isGuest = async (tx: Tx, stranger: Stranger): Promise<boolean> =>
  stranger.guest || (await claimOf(tx, stranger.account))?.guest === true;

/** Meets an unknown account, and keeps what it wanted (`wanted`, its own words) until it is known whose it is. */
export async function meetStranger(
  tx: Tx,
  house: House,
  stranger: Stranger,
  approach: Approach,
  wanted: string | undefined,
): Promise<Met> {
  const before = await claimOf(tx, stranger.account);
  const now = claimNow(tx, stranger, before);
  const match = now.guest ? undefined : await personOf(tx, now.profile?.email);
  const meeting = meet(before, approach, now.guest, match?.id);
  switch (meeting.meets) {
    case 'refused':
    case 'guest':
    case 'stranger':
      return { met: meeting.meets };
    case 'match':
      await forgetUnanswered(tx, tx.at.minus({ days: keptDays }));
      await saveClaim(tx, {
        ...now,
        state: 'asked',
        personId: meeting.personId,
        wanted: wanted ?? now.wanted,
      });
      return { met: 'match', claimId: now.claimId, name: match?.name ?? '' };
    case 'waiting':
    case 'claim':
      return raise(tx, house, now, before);
  }
}

/** Whether the platform says something else about the account than what stands on the coordinators' cards. */
const tellsMore = (now: AccountClaim, before: AccountClaim | undefined): boolean =>
  now.profile?.name !== before?.profile?.name || now.profile?.email !== before?.profile?.email;

/** Brings a claim before the coordinators, who are each told once; too many in an hour wait in their list. */
async function raise(tx: Tx, house: House, now: AccountClaim, before: AccountClaim | undefined): Promise<Met> {
  await holdClaims(tx);
  const coordinators = await coordinatorsOf(tx);
  const alone = mayRaise(await raisedSince(tx, tx.at.minus({ hours: 1 })));
  const raisedAt = now.raisedAt ?? (alone && coordinators.length > 0 ? tx.at : null);
  const isNew = before?.state !== 'waiting';
  const claim: AccountClaim = { ...now, state: 'waiting', personId: null, wanted: undefined, raisedAt };
  await saveClaim(tx, claim);
  const about = { kind: 'claim' as const, id: claim.claimId };
  if (isNew) {
    await recordEvent(tx, {
      kind: 'account.claimed',
      facts: { claim: claim.claimId, channel: claim.account.channel, guest: claim.guest },
    });
  }
  if (now.raisedAt === null && raisedAt !== null) {
    for (const to of coordinators) await house.ledger.tell(tx, { to, kind: 'account-claimed', about, occurrence: '1' });
  } else if (raisedAt === null) {
    const occurrence = tx.at.toUTC().toFormat('yyyy-LL-dd HH');
    const organization = { kind: 'organization' as const, id: tx.organizationId };
    for (const to of coordinators)
      await house.ledger.tell(tx, { to, kind: 'accounts-waiting', about: organization, occurrence });
  } else if (isNew || tellsMore(now, before)) {
    await house.ledger.redraw(tx, about, undefined);
  }
  if (coordinators.length === 0) return { met: 'nobody' };
  if (isNew) return { met: claim.guest ? 'guest-asked' : 'asked' };
  return { met: 'waiting', since: day(claim.createdAt, await zoneHere(tx, claim.zone), tx.at) };
}

/** The claim of this very account, still asked whose it is; another's is noted in the audit. */
async function ownClaim(tx: Tx, stranger: Stranger, claimId: string): Promise<AccountClaim | undefined> {
  const claim = await lockClaim(tx, claimId);
  const { channel, tenant, user } = stranger.account;
  const account = claim?.account;
  const isOwn = account?.channel === channel && account.tenant === tenant && account.user === user;
  if (claim && !isOwn) {
    await recordAudit(tx, { action: 'account.confirm', objectKind: 'claim', objectId: claimId, outcome: 'denied' });
    return undefined;
  }
  return claim?.state === 'asked' ? claim : undefined;
}

/** "Yes, that is me": links the account; what she wanted, if she said anything. Undefined where that is not asked any more. */
export async function confirmMatch(
  tx: Tx,
  house: House,
  stranger: Stranger,
  claimId: string,
): Promise<{ readonly name: string; readonly wanted: string | undefined } | undefined> {
  const claim = await ownClaim(tx, stranger, claimId);
  const match = claim && (await personOf(tx, claim.profile?.email));
  if (!claim || !match || match.id !== claim.personId) return undefined;
  const now = claimNow(tx, stranger, claim);
  await linkTo({ ...tx, actorId: match.id }, house, now, match.id, 'email', undefined);
  return { name: match.name, wanted: claim.wanted };
}

/** "No": she is not asked about that person again, and a coordinator decides. */
export async function denyMatch(tx: Tx, house: House, stranger: Stranger, claimId: string): Promise<Met> {
  const claim = await ownClaim(tx, stranger, claimId);
  if (!claim) return meetStranger(tx, house, stranger, 'comes', undefined);
  return raise(tx, house, { ...claimNow(tx, stranger, claim), notPersonId: claim.personId }, claim);
}
