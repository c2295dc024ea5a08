import {
  addPerson,
  addRole,
  createOrganization,
  organizationIds,
  personByEmail,
  renameOrganization,
  type Store,
  switchOnProgram,
} from '../store';
import type { ProgramPolicy } from './house';

export type SetUp = {
  readonly organization: string;
  readonly zone: string;
  readonly coordinatorName: string;
  readonly coordinatorEmail: string;
};

/** Founds the organization, or brings the one there is up to date: its name, zone, first coordinator and first program. */
export async function setUpOrganization(
  { store, newId }: { store: Store; newId: () => string },
  answers: SetUp,
  program: ProgramPolicy,
): Promise<'founded' | 'updated'> {
  const [known] = await organizationIds(store);
  const id = known ?? (await createOrganization(store, newId(), answers.organization, answers.zone));
  await store.inOrganization(id, undefined, async (tx) => {
    if (known !== undefined) await renameOrganization(tx, answers.organization, answers.zone);
    await switchOnProgram(tx, program.id, program.opens);
    const { coordinatorName: name, coordinatorEmail } = answers;
    const personId =
      (await personByEmail(tx, coordinatorEmail.toLowerCase())) ??
      (await addPerson(tx, name, coordinatorEmail.toLowerCase(), answers.zone));
    await addRole(tx, personId, { role: 'coordinator', unitPath: '', programId: '' });
  });
  return known === undefined ? 'founded' : 'updated';
}
