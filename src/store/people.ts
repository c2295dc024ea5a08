import type { Address, Identity } from '../chat';
import type { Person, Role } from '../mentoring';
import { refreshOffersOf } from './offers';
import { organizationOfTx } from './organizations';
import type { Tx } from './store';
import { type IdentityRow, IdentityTable, PersonTable } from './tables';
import type { Owner } from './vault';

/** A person as cards show her. `office` is the name of her unit; `guest`: a coordinator let her in from outside. */
export type PersonView = Person & { readonly office: string | null; readonly guest: boolean };

/** Who speaks, with her roles: read at every turn, so a role taken away counts at once. */
export type Speaker = {
  readonly person: PersonView;
  readonly roles: readonly Role[];
  /** Her offers came over from a contact sheet, and she has not been told yet. */
  readonly untold: boolean;
  /** She can be written to again, and could not before: what could not be delivered may go now. */
  readonly back: boolean;
};

const personColumns = `p.person_id as "personId", p.name, p.email, p.unit_id as "unitId", p.grade,
  p.hired_on::text as "hiredOn", p.appointment, p.supervisor_email as "supervisorEmail",
  p.zone, p.left_on::text as "leftOn", u.name as office, p.guest`;

/** The zone that she has set herself goes before the one that a list or an account of hers names. */
const setZone = `(select t.zone from setting t where t.organization_id = p.organization_id and t.person_id = p.person_id)`;

const lastZone = `(select i.zone from identity i where i.organization_id = p.organization_id and i.person_id = p.person_id
  and i.zone is not null order by i.seen_at desc nulls last limit 1)`;

