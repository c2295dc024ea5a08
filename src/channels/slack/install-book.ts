import type { DateTime } from 'luxon';
import { type Kept, readKept, tenantOfKept, writeKept } from './installation';

/** What came of an installation: it is joined, or why not. */
export type Claim = 'joined' | 'taken' | 'link-needed' | 'not-set-up';

/** An installation on its way to its shelf. `tenant` is the Grid's id for all of it, else the workspace's. */
export type BookEntry = {
  readonly tenant: string;
  readonly grid: string | undefined;
  readonly text: string;
  readonly endsAt: Date | undefined;
};

/** Where the house keeps installations, sealed and each in its organization. */
export type InstallBook = {
  /** Joins it to that organization, or, without one, to the one it had before or the only one there is; all or nothing. */
  add(entry: BookEntry, organization: string | undefined): Promise<Claim>;
  /** Writes what was renewed, unless the installation has been removed meanwhile. */
  replace(entry: BookEntry): Promise<void>;
  /** The installation of a workspace, or of the Grid that it is part of. */
  read(tenant: string): Promise<string | undefined>;
  /** Deletes it, and closes the workspace or Grid; again and again is the same as once. */
  remove(tenant: string): Promise<void>;
  /** Notes that these workspaces are part of the Grid. */
  noteWorkspaces(grid: string, workspaces: readonly string[]): Promise<void>;
  /** The one right to renew it, for a minute at most; undefined where another process has it. */
  lease(tenant: string): Promise<{ end(): Promise<void> } | undefined>;
  /** Installations whose token ends before that time. */
  ending(before: Date): Promise<readonly string[]>;
};

/** When the token ends; undefined where it does not (no token rotation). */
export const endOf = ({ bot }: Kept): number | undefined => bot.expiresAt;

export const entryOf = (own: Kept): BookEntry => {
  const end = endOf(own);
  return {
    tenant: tenantOfKept(own),
    grid: own.enterprise?.id,
    text: writeKept(own),
    endsAt: end === undefined ? undefined : new Date(end * 1000),
  };
};

export async function readFrom(book: InstallBook, tenant: string): Promise<Kept | undefined> {
  const text = await book.read(tenant);
  return text === undefined ? undefined : readKept(text);
}

/** Whether the token ends within so many seconds of `now`. */
export function endsWithin(own: Kept, seconds: number, now: DateTime): boolean {
  const end = endOf(own);
  return end !== undefined && end - now.toSeconds() <= seconds;
}
