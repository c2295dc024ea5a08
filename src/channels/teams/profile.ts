import { TeamsInfo } from 'botbuilder';
import { z } from 'zod';
import { cleanText, clip, type Identity, type Profile } from '../../chat';
import type { TeamsAdapter } from './adapter';
import { attempt } from './failure';
import type { Place } from './reference';

const text = z.string().nullish();
const schema = z.object({
  aadObjectId: text,
  objectId: text,
  name: text,
  email: text,
  userPrincipalName: text,
  tenantId: text,
  userRole: text,
});

const mostName = 120;

/**
 * What Teams says about the person of a chat with the bot. Undefined where the connector does not answer within so many
 * milliseconds, or speaks of another account.
 */
export async function profileOf(
  adapter: TeamsAdapter,
  who: Identity,
  place: Place,
  most: number,
): Promise<Profile | undefined> {
  let found: unknown;
  const asked = await attempt(most, async () => {
    await adapter.resume(place, async (context) => {
      found = await TeamsInfo.getMember(context, place.user);
    });
    return '';
  });
  const member = asked.ok ? schema.safeParse(found).data : undefined;
  if (member === undefined || (member.aadObjectId ?? member.objectId) !== who.user) return undefined;
  const email = (member.email || member.userPrincipalName)?.trim();
  const elsewhere = member.tenantId != null && member.tenantId !== who.tenant;
  return {
    name: clip(cleanText(member.name ?? '').trim(), mostName),
    ...(email && { email }),
    guest: elsewhere || /^(?:guest|anonymous)$/iu.test(member.userRole ?? ''),
  };
}