/** Whose account this is, with zone and address of today noted beside it; undefined for an account nobody has linked. */
export async function speakerOf(
  tx: Tx,
  from: Identity,
  seen: { readonly zone?: string | undefined; readonly home?: Address | undefined },
): Promise<Speaker | undefined> {
  const rows: (PersonView & { roles: Role[]; untold: boolean; back: boolean })[] = await tx.manager.query(
    `with seen as (
       update identity i set address = coalesce($5, i.address), zone = coalesce($6, i.zone), seen_at = $7, active = true,
         installed_at = case when $5::text is null then i.installed_at else coalesce(i.installed_at, $7) end
       from (select * from identity where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4 for update) b
       where i.organization_id = $1 and i.channel = $2 and i.tenant = $3 and i.user_id = $4
       returning i.person_id, i.zone, (i.reachable and not b.reachable) or not b.active as back)
     select ${personColumns.replace('p.zone,', `coalesce(${setZone}, p.zone, s.zone) as zone,`)},
       coalesce((select json_agg(json_build_object('role', r.role, 'unitPath', r.unit_path, 'programId', r.program_id))
         from person_role r where r.organization_id = $1 and r.person_id = p.person_id), '[]') as roles,
       coalesce(m.carried_over and m.told_at is null, false) as untold, s.back
     from seen s join person p on p.organization_id = $1 and p.person_id = s.person_id
     left join mentor_profile m on m.organization_id = p.organization_id and m.person_id = p.person_id
     left join unit u on u.organization_id = p.organization_id and u.unit_id = p.unit_id`,
    [
      tx.organizationId,
      from.channel,
      from.tenant,
      from.user,
      seen.home?.ref ?? null,
      seen.zone ?? null,
      tx.at.toJSDate(),
    ],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { roles, untold, back, ...person } = row;
  return { person, roles, untold, back };
}

/** The roles that this person holds. */
export async function rolesOf(tx: Tx, personId: string): Promise<readonly Role[]> {
  return tx.manager.query(
    `select role, unit_path as "unitPath", program_id as "programId" from person_role where organization_id = $1 and person_id = $2`,
    [tx.organizationId, personId],
  );
}

/** The people with these ids, by id. */
export async function peopleById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonView>> {
  if (ids.length === 0) return new Map();
  const rows: PersonView[] = await tx.manager.query(
    `select ${personColumns.replace('p.zone,', `coalesce(${setZone}, p.zone, ${lastZone}) as zone,`)} from person p
     left join unit u on u.organization_id = p.organization_id and u.unit_id = p.unit_id
     where p.organization_id = $1 and p.person_id = any($2)`,
    [tx.organizationId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The person's accounts, the one she used last first. */
export async function identitiesOf(tx: Tx, personId: string): Promise<readonly IdentityRow[]> {
  const rows = await tx.manager.findBy(IdentityTable, { organizationId: tx.organizationId, personId, active: true });
  const at = (row: IdentityRow): number => row.seenAt?.toMillis() ?? 0;
  return rows.toSorted((a, b) => at(b) - at(a) || (a.channel < b.channel ? -1 : 1));
}

/** The person's supervisors, from the direct one to the top, by the addresses in the directory; loops end where they close. */
export async function supervisorsOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `with recursive chain as (
       select b.person_id as id, b.supervisor_email as above, 1 as step from person p
       join person b on b.organization_id = p.organization_id and b.email = p.supervisor_email
       where p.organization_id = $1 and p.person_id = $2
       union
       select b.person_id, b.supervisor_email, c.step + 1 from chain c
       join person b on b.organization_id = $1 and b.email = c.above where c.step < 30)
     select id from chain group by id order by min(step)`,
    [tx.organizationId, personId],
  );
  return rows.map((row) => row.id);
}

/** The platform told where this account is really written to: it took a message there. */
export async function noteAddress(tx: Tx, account: Identity, address: Address): Promise<void> {
  const [rows]: [{ id: string }[], number] = await tx.manager.query(
    `update identity set address = $5, installed_at = coalesce(installed_at, $6)
     where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4 returning person_id as id`,
    [tx.organizationId, account.channel, account.tenant, account.user, address.ref, tx.at.toJSDate()],
  );
  for (const { id } of rows) await refreshOffersOf(tx, id);
}

/** Marks an account as one that cannot be written to: the app was taken away there, or the platform refuses it. */
export async function closeIdentity(tx: Tx, from: Identity): Promise<void> {
  const [rows]: [{ id: string }[], number] = await tx.manager.query(
    `update identity set closed_at = case when active then $5 else closed_at end, active = false, installed_at = null
     where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4 returning person_id as id`,
    [tx.organizationId, from.channel, from.tenant, from.user, tx.at.toJSDate()],
  );
  for (const { id } of rows) await refreshOffersOf(tx, id);
}

/** People who still work here and whose name or address holds these words; whose name begins so comes first. */
export async function searchPeople(tx: Tx, words: string, most: number): Promise<readonly PersonView[]> {
  const literal = words.replace(/[\\%_]/gu, '\\$&');
  return tx.manager.query(
    `select ${personColumns} from person p
     left join unit u on u.organization_id = p.organization_id and u.unit_id = p.unit_id
     where p.organization_id = $1 and (p.left_on is null or p.left_on > $2::date) and (p.name ilike $3 or p.email ilike $3)
     order by (p.name ilike $4) desc, p.name, p.person_id limit $5`,
    [tx.organizationId, tx.at.toISODate(), `%${literal}%`, `${literal}%`, most],
  );
}

/** None of this person's accounts can be written to any more; or, with `active`, all of them can again. */
export async function setAccounts(tx: Tx, personId: string, active: boolean): Promise<void> {
  await tx.manager.update(IdentityTable, { organizationId: tx.organizationId, personId }, { active });
}

/** The keys with which this person's private texts are sealed. */
export async function ownerKeys(tx: Tx, personId: string): Promise<Owner> {
  const organization = await organizationOfTx(tx);
  const person = await tx.manager.findOneByOrFail(PersonTable, { organizationId: tx.organizationId, personId });
  return {
    organizationId: tx.organizationId,
    organizationKey: organization.wrappedKey,
    personId,
    personKey: person.wrappedKey,
  };
}

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly roles: readonly string[];
  readonly email: string;
  readonly slackUser?: string;
  readonly teamsUser?: string;
  readonly zone?: string;
};

/** Everybody here with their accounts, by name: for the local workspace. */
export async function accountsOf(tx: Tx): Promise<readonly Account[]> {
  const rows: { account: Account }[] = await tx.manager.query(
    `select json_strip_nulls(json_build_object('id', p.person_id, 'name', p.name, 'unit', u.name, 'email', p.email, 'zone', p.zone,
       'roles', coalesce((select json_agg(r.role order by r.role) from person_role r
         where r.organization_id = p.organization_id and r.person_id = p.person_id), '[]'),
       'slackUser', (select min(user_id) from identity i where i.organization_id = p.organization_id and i.person_id = p.person_id and channel = 'slack'),
       'teamsUser', (select min(user_id) from identity i where i.organization_id = p.organization_id and i.person_id = p.person_id and channel = 'teams')
     )) as account
     from person p left join unit u on u.organization_id = p.organization_id and u.unit_id = p.unit_id
     where p.organization_id = $1 order by p.name`,
    [tx.organizationId],
  );
  return rows.map((row) => row.account);
}

/** The coordinators of a program, those of the whole organization among them; only people who work here. */
export async function programCoordinators(tx: Tx, programId: string): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `select distinct p.person_id as id from person_role r
     join person p on p.organization_id = r.organization_id and p.person_id = r.person_id
     where r.organization_id = $1 and r.role = 'coordinator' and r.program_id in ('', $2)
       and (p.left_on is null or p.left_on > $3) order by p.person_id`,
    [tx.organizationId, programId, tx.at.toJSDate()],
  );
  return rows.map((row) => row.id);
}

/** How many people who have not left have an account in one of these workspaces or tenants. */
export async function peopleInTenants(tx: Tx, channel: 'slack' | 'teams', tenants: readonly string[]): Promise<number> {
  const rows: { people: number }[] = await tx.manager.query(
    `select count(distinct i.person_id)::int as people from identity i
     join person p on p.organization_id = i.organization_id and p.person_id = i.person_id
     where i.organization_id = $1 and i.channel = $2 and i.tenant = any($3) and (p.left_on is null or p.left_on > $4::date)`,
    [tx.organizationId, channel, [...tenants], tx.at.toISODate()],
  );
  return rows[0]?.people ?? 0;
}
