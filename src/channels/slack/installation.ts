import type { Installation } from '@slack/bolt';
import { z } from 'zod';

const place = z.object({ id: z.string().min(1) });
const kept = z.object({
  wholeGrid: z.boolean(),
  team: place.optional(),
  enterprise: place.optional(),
  appId: z.string().optional(),
  installer: z.string(),
  bot: z.object({
    id: z.string(),
    userId: z.string(),
    token: z.string().min(1),
    scopes: z.array(z.string()),
    refreshToken: z.string().optional(),
    /** In seconds since 1970. */
    expiresAt: z.number().optional(),
  }),
});

/** An installation as we keep it: its bot's token and ids, and nobody's name. */
export type Kept = z.infer<typeof kept>;

/** What @slack/oauth hands over; undefined without a bot token or a place, which an app of ours always has. */
export function keptOf(given: Installation): Kept | undefined {
  const { bot, team, enterprise, user, appId } = given;
  const found = kept.safeParse({
    wholeGrid: given.isEnterpriseInstall === true,
    team: team?.id === undefined ? undefined : { id: team.id },
    enterprise: enterprise?.id === undefined ? undefined : { id: enterprise.id },
    appId,
    installer: user.id,
    bot,
  }).data;
  return found !== undefined && tenantOfKept(found) !== '' ? found : undefined;
}

/** The Grid's id where the app is installed for all of it, else the workspace's. */
export const tenantOfKept = ({ wholeGrid, team, enterprise }: Kept): string =>
  (wholeGrid ? enterprise?.id : team?.id) ?? '';

export const writeKept = (own: Kept): string => JSON.stringify(own);

/** Reads what `writeKept` wrote; undefined for anything else. */
export function readKept(text: string): Kept | undefined {
  try {
    return kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The same in the words of @slack/oauth, which renews its token. */
export function installationOf({ wholeGrid, team, enterprise, appId, installer, bot }: Kept): Installation<'v2'> {
  const { refreshToken, expiresAt, ...own } = bot;
  return {
    team,
    enterprise,
    isEnterpriseInstall: wholeGrid,
    authVersion: 'v2',
    tokenType: 'bot',
    user: { id: installer, token: undefined, scopes: undefined },
    bot: {
      ...own,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    ...(appId !== undefined && { appId }),
  };
}
