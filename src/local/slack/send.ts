import type { Handed } from '../handed';
import type { Json } from '../json';
import { post } from '../post';
import { signed } from './sign';
import type { SlackWorld } from './world';

export type Outgoing = {
  readonly what: string;
  readonly payload: Json;
  readonly form: 'command' | 'interaction' | 'event';
  readonly conversation?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

function encoded({ form, payload }: Outgoing): string {
  if (form === 'event') return JSON.stringify(payload);
  if (form === 'interaction') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(
    Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)])),
  ).toString();
}

/** Signs a request now and sends it to the app. Never rejects. */
export function send(outgoing: Outgoing, world: SlackWorld): Promise<Handed> {
  const body = encoded(outgoing);
  return post(
    {
      platform: 'slack',
      what: outgoing.what,
      logged: outgoing.payload,
      url: `${world.target()}/slack/events`,
      headers: {
        'content-type': outgoing.form === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
        ...signed(body, Math.floor(world.now().toSeconds()), world.signingSecret),
        ...outgoing.headers,
      },
      body,
      within: world.ackWithin,
      ...(outgoing.conversation !== undefined && { conversation: outgoing.conversation }),
    },
    world.log,
  );
}
