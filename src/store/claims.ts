import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Address, Identity, Profile } from '../chat';
import type { Claim } from '../mentoring';
import { organizationOfTx } from './organizations';
import type { Tx } from './store';

/** A claim with the account it is about. What the platform said, and what was wished for, is kept until it is settled. */
export type AccountClaim = Claim & {
  readonly account: Identity;
  readonly address: Address | undefined;
  readonly zone: string | null;
  readonly profile: Pick<Profile, 'name' | 'email'> | undefined;
  readonly wanted: string | undefined;
  /** When the platform was asked last whose account this is. */
  readonly lookedAt: DateTime | null;
};

type Row = Omit<AccountClaim, 'account' | 'address' | 'profile' | 'wanted' | 'createdAt' | keyof Times> & {
  readonly channel: Identity['channel'];
  readonly tenant: string;
  readonly user: string;
  readonly ref: string | null;
  readonly profile: string | null;
  readonly wanted: string | null;
  readonly createdAt: Date;
} & Times;
type Times = { readonly lookedAt: Date | null; readonly raisedAt: Date | null; readonly settledAt: Date | null };

const columns = `c.claim_id as "claimId", c.channel, c.tenant, c.user_id as "user", c.state, c.guest, c.person_id as "personId",
  c.not_person_id as "notPersonId", c.address as ref, c.zone, c.profile, c.wanted, c.looked_at as "lookedAt", c.created_at as "createdAt",
  c.raised_at as "raisedAt", c.settled_at as "settledAt", c.settled_by as "settledBy"`;

const profileSchema = z.object({ name: z.string(), email: z.string().optional() });
const placeOf = (claimId: string, what: 'profile' | 'wanted'): string => `account_claim|${claimId}|${what}`;
const instant = (date: Date | null): DateTime | null =>
  date === null ? null : DateTime.fromJSDate(date, { zone: 'utc' });

async function read(tx: Tx, rows: readonly Row[]): Promise<readonly AccountClaim[]> {
  const { wrappedKey } = await organizationOfTx(tx);
  return rows.map(({ channel, tenant, user, ref, profile, wanted, createdAt, ...row }) => {
    const open = (what: 'profile' | 'wanted', sealed: string | null): string | undefined =>
      sealed === null
        ? undefined
        : tx.vault.openInOrganization(tx.organizationId, wrappedKey, placeOf(row.claimId, what), sealed);
    const told = open('profile', profile);
    const { name, email } = told === undefined ? {} : profileSchema.parse(JSON.parse(told));
    return {
      ...row,
      account: { channel, tenant, user },
      address: ref === null ? undefined : { channel, ref },
      profile: name === undefined ? undefined : { name, ...(email === undefined ? {} : { email }) },
      wanted: open('wanted', wanted),
      createdAt: DateTime.fromJSDate(createdAt, { zone: 'utc' }),
      lookedAt: instant(row.lookedAt),
      raisedAt: instant(row.raisedAt),
      settledAt: instant(row.settledAt),
    };
  });
}

const keyOf = (tx: Tx, { channel, tenant, user }: Identity): string[] => [tx.organizationId, channel, tenant, user];

/** Holds an account until the transaction ends: whatever it does at the same time elsewhere follows this. */
export async function holdAccount(tx: Tx, account: Identity): Promise<void> {
  await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `account|${keyOf(tx, account).join('|')}`,
  ]);
}

/** Holds the claims of the organization until the transaction ends, so that they can be counted. */
export async function holdClaims(tx: Tx): Promise<void> {
  await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`claims|${tx.organizationId}`]);
}

/** What an account has come to; undefined for one that has not come to anything. */
export async function claimOf(tx: Tx, account: Identity): Promise<AccountClaim | undefined> {
  const rows: Row[] = await tx.manager.query(
    `select ${columns} from account_claim c where c.organization_id = $1 and c.channel = $2 and c.tenant = $3 and c.user_id = $4`,
    keyOf(tx, account),
  );
  return (await read(tx, rows))[0];
}

export async function claimById(tx: Tx, claimId: string): Promise<AccountClaim | undefined> {
  const rows: Row[] = await tx.manager.query(
    `select ${columns} from account_claim c where c.organization_id = $1 and c.claim_id = $2`,
    [tx.organizationId, claimId],
  );
  return (await read(tx, rows))[0];
}

