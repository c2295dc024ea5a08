import type { Address, Identity } from '../chat';
import type { Person, Role } from '../mentoring';
import { noteNewReaders } from './digest-readers';
import { organizationOfTx } from './organizations';
import type { Tx } from './store';

export type PersonInput = Person & { readonly wrappedKey: string };
export type SavedPerson = { readonly personId: string; readonly outcome: 'added' | 'changed' | 'same' };

const fields = `name text, email text, unit_id uuid, grade text, hired_on date, appointment text, supervisor_email text, zone text,
  left_on date, person_id uuid, wrapped_key text`;

/** Adds people or brings them up to date, by their e-mail address; what each one turned out to be, by address. */
export async function savePeople(tx: Tx, people: readonly PersonInput[]): Promise<ReadonlyMap<string, SavedPerson>> {
  const rows = people.map((person) => ({
    name: person.name,
    email: person.email,
    unit_id: person.unitId,
    grade: person.grade,
    hired_on: person.hiredOn,
    appointment: person.appointment,
    supervisor_email: person.supervisorEmail,
    zone: person.zone,
    left_on: person.leftOn,
    person_id: person.personId,
    wrapped_key: person.wrappedKey,
  }));
  const before: { email: string }[] = await tx.manager.query(
    'select email from person where organization_id = $1 and email = any($2)',
    [tx.organizationId, rows.map((row) => row.email)],
  );
  const known = new Set(before.map((row) => row.email));
  const written: { email: string; personId: string }[] = await tx.manager.query(
    `insert into person (organization_id, person_id, name, email, unit_id, grade, hired_on, appointment, supervisor_email, zone, left_on, wrapped_key)
     select $1, r.person_id, r.name, r.email, r.unit_id, r.grade, r.hired_on, r.appointment, r.supervisor_email, r.zone, r.left_on, r.wrapped_key
     from json_to_recordset($2) r (${fields})
     on conflict (organization_id, email) do update set name = excluded.name, unit_id = excluded.unit_id, grade = excluded.grade,
       hired_on = excluded.hired_on, appointment = excluded.appointment, supervisor_email = excluded.supervisor_email,
       zone = excluded.zone, left_on = excluded.left_on
     where (person.name, person.unit_id, person.grade, person.hired_on, person.appointment, person.supervisor_email, person.zone, person.left_on)
       is distinct from (excluded.name, excluded.unit_id, excluded.grade, excluded.hired_on, excluded.appointment, excluded.supervisor_email, excluded.zone, excluded.left_on)
     returning email, person_id as "personId"`,
    [tx.organizationId, JSON.stringify(rows)],
  );
  const touched = new Set(written.map((row) => row.email));
  const all: { email: string; personId: string }[] = await tx.manager.query(
    'select email, person_id as "personId" from person where organization_id = $1 and email = any($2)',
    [tx.organizationId, rows.map((row) => row.email)],
  );
  const outcome = (email: string): SavedPerson['outcome'] =>
    !known.has(email) ? 'added' : touched.has(email) ? 'changed' : 'same';
  return new Map(all.map(({ email, personId }) => [email, { personId, outcome: outcome(email) }]));
}

/** Links an account to a person. An account that belongs to somebody else is moved: the list is right. */
export async function linkAccount(
  tx: Tx,
  personId: string,
  identity: Identity,
  address: Address | undefined,
): Promise<void> {
  await tx.manager.query(
    `insert into identity (organization_id, channel, tenant, user_id, person_id, address) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, channel, tenant, user_id) do update set person_id = excluded.person_id,
       address = coalesce(identity.address, excluded.address)`,
    [tx.organizationId, identity.channel, identity.tenant, identity.user, personId, address?.ref ?? null],
  );
}

/** Links an account that nobody has linked yet; where somebody was faster, `isNew` is false, and `personId` is whose it is. */
export async function linkNewAccount(
  tx: Tx,
  personId: string,
  { channel, tenant, user }: Identity,
): Promise<{ readonly personId: string; readonly isNew: boolean }> {
  const key = [tx.organizationId, channel, tenant, user];
  const added: unknown[] = await tx.manager.query(
    `insert into identity (organization_id, channel, tenant, user_id, person_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning person_id`,
    [...key, personId],
  );
  if (added.length > 0) return { personId, isNew: true };
  const [known]: { id: string }[] = await tx.manager.query(
    'select person_id as id from identity where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4',
    key,
  );
  if (!known) throw new Error('An account is linked and not linked.');
  return { personId: known.id, isNew: false };
}

