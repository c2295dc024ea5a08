import type { Address, Delivered, SendFailure } from '../../chat';
import type { TeamsAdapter } from './adapter';
import type { Connectors } from './connectors';
import { type Account, accountOf, addressOf, type Place, placeOf } from './reference';
import { type Drawn, penOfPlace, sayAlone } from './send';

export const refused = (code: string): SendFailure => ({ ok: false, because: 'refused', code });

type Road = {
  readonly adapter: TeamsAdapter;
  readonly connectors: Connectors;
  /** Whether a connector is one we may send to; stored addresses are asked again. */
  readonly isServed: (place: Pick<Place, 'serviceUrl'>) => boolean;
  /** Milliseconds for one send. */
  readonly most: number;
};

/** Sends a card unasked: into a chat we know, or to an account whose chat with the bot has to be opened first. */
export function createDelivery(road: Road): (to: Address, drawn: Drawn) => Promise<Delivered> {
  return async (to, drawn) => {
    const account = accountOf(to);
    if (account !== undefined) return toAccount(road, account, drawn);
    const place = placeOf(to);
    if (place === undefined) return refused('no-address');
    if (!road.isServed(place)) return refused('foreign-service-url');
    const sent = await penOfPlace(road.adapter, place, road.most).send(drawn);
    return sent.ok ? { ok: true, ref: { address: to, message: sent.id } } : sent;
  };
}

async function toAccount(road: Road, { tenant, user }: Account, drawn: Drawn): Promise<Delivered> {
  const connector = road.connectors.of(tenant);
  if (connector === undefined) return { ok: false, because: 'busy', code: 'no-connector-yet', retryAfterSeconds: 60 };
  const place = { ...connector, tenant, user };
  if (!road.isServed(place)) return refused('foreign-service-url');
  const said = await sayAlone(road.adapter, place, [drawn], road.most);
  if (!said.ok) return said;
  const [sent] = said.sent;
  if (sent === undefined || !sent.ok) return sent ?? refused('not-sent');
  return { ok: true, ref: { address: addressOf({ ...place, conversation: said.conversation }), message: sent.id } };
}
