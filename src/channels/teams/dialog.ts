import type { WireActivity } from './activity';
import { isObject, type Json } from './json';

/** The invokes of a dialog: a button asks for it, and its form is sent. */
export const dialogInvokes: ReadonlySet<string> = new Set(['task/fetch', 'task/submit']);

export const isDialog = ({ type, name }: WireActivity): boolean => type === 'invoke' && dialogInvokes.has(name ?? '');

/** What a dialog sends: the data of the button, or of the form with what was typed. */
export const dialogData = ({ value }: WireActivity): unknown => (isObject(value) ? value.data : undefined);

/** What a dialog stands over: this message, which shows a card, or the same form. */
export type Behind = { readonly on: string; readonly behind: 'card' | 'form' };

/**
 * What is behind a dialog. A sent form says it itself, as Teams does not: in its own chat, it is no more than a hint which
 * message to redraw.
 */
export function behindDialog(activity: WireActivity): Behind {
  const data = dialogData(activity);
  const own = isObject(data) ? data : {};
  const on = activity.name === 'task/fetch' ? activity.replyToId : own.on;
  return {
    on: typeof on === 'string' && on.length <= 200 ? on : '',
    behind: own.behind === 'form' ? 'form' : 'card',
  };
}

/** The form in its window. */
export const openDialog = (title: string, content: Json): Json => ({
  task: {
    type: 'continue',
    value: {
      title,
      height: 'large',
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
    },
  },
});

/** A word in place of the form; whatever else is to be said stands in the chat. */
export const endDialog = (text: string): Json => ({ task: { type: 'message', value: text } });