/** The claim, its row locked until the transaction ends. */
export async function lockClaim(tx: Tx, claimId: string): Promise<AccountClaim | undefined> {
  const rows: Row[] = await tx.manager.query(
    `select ${columns} from account_claim c where c.organization_id = $1 and c.claim_id = $2 for update`,
    [tx.organizationId, claimId],
  );
  return (await read(tx, rows))[0];
}

/** Writes a claim as it is now; its row or its account must be held. */
export async function saveClaim(tx: Tx, claim: AccountClaim): Promise<void> {
  const { wrappedKey } = await organizationOfTx(tx);
  const seal = (what: 'profile' | 'wanted', text: string | undefined): string | null =>
    text === undefined
      ? null
      : tx.vault.sealInOrganization(tx.organizationId, wrappedKey, placeOf(claim.claimId, what), text);
  const { channel, tenant, user } = claim.account;
  await tx.manager.query(
    `insert into account_claim (organization_id, claim_id, channel, tenant, user_id, state, guest, person_id, not_person_id,
       address, zone, profile, wanted, looked_at, created_at, raised_at, settled_at, settled_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (organization_id, claim_id) do update set state = excluded.state, guest = excluded.guest,
       person_id = excluded.person_id, not_person_id = excluded.not_person_id, address = excluded.address, zone = excluded.zone,
       profile = excluded.profile, wanted = excluded.wanted, looked_at = excluded.looked_at, raised_at = excluded.raised_at,
       settled_at = excluded.settled_at, settled_by = excluded.settled_by`,
    [
      tx.organizationId,
      claim.claimId,
      channel,
      tenant,
      user,
      claim.state,
      claim.guest,
      claim.personId,
      claim.notPersonId,
      claim.address?.ref ?? null,
      claim.zone,
      seal('profile', claim.profile === undefined ? undefined : JSON.stringify(claim.profile)),
      seal('wanted', claim.wanted),
      claim.lookedAt?.toJSDate() ?? null,
      claim.createdAt.toJSDate(),
      claim.raisedAt?.toJSDate() ?? null,
      claim.settledAt?.toJSDate() ?? null,
      claim.settledBy,
    ],
  );
}

/** Forgets accounts that were asked whose they are before then, never answered, and never came before a coordinator. */
export async function forgetUnanswered(tx: Tx, before: DateTime): Promise<void> {
  await tx.manager.query(
    `delete from account_claim where organization_id = $1 and state = 'asked' and raised_at is null and created_at < $2`,
    [tx.organizationId, before.toJSDate()],
  );
}

/** How many claims reached the coordinators one by one since then. */
export async function raisedSince(tx: Tx, since: DateTime): Promise<number> {
  const [row]: { n: number }[] = await tx.manager.query(
    'select count(*)::int as n from account_claim where organization_id = $1 and raised_at > $2',
    [tx.organizationId, since.toJSDate()],
  );
  return row?.n ?? 0;
}

const waits = `c.organization_id = $1 and c.state = 'waiting' and not exists (
  select 1 from identity i where i.organization_id = c.organization_id and i.channel = c.channel and i.tenant = c.tenant and i.user_id = c.user_id)`;

/** How many accounts wait for a coordinator. */
export async function countWaitingClaims(tx: Tx): Promise<number> {
  const [row]: { n: number }[] = await tx.manager.query(
    `select count(*)::int as n from account_claim c where ${waits}`,
    [tx.organizationId],
  );
  return row?.n ?? 0;
}

/** Accounts that wait for a coordinator, the longest first. */
export async function waitingClaims(tx: Tx, from: number, most: number): Promise<readonly AccountClaim[]> {
  const rows: Row[] = await tx.manager.query(
    `select ${columns} from account_claim c where ${waits} order by c.created_at, c.claim_id offset $2 limit $3`,
    [tx.organizationId, from, most],
  );
  return read(tx, rows);
}

/** Whose account this is; undefined for one that nobody has linked. */
export async function ownerOf(tx: Tx, account: Identity): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    'select person_id as id from identity where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4',
    keyOf(tx, account),
  );
  return rows[0]?.id;
}

/** Accounts that a list of people has linked wait no more. */
export async function settleImported(tx: Tx): Promise<void> {
  await tx.manager.query(
    `update account_claim c set state = 'linked', person_id = i.person_id, profile = null, wanted = null, settled_at = $2
     from identity i where c.organization_id = $1 and c.state <> 'linked' and i.organization_id = $1
       and i.channel = c.channel and i.tenant = c.tenant and i.user_id = c.user_id`,
    [tx.organizationId, tx.at.toJSDate()],
  );
}
