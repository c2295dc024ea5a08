type Flag = boolean | 'true' | 'false' | null | undefined;
type Id = string | null | undefined;

/** Commands carry this flag as a word, all other payloads as a boolean. */
export const isSet = (flag: Flag): boolean => flag === true || flag === 'true';

/** The installation an act belongs to: the Grid when the app is installed for all of it, else the workspace. */
export function tenantOf(wholeGrid: Flag, enterprise: Id, team: Id): string | undefined {
  if (isSet(wholeGrid) && enterprise != null) return enterprise;
  return team ?? undefined;
}

/** True when this account belongs to none of the places that the installation covers (Slack Connect); no places, no judgment. */
export function isForeign(account: Id, ours: readonly Id[]): boolean {
  return account != null && ours.some((each) => each != null) && !ours.includes(account);
}
