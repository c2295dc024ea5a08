import type { Person } from '../mentoring';
import { noteNewReaders } from './digest-readers';
import type { Store, Tx } from './store';

/** Somebody of the directory with all that a list of people can say of her. */
export type KnownPerson = Omit<Person, 'unitId'> & {
  /** Path of the unit, `A > B`. */
  readonly unit: string | null;
  /** `role@unit/program`, sorted. */
  readonly roles: readonly string[];
  /** `slack|workspace|user` or `teams|tenant|user`. */
  readonly accounts: readonly string[];
  /** Places as a mentor; null for somebody who is none. */
  readonly capacity: number | null;
  /** She has been told of offers that were carried over for her: from then on they are her own affair. */
  readonly toldOfOffers: boolean;
  readonly topics: readonly string[];
  /** Admitted by a coordinator: no list of the organization's own people names her. */
  readonly guest: boolean;
};

/** Everybody in the directory, those who left included. */
export async function roster(tx: Tx): Promise<readonly KnownPerson[]> {
  return tx.manager.query(
    `with
       held as (select person_id, array_agg(role || '@' || unit_path || '/' || program_id order by role, unit_path, program_id) as roles
         from person_role where organization_id = $1 group by person_id),
       linked as (select person_id, array_agg(channel || '|' || tenant || '|' || user_id) as accounts
         from identity where organization_id = $1 group by person_id),
       offered as (select mentor_id as person_id, array_agg(topic_id) as topics from offer where organization_id = $1 group by mentor_id)
     select p.person_id as "personId", p.name, p.email, u.path as unit, p.grade, p.hired_on::text as "hiredOn", p.appointment,
       p.supervisor_email as "supervisorEmail", p.zone, p.left_on::text as "leftOn", coalesce(held.roles, '{}') as roles,
       coalesce(linked.accounts, '{}') as accounts, m.capacity, m.told_at is not null as "toldOfOffers",
       coalesce(offered.topics, '{}') as topics, p.guest
     from person p left join unit u on u.organization_id = $1 and u.unit_id = p.unit_id
     left join held on held.person_id = p.person_id left join linked on linked.person_id = p.person_id
     left join offered on offered.person_id = p.person_id
     left join mentor_profile m on m.organization_id = $1 and m.person_id = p.person_id
     where p.organization_id = $1`,
    [tx.organizationId],
  );
}

/** Ids of the units by path; those that are missing are made, with all above them. */
export async function unitsByPath(tx: Tx, paths: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  // Two lists at once would make the same unit twice.
  await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('units of ' || $1, 0))`, [tx.organizationId]);
  const rows: { path: string; id: string }[] = await tx.manager.query(
    'select path, unit_id as id from unit where organization_id = $1',
    [tx.organizationId],
  );
  const ids = new Map(rows.map(({ path, id }) => [path, id]));
  const made: { id: string; parent: string | null; name: string; path: string }[] = [];
  for (const whole of paths) {
    const names = whole.split(' > ');
    for (const [depth, name] of names.entries()) {
      const path = names.slice(0, depth + 1).join(' > ');
      if (ids.has(path)) continue;
      const id = tx.newId();
      made.push({ id, parent: ids.get(names.slice(0, depth).join(' > ')) ?? null, name, path });
      ids.set(path, id);
    }
  }
  if (made.length > 0) {
    await tx.manager.query(
      `insert into unit (organization_id, unit_id, parent_id, name, path)
       select $1, r.id, r.parent, r.name, r.path from json_to_recordset($2) r (id uuid, parent uuid, name text, path text)`,
      [tx.organizationId, JSON.stringify(made)],
    );
  }
  return ids;
}

export type OwnedAccount = {
  readonly personId: string;
  readonly channel: 'slack' | 'teams';
  readonly tenant: string;
  readonly user: string;
  /** Where it can be written to. */
  readonly address: string | null;
};

/** Links accounts to people. One of somebody who still works here stays hers; one of somebody who left changes hands. */
export async function linkAccounts(tx: Tx, accounts: readonly OwnedAccount[], today: string): Promise<void> {
  if (accounts.length === 0) return;
  await tx.manager.query(
    `insert into identity (organization_id, channel, tenant, user_id, person_id, address)
     select $1, r.channel, r.tenant, r."user", r."personId", r.address
     from json_to_recordset($2) r (channel text, tenant text, "user" text, "personId" uuid, address text)
     on conflict (organization_id, channel, tenant, user_id) do update set person_id = excluded.person_id, active = true,
       address = coalesce(identity.address, excluded.address)
     where identity.person_id <> excluded.person_id and exists (select 1 from person p
       where p.organization_id = $1 and p.person_id = identity.person_id and p.left_on <= $3::date)`,
    [tx.organizationId, JSON.stringify(accounts), today],
  );
}

export type HeldRole = {
  readonly personId: string;
  readonly role: string;
  readonly unitPath: string;
  readonly programId: string;
};

/** Gives each of these people exactly these roles. */
export async function setRoles(tx: Tx, roles: readonly HeldRole[]): Promise<void> {
  if (roles.length === 0) return;
  await tx.manager.query('delete from person_role where organization_id = $1 and person_id = any($2)', [
    tx.organizationId,
    [...new Set(roles.map(({ personId }) => personId))],
  ]);
  await tx.manager.query(
    `insert into person_role (organization_id, person_id, role, unit_path, program_id)
     select $1, r."personId", r.role, r."unitPath", r."programId"
     from json_to_recordset($2) r ("personId" uuid, role text, "unitPath" text, "programId" text) on conflict do nothing`,
    [tx.organizationId, JSON.stringify(roles)],
  );
  if (roles.some(({ role }) => role === 'coordinator')) await noteNewReaders(tx);
}

/** Forgets stale statistics after many rows came in, so that the next reads are planned well. */
export async function analyzeDirectory(store: Store): Promise<void> {
  for (const table of ['person', 'person_role', 'identity', 'mentor_profile', 'offer'])
    await store.sql(`analyze ${table}`);
}
