import { api, type Person, Refusal } from './api';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const everyMs = 400;
const mostLooks = 150;

/** Whether the server is back, with people made anew: everybody has another id then. */
async function isFresh(before: ReadonlySet<string>): Promise<boolean> {
  const { people } = await api.people().catch(() => ({ people: [] }));
  return people.length > 0 && people.every(({ id }) => !before.has(id));
}

/** Everything anew; resolves when it is there. A Refusal says why not. */
export async function freshDemo(people: readonly Person[]): Promise<void> {
  const before = new Set(people.map(({ id }) => id));
  await api.startOver();
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await pause(everyMs);
    if (await isFresh(before)) return;
  }
  throw new Refusal('The demo did not come back. Look at the terminal, and start it again with: npm start');
}

const mark = 'tour';

/** Opens the page anew, at the tour. */
export const reopenAtTour = (): void => location.assign(`${location.pathname}?${mark}`);

/** Whether the page was opened at the tour; it is asked once, and the address forgets it. */
export function opensAtTour(): boolean {
  const asked = new URLSearchParams(location.search).has(mark);
  if (asked) history.replaceState(null, '', location.pathname + location.hash);
  return asked;
}
