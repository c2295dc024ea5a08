import { clouds } from './clouds';
import type { TeamsConfig } from './config';
import type { Place } from './reference';

/** How the bot reaches a tenant: the connector and its own wire id there. */
type Connector = Pick<Place, 'serviceUrl' | 'bot'>;
export type Connectors = {
  readonly seen: (place: Place) => void;
  readonly of: (tenant: string) => Connector | undefined;
};

const mostTenants = 1000;

/**
 * The connector of each tenant, as its last activity told. Until then it is the cloud's own for all regions; a bot that
 * runs locally has none before somebody has written.
 */
export function createConnectors({ appId, cloud, local }: TeamsConfig): Connectors {
  const known = new Map<string, Connector>();
  const usual = { serviceUrl: `https://${clouds[cloud].connectorHost}/teams/`, bot: `28:${appId ?? ''}` };
  return {
    seen: ({ tenant, serviceUrl, bot }) => {
      if (known.size < mostTenants || known.has(tenant)) known.set(tenant, { serviceUrl, bot });
    },
    of: (tenant) => known.get(tenant) ?? (local ? undefined : usual),
  };
}
