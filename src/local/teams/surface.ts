import type { Json } from '../json';
import { group } from './rooms';
import type { TeamsWorld } from './world';

/** Where a card stands that somebody can act on: in message `on`, or without one in her dialog. */
export type Surface = {
  readonly id: string;
  readonly conversation: string;
  readonly card: Json;
  readonly on?: string;
};

/** By this name the dialog that somebody has open is acted on, instead of a message. */
export const inDialog = 'dialog';

/** The card that this person sees under this id; undefined where there is none. */
export function surfaceOf(user: string, id: string, { rooms, dialogs }: TeamsWorld): Surface | undefined {
  if (id === inDialog) {
    const dialog = dialogs.openOf(user);
    return dialog && 'card' in dialog ? dialog : undefined;
  }
  const message = rooms.find(rooms.personal(user), id) ?? rooms.find(group, id);
  return message?.card && { id, conversation: message.conversation, card: message.card, on: id };
}
