/** Finds accounts by id. Reads `load` again when an id is unknown, as people may have been imported meanwhile. */
export type Directory<Account> = {
  readonly find: (id: string) => Promise<Account | undefined>;
  readonly all: () => Promise<readonly Account[]>;
};

export function createDirectory<Account>(
  load: () => Promise<readonly Account[]>,
  idsOf: (account: Account) => readonly string[],
): Directory<Account> {
  let known: readonly Account[] = [];
  const among = (id: string): Account | undefined => known.find((account) => idsOf(account).includes(id));
  return {
    find: async (id) => {
      const account = among(id);
      if (account) return account;
      known = await load();
      return among(id);
    },
    all: async () => {
      known = await load();
      return known;
    },
  };
}
