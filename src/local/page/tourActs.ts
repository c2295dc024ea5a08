import type { Channel } from './api';

const clientOf = (channel: Channel): Element | null => document.querySelector(`.client.${channel}`);
const nameOf = (button: Element): string => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '';
const patienceMs = 10_000;

/** Resolves with what `look` finds, as soon as the page shows it; rejects when it does not in time. */
export function until<Found>(look: () => Found | undefined): Promise<Found> {
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
      reject(new Error('The page does not show it.'));
    }, patienceMs);
    const stop = (): void => {
      clearTimeout(late);
      observer.disconnect();
    };
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    return undefined;
  });
}

/** The newest button in a client whose name begins so. */
export const buttonIn = (channel: Channel, name: string): HTMLButtonElement | undefined =>
  [...(clientOf(channel)?.querySelectorAll<HTMLButtonElement>('.messages button') ?? [])].findLast((button) =>
    nameOf(button).startsWith(name),
  );

export const pressIn = async (channel: Channel, name: string): Promise<void> => {
  const button = await until(() => buttonIn(channel, name));
  button.scrollIntoView({ block: 'center' });
  button.click();
};

/** A field of the newest card or form in a client, by its id. */
export const fieldIn = (channel: Channel, id: string): HTMLInputElement | HTMLTextAreaElement | undefined =>
  [
    ...(clientOf(channel)?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      `[data-field="${id}"] :is(input, textarea)`,
    ) ?? []),
  ].at(-1);

function fill(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export const fillIn = async (channel: Channel, id: string, text: string): Promise<void> =>
  fill(await until(() => fieldIn(channel, id)), text);

/** Writes to the bot as a person does: into the box, then sent. */
export async function writeIn(channel: Channel, text: string): Promise<void> {
  const form = await until(() => clientOf(channel)?.querySelector<HTMLFormElement>('.composer') ?? undefined);
  const box = form.querySelector('input');
  if (box) fill(box, text);
  await until(() => form.querySelector('[type="submit"]:not(:disabled)') ?? undefined);
  form.requestSubmit();
}

/** Presses "Ask" beside this mentor, and leafs through the mentors until she is there. */
export async function askMentor(name: string): Promise<void> {
  for (let pages = 0; pages < 5 && !buttonIn('teams', `Ask ${name}`); pages += 1) {
    const more = buttonIn('teams', 'More mentors');
    if (!more) break;
    more.click();
    await until(() => (more.isConnected ? undefined : true));
  }
  await pressIn('teams', `Ask ${name}`);
}
