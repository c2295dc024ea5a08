import type { Json } from '../json';

/** A window over somebody's client: a card to fill in, or a word that the bot ended it with. */
export type TeamsDialog = {
  readonly id: string;
  readonly title: string;
  readonly conversation: string;
} & ({ readonly card: Json } | { readonly says: string });

export type Dialogs = {
  readonly openOf: (user: string) => TeamsDialog | undefined;
  /** There is one window at a time. */
  readonly show: (user: string, dialog: TeamsDialog) => void;
  readonly close: (user: string) => void;
};

/** The windows that stand open, by person. */
export function createDialogs(): Dialogs {
  const open = new Map<string, TeamsDialog>();
  return {
    openOf: (user) => open.get(user),
    show: (user, dialog) => {
      open.set(user, dialog);
    },
    close: (user) => {
      open.delete(user);
    },
  };
}
