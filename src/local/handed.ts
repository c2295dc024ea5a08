/** What became of a request to the bot: its answer, or in words why there is none that counts. */
export type Handed =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly status?: number; readonly body?: unknown; readonly says: string };

/** A refusal of the client itself: nothing was sent. `fields` are sentences by field. */
export type Unsent = {
  readonly ok: false;
  readonly unsent: true;
  readonly says: string;
  readonly fields?: Readonly<Record<string, string>>;
};

export const unsent = (says: string, fields?: Readonly<Record<string, string>>): Unsent => ({
  ok: false,
  unsent: true,
  says,
  ...(fields && { fields }),
});
