import { z } from 'zod';
import { cleanText, clip, type Identity, type Profile } from '../../chat';
import type { Clients } from './clients';
import { within } from './timing';

const flag = z.boolean().nullish();
const schema = z.object({
  team_id: z.string().nullish(),
  real_name: z.string().nullish(),
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  is_email_confirmed: flag,
  enterprise_user: z.object({ enterprise_id: z.string().nullish(), teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.object({ real_name: z.string().nullish(), email: z.string().nullish() }).nullish(),
});
type User = z.infer<typeof schema>;

/** Whether this account belongs to another workspace; where Slack names none, there is no judgment. */
function isForeign({ team_id, enterprise_user }: User, tenant: string): boolean {
  const places = [team_id, enterprise_user?.enterprise_id, ...(enterprise_user?.teams ?? [])].filter(
    (id) => id != null,
  );
  // An app that is installed for a whole Grid is not told which workspaces are its own.
  return places.length > 0 && !places.includes(tenant) && !tenant.startsWith('E');
}

const mostName = 120;

/**
 * What Slack says about an account. Without the scope `users:read.email` there is no address in it, and one that was
 * never confirmed counts as none. Undefined where Slack does not answer within so many milliseconds.
 */
export async function profileOf(clients: Clients, who: Identity, most: number): Promise<Profile | undefined> {
  const asked = clients.call(who.tenant, 'interactive', (client) => client.users.info({ user: who.user }));
  const answer = await within(most, asked);
  if (!answer?.value.ok) return undefined;
  const user = schema.safeParse(answer.value.value.user).data;
  if (user === undefined) return undefined;
  const email = user.is_email_confirmed === false ? undefined : user.profile?.email?.trim();
  return {
    name: clip(cleanText(user.profile?.real_name || user.real_name || '').trim(), mostName),
    ...(email && { email }),
    guest:
      user.is_restricted === true ||
      user.is_ultra_restricted === true ||
      user.is_stranger === true ||
      isForeign(user, who.tenant),
  };
}