/** Takes an account away from this person; false where it is not hers. */
export async function unlinkAccount(tx: Tx, personId: string, { channel, tenant, user }: Identity): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    'delete from identity where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4 and person_id = $5',
    [tx.organizationId, channel, tenant, user, personId],
  );
  return count === 1;
}

/** The coordinators who work here: those for the whole organization, or where there is none, those of any program. */
export async function coordinatorsOf(tx: Tx): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `with c as (
       select r.person_id as id, bool_or(r.program_id = '' and r.unit_path = '') as whole from person_role r
       join person p on p.organization_id = r.organization_id and p.person_id = r.person_id
       where r.organization_id = $1 and r.role = 'coordinator' and (p.left_on is null or p.left_on > $2::date)
       group by r.person_id)
     select id from c where whole or not exists (select 1 from c where whole) order by id`,
    [tx.organizationId, tx.at.toISODate()],
  );
  return rows.map((row) => row.id);
}

/** The person with this e-mail address. */
export async function personByEmail(tx: Tx, email: string): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.manager.query(
    'select person_id as id from person where organization_id = $1 and email = $2',
    [tx.organizationId, email],
  );
  return rows[0]?.id;
}

/** Adds somebody of whom only the name, the address and perhaps the zone are known; returns the id. */
export async function addPerson(tx: Tx, name: string, email: string, zone: string | null): Promise<string> {
  const personId = tx.newId();
  const { wrappedKey } = await organizationOfTx(tx);
  await savePeople(tx, [
    {
      personId,
      name,
      email,
      zone,
      unitId: null,
      grade: null,
      hiredOn: null,
      appointment: null,
      supervisorEmail: null,
      leftOn: null,
      wrappedKey: tx.vault.newPersonKey(tx.organizationId, wrappedKey, personId),
    },
  ]);
  return personId;
}

/** A coordinator let this person in from outside the organization. */
export async function markGuest(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query('update person set guest = true where organization_id = $1 and person_id = $2', [
    tx.organizationId,
    personId,
  ]);
}

/** Gives a person one more role. */
export async function addRole(tx: Tx, personId: string, { role, unitPath, programId }: Role): Promise<void> {
  await tx.manager.query(
    `insert into person_role (organization_id, person_id, role, unit_path, program_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.organizationId, personId, role, unitPath, programId],
  );
  if (role === 'coordinator') await noteNewReaders(tx);
}

/** Who coordinates the whole organization, or else any program, and works here; the first by name. */
export async function firstCoordinator(
  tx: Tx,
): Promise<{ readonly personId: string; readonly name: string } | undefined> {
  const rows: { personId: string; name: string }[] = await tx.manager.query(
    `select p.person_id as "personId", p.name from person_role r
     join person p on p.organization_id = r.organization_id and p.person_id = r.person_id and p.left_on is null
     where r.organization_id = $1 and r.role = 'coordinator'
     order by r.program_id <> '', r.unit_path <> '', p.name, p.person_id limit 1`,
    [tx.organizationId],
  );
  return rows[0];
}

/** Where a role's unit (`Nome`, or `DPA > Nome`) stands in the path of another unit; 0 where that is not within it. */
export const unitHolds = (unit: string, path: string): string =>
  `position(' > ' || lower(${unit}) || ' > ' in ' > ' || lower(coalesce(${path}, '')) || ' > ')`;

/**
 * The coordinators who work here and whose unit holds this person's, those of the smallest such unit only; where none
 * does, all there are. Never the person herself.
 */
export async function coordinatorsFor(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.manager.query(
    `with own as (
       select coalesce(u.path, '') as path from person p
       left join unit u on u.organization_id = $1 and u.unit_id = p.unit_id where p.organization_id = $1 and p.person_id = $2),
     c as (
       select p.person_id as id, p.name, max(case
         when r.unit_path = '' then 0
         when ${unitHolds('r.unit_path', 'own.path')} > 0
           then ${unitHolds('r.unit_path', 'own.path')} + length(r.unit_path)
         else -1 end) as near
       from own, person_role r join person p on p.organization_id = $1 and p.person_id = r.person_id
       where r.organization_id = $1 and r.role = 'coordinator' and p.person_id <> $2
         and (p.left_on is null or p.left_on > $3::date)
       group by p.person_id, p.name)
     select id from c where near = (select max(near) from c) order by name, id`,
    [tx.organizationId, personId, tx.at.toISODate()],
  );
  return rows.map((row) => row.id);
}
