import { SetupError } from '../start/house';
import { organizationIds, organizationOfTx, type Store } from '../store';

export type Home = { readonly id: string; readonly name: string; readonly zone: string };

/** Every organization that is here. */
export async function allHomes(store: Store): Promise<readonly Home[]> {
  const all: Home[] = [];
  for (const id of await organizationIds(store)) {
    const { name, zone } = await store.inOrganization(id, undefined, organizationOfTx);
    all.push({ id, name, zone });
  }
  return all;
}

/** The organization that a command is about: the only one, or the one of that name. Undefined while there is none. */
export async function homeFor(store: Store, name: string | undefined): Promise<Home | undefined> {
  const all = await allHomes(store);
  const fitting = name === undefined ? all : all.filter((home) => home.name.toLowerCase() === name.toLowerCase());
  if (fitting.length > 1)
    throw new SetupError([
      `There are several organizations here. Say which one: ${all.map((home) => `--organization "${home.name}"`).join(' or ')}.`,
    ]);
  if (name !== undefined && all.length > 0 && fitting.length === 0)
    throw new SetupError([
      `There is no organization "${name}" here. There is: ${all.map((home) => `"${home.name}"`).join(', ')}.`,
    ]);
  return fitting[0];
}
