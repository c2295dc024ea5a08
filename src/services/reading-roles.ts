import { type Role, rolesFor } from '../mentoring';
import type { ReadingRole } from '../store';

/**
 * The roles by which somebody reads how pairs do. Whether two have met is for coordinators, by name; a program manager
 * learns how many there are, from five on.
 */
export function readingRoles(roles: readonly Role[]): readonly ReadingRole[] {
  const naming = new Set(rolesFor(roles, 'list', 'session-facts'));
  return rolesFor(roles, 'list', 'pairing').map((role) => ({
    unitPath: role.unitPath,
    programId: role.programId,
    names: naming.has(role),
  }));
}
