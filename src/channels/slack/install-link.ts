import { createHmac } from 'node:crypto';
import { ClearStateStore } from '@slack/oauth';

const validSeconds = 7 * 24 * 3600;

/** A secret for one purpose, made from the app's own: what is signed for one is worth nothing for another. */
export const secretFor = (purpose: 'install link' | 'state', clientSecret: string): string =>
  createHmac('sha256', clientSecret).update(purpose).digest('hex');

const links = (clientSecret: string): ClearStateStore =>
  new ClearStateStore(secretFor('install link', clientSecret), validSeconds);

/** The address at which somebody installs the app for this organization; good for seven days. */
export async function installLink(
  publicUrl: string,
  clientSecret: string,
  organizationId: string,
  now: Date,
): Promise<string> {
  const signed = await links(clientSecret).generateStateParam({ scopes: [], metadata: organizationId }, now);
  const address = new URL('/slack/install', publicUrl);
  address.searchParams.set('for', signed);
  return address.toString();
}

/** The organization that a link names; undefined where it is too old, changed, or none of ours. */
export async function organizationInLink(clientSecret: string, signed: string, now: Date): Promise<string | undefined> {
  try {
    return (await links(clientSecret).verifyStateParam(now, signed)).metadata;
  } catch {
    return undefined;
  }
}
