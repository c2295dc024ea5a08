import { DateTime } from 'luxon';
import type { Identity } from '../chat';
import { organizationOfTx } from './organizations';
import type { Tx } from './store';

/** A code that a person was given, as it is kept: without the code itself. */
export type LinkCode = {
  readonly personId: string;
  readonly expiresAt: DateTime;
  readonly usedAt: DateTime | null;
  readonly replacedAt: DateTime | null;
};

const keptDays = 1;

const markOf = async (tx: Tx, code: string): Promise<string> => {
  const { wrappedKey } = await organizationOfTx(tx);
  return tx.vault.markInOrganization(tx.organizationId, wrappedKey, 'link_code', code);
};

/** Gives a person a code in the place of the one she has; old ones are forgotten after a day. */
export async function saveCode(tx: Tx, personId: string, code: string, expiresAt: DateTime): Promise<void> {
  const at = tx.at.toJSDate();
  await tx.manager.query('select 1 from person where organization_id = $1 and person_id = $2 for no key update', [
    tx.organizationId,
    personId,
  ]);
  await tx.manager.query('delete from link_code where organization_id = $1 and made_at < $2', [
    tx.organizationId,
    tx.at.minus({ days: keptDays }).toJSDate(),
  ]);
  await tx.manager.query(
    'update link_code set replaced_at = $3 where organization_id = $1 and person_id = $2 and used_at is null and replaced_at is null',
    [tx.organizationId, personId, at],
  );
  await tx.manager.query(
    'insert into link_code (organization_id, code_hash, person_id, made_at, expires_at) values ($1, $2, $3, $4, $5)',
    [tx.organizationId, await markOf(tx, code), personId, at, expiresAt.toJSDate()],
  );
}

/** The code that was given to somebody, its row locked until the transaction ends; undefined for one that never was. */
export async function lockCode(tx: Tx, code: string): Promise<LinkCode | undefined> {
  const [row]: { personId: string; expiresAt: Date; usedAt: Date | null; replacedAt: Date | null }[] =
    await tx.manager.query(
      `select person_id as "personId", expires_at as "expiresAt", used_at as "usedAt", replaced_at as "replacedAt"
       from link_code where organization_id = $1 and code_hash = $2 for update`,
      [tx.organizationId, await markOf(tx, code)],
    );
  const instant = (date: Date): DateTime => DateTime.fromJSDate(date, { zone: 'utc' });
  return (
    row && {
      personId: row.personId,
      expiresAt: instant(row.expiresAt),
      usedAt: row.usedAt && instant(row.usedAt),
      replacedAt: row.replacedAt && instant(row.replacedAt),
    }
  );
}

export async function spendCode(tx: Tx, code: string): Promise<void> {
  await tx.manager.query('update link_code set used_at = $3 where organization_id = $1 and code_hash = $2', [
    tx.organizationId,
    await markOf(tx, code),
    tx.at.toJSDate(),
  ]);
}

/** The wrong tries of an account since then, oldest first; older ones are forgotten. */
export async function wrongTries(
  tx: Tx,
  { channel, tenant, user }: Identity,
  since: DateTime,
): Promise<readonly DateTime[]> {
  const key = [tx.organizationId, channel, tenant, user, since.toJSDate()];
  const account = 'organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4';
  await tx.manager.query(`delete from link_try where ${account} and tried_at <= $5`, key);
  const rows: { at: Date }[] = await tx.manager.query(
    `select tried_at as at from link_try where ${account} and tried_at > $5 order by tried_at, try_id`,
    key,
  );
  return rows.map(({ at }) => DateTime.fromJSDate(at, { zone: 'utc' }));
}

export async function noteWrongTry(tx: Tx, { channel, tenant, user }: Identity): Promise<void> {
  await tx.manager.query(
    'insert into link_try (organization_id, try_id, channel, tenant, user_id, tried_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.organizationId, tx.newId(), channel, tenant, user, tx.at.toJSDate()],
  );
}
