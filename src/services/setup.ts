import {
  addPerson,
  addRole,
  createOrganization,
  personByEmail,
  renameOrganization,
  type Store,
  switchOnProgram,
} from '../store';
import type { ProgramPolicy } from './house';

export type SetUp = {
  /** The organization to bring up to date; undefined founds one. */
  readonly organizationId: string | undefined;
  readonly organization: string;
  readonly zone: string;
  /** Undefined where somebody coordinates already. */
  readonly coordinator: { readonly name: string; readonly email: string } | undefined;
  /** Programs to switch on; those that are on stay on. */
  readonly programs: readonly ProgramPolicy[];
};

/** Founds the organization, or brings the one there is up to date: its name and zone, a coordinator, programs. */
export async function setUpOrganization(
  { store, newId }: { store: Store; newId: () => string },
  { organizationId: known, organization, zone, coordinator, programs }: SetUp,
): Promise<'founded' | 'updated'> {
  const id = known ?? (await createOrganization(store, newId(), organization, zone));
  await store.inOrganization(id, undefined, async (tx) => {
    if (known !== undefined) await renameOrganization(tx, organization, zone);
    for (const program of programs) await switchOnProgram(tx, program.id, program.opens);
    if (!coordinator) return;
    const email = coordinator.email.toLowerCase();
    const personId = (await personByEmail(tx, email)) ?? (await addPerson(tx, coordinator.name, email, zone));
    await addRole(tx, personId, { role: 'coordinator', unitPath: '', programId: '' });
  });
  return known === undefined ? 'founded' : 'updated';
}
