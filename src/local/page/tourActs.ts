import type { Channel } from './api';

/** The story cannot go on: a sentence that says what is missing, and what to do. */
export class Missing extends Error {}

/** What stood on the page already: the ids of the messages when the tour began, the clock (ISO) when the step began. */
export type Before = { readonly messages: ReadonlySet<string>; readonly clock: string };

const clientOf = (channel: Channel): Element | null => document.querySelector(`.client.${channel}`);
const nameOf = (button: Element): string => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '';
const usualPatience = 10_000;

/** Resolves with what `look` finds, as soon as the page shows it; where it does not in time, rejects with what is missing. */
export function until<Found>(look: () => Found | undefined, missing: string, patience = usualPatience): Promise<Found> {
  return new Promise((resolve, reject) => {
    const seen = look();
    if (seen !== undefined) return resolve(seen);
    const observer = new MutationObserver(() => {
      const found = look();
      if (found === undefined) return;
      stop();
      resolve(found);
    });
    const late = setTimeout(() => {
      stop();
      reject(new Missing(missing));
    }, patience);
    const stop = (): void => {
      clearTimeout(late);
      observer.disconnect();
    };
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    return undefined;
  });
}

/** The messages in a client that have come since, the newest last. */
const newIn = (channel: Channel, { messages }: Before): readonly HTMLElement[] =>
  [...(clientOf(channel)?.querySelectorAll<HTMLElement>('.messages [data-message]') ?? [])].filter(
    ({ dataset }) => !messages.has(dataset.message ?? ''),
  );

/** The newest of the messages that have come since which holds these words. */
export const saidIn = (channel: Channel, words: string, before: Before): HTMLElement | undefined =>
  newIn(channel, before).findLast((message) => message.textContent?.includes(words));

/** The newest of the messages that have come since which has a button whose name begins so. */
export const cardIn = (channel: Channel, name: string, before: Before): HTMLElement | undefined =>
  newIn(channel, before).findLast((message) => buttonOf(message, name));

/** The button of a message whose name begins so. */
export const buttonOf = (message: HTMLElement, name: string): HTMLButtonElement | undefined =>
  [...message.querySelectorAll('button')].find((button) => nameOf(button).startsWith(name));

export function press(button: HTMLButtonElement): void {
  button.scrollIntoView({ block: 'center' });
  button.click();
}

export function fill(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Writes to the bot as a person does: into the box, then sent. */
export async function writeIn(channel: Channel, text: string): Promise<void> {
  const missing = 'The chat with Mentor Exchange is not open. Open it, then try again.';
  const form = await until(() => clientOf(channel)?.querySelector<HTMLFormElement>('.composer') ?? undefined, missing);
  const box = form.querySelector('input');
  if (box) fill(box, text);
  await until(() => form.querySelector('[type="submit"]:not(:disabled)') ?? undefined, missing);
  form.requestSubmit();
}
