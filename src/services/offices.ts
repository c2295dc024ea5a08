import { type Tx, unitNames, unitsNamed } from '../store';

type Remembered = Map<string, { readonly names: readonly string[]; readonly until: number }>;

const rememberedMilliseconds = 60_000;
const remembered = new WeakMap<Tx['vault'], Remembered>();

/** The names of the offices here, as people name them; read again after a minute. */
export async function officesOf(tx: Tx): Promise<readonly string[]> {
  const known: Remembered = remembered.get(tx.vault) ?? new Map();
  remembered.set(tx.vault, known);
  const own = known.get(tx.organizationId);
  if (own && own.until > tx.at.toMillis()) return own.names;
  const names = await unitNames(tx);
  known.set(tx.organizationId, { names, until: tx.at.toMillis() + rememberedMilliseconds });
  return names;
}

/** The office that goes by this name, as it is written here; undefined where none does, or none was named. */
export const officeNamed = async (tx: Tx, name: string | undefined): Promise<string | undefined> =>
  name === undefined ? undefined : (await unitsNamed(tx, name))?.name;
