import type { DateTime } from 'luxon';

export type RoleName = 'mentee' | 'mentor' | 'supervisor' | 'coordinator' | 'program_manager';

/** A role, for a unit path (`A > B`, '' for the whole organization) and a program ('' for all). */
export type Role = { readonly role: RoleName; readonly unitPath: string; readonly programId: string };

/** Somebody in the organization, as far as the domain's rules ask. Dates are calendar days, `YYYY-MM-DD`. */
export type Person = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly unitId: string | null;
  readonly grade: string | null;
  readonly hiredOn: string | null;
  readonly appointment: string | null;
  readonly supervisorEmail: string | null;
  readonly zone: string | null;
  readonly leftOn: string | null;
};

/** Still employed at that moment; the day counts as it is where she works. */
export const worksHere = (person: Pick<Person, 'leftOn' | 'zone'>, at: DateTime): boolean =>
  person.leftOn === null || person.leftOn > (at.setZone(person.zone ?? at.zone).toISODate() ?? '');

/** Whether one of these roles is `role` for this program; a role without a program holds for all. */
export const holds = (roles: readonly Role[], role: RoleName, programId: string): boolean =>
  roles.some((held) => held.role === role && (held.programId === '' || held.programId === programId));

/** Whether one of these roles makes a coordinator, of whatever program. */
export const isCoordinator = (roles: readonly Role[]): boolean => roles.some((held) => held.role === 'coordinator');
