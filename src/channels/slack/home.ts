import type { Card, MessageRef, Updated } from '../../chat';
import { addressOf } from './address';
import type { Clients } from './clients';
import { done } from './post';
import { renderHome } from './render';

const home = 'home';

/** A person's Home tab as something that shows a card and can be drawn anew, like a message. */
export const homeRef = (team: string, user: string): MessageRef => ({
  address: addressOf({ team, user }),
  message: home,
});

export const isHome = ({ message }: MessageRef): boolean => message === home;

/** Draws a person's Home tab, whether it is open just now or not. */
export async function publishHome(
  clients: Clients,
  haste: 'interactive' | 'send',
  { team, user }: { readonly team: string; readonly user: string },
  cards: readonly Card[],
): Promise<Updated> {
  const view = renderHome(cards);
  return done(await clients.call(team, haste, (client) => client.views.publish({ user_id: user, view })));
}
