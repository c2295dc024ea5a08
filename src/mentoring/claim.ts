import type { DateTime } from 'luxon';

/**
 * How an account stands that nobody has linked: `asked` whether it belongs to the person with its address, `waiting` for
 * a coordinator, and two ends. A refusal can be taken back.
 */
export type ClaimState = 'asked' | 'waiting' | 'linked' | 'refused';

/** What an unknown account has come to. There is at most one for each account. */
export type Claim = {
  readonly claimId: string;
  readonly state: ClaimState;
  /** A guest account, or one of another workspace. */
  readonly guest: boolean;
  /** Who she may be (`asked`) or is (`linked`). */
  readonly personId: string | null;
  /** Whom the address belongs to, and who she said she is not. */
  readonly notPersonId: string | null;
  readonly createdAt: DateTime;
  /** When the coordinators were told one by one; null while it only stands in their list. */
  readonly raisedAt: DateTime | null;
  readonly settledAt: DateTime | null;
  readonly settledBy: string | null;
};

/** At most so many claims reach the coordinators one by one in an hour; the others wait in their list. */
export const mostRaisedPerHour = 20;

export const mayRaise = (raisedWithinTheHour: number): boolean => raisedWithinTheHour < mostRaisedPerHour;

/** What an unknown account did: came by (opened a tab, installed the app), said something, or asked to be let in. */
export type Approach = 'comes' | 'speaks' | 'knocks';

export type Encounter =
  | { readonly meets: 'refused' | 'guest' | 'waiting' | 'claim' | 'stranger' }
  | { readonly meets: 'match'; readonly personId: string };

/**
 * How an unknown account is met. `match` is the person who still works here and has the address that the platform has
 * verified. Guests are let in by coordinators only, whatever their address: another organization has verified it.
 */
export function meet(
  claim: Pick<Claim, 'state' | 'notPersonId'> | undefined,
  approach: Approach,
  guest: boolean,
  match: string | undefined,
): Encounter {
  if (claim?.state === 'refused') return { meets: 'refused' };
  if (!guest && match !== undefined && match !== claim?.notPersonId) return { meets: 'match', personId: match };
  if (claim?.state === 'waiting') return { meets: 'waiting' };
  if (approach === 'knocks' || (approach === 'speaks' && !guest)) return { meets: 'claim' };
  return { meets: guest ? 'guest' : 'stranger' };
}
