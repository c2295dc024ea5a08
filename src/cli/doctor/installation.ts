import { whoseInstallation } from '../../start/whose';
import { organizationIds, organizationOf, type Store } from '../../store';
import { type Finding, ok, warning, wrong } from './finding';

/** Whose the workspace or tenant is that the credentials are for. */
export async function checkInstallation(store: Store, channel: 'slack' | 'teams', tenant: string): Promise<Finding> {
  const about = channel === 'slack' ? 'Slack workspace' : 'Teams tenant';
  const organizations = await organizationIds(store);
  if ((await organizationOf(store, channel, tenant)) !== undefined) return ok(about, 'belongs to an organization here');
  if (organizations.length > 1)
    return wrong(about, 'belongs to nobody here', whoseInstallation(channel, tenant, organizations.length));
  return organizations.length === 1
    ? ok(about, 'will belong to the organization as soon as it speaks')
    : warning(about, 'waits for an organization', 'Run: npm run mentor -- setup');
}
