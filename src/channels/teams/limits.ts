/** How much of everything a card shows: characters of a paragraph and of a short text, entries of a list, buttons, blocks. */
export type Limits = {
  readonly text: number;
  readonly short: number;
  readonly entries: number;
  readonly buttons: number;
  readonly blocks: number;
};

/** A card is smaller than 25 KB, well below what Teams takes in one message. */
export const mostBytes = 25_000;

/** Tried one after the other until the card fits. */
export const limitSteps: readonly Limits[] = [
  { text: 4000, short: 400, entries: 60, buttons: 60, blocks: 100 },
  { text: 1500, short: 200, entries: 30, buttons: 30, blocks: 100 },
  { text: 600, short: 120, entries: 15, buttons: 15, blocks: 60 },
  { text: 250, short: 80, entries: 8, buttons: 8, blocks: 40 },
  { text: 120, short: 60, entries: 4, buttons: 6, blocks: 30 },
  { text: 120, short: 60, entries: 3, buttons: 6, blocks: 15 },
  { text: 80, short: 40, entries: 2, buttons: 4, blocks: 8 },
  { text: 80, short: 40, entries: 2, buttons: 2, blocks: 4 },
  { text: 80, short: 40, entries: 2, buttons: 1, blocks: 1 },
];
