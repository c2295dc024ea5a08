import type { DateTime } from 'luxon';
import { type Button, buttons, type Card, card, type Form, prose, type Token } from '../../chat';
import type { Filling } from './form';
import { words } from './words';

/** A form that waits for a press of a button, because Slack opens windows only in answer to one. */
export type Held = { readonly form: Form; readonly filling: Filling };
type Owner = { readonly team: string; readonly user: string };
type Entry = Owner & Held & { readonly until: number };

const opening = '@open-form';
const minutesKept = 30;

/** The key in the token of an "Open the form" button; undefined for every other token. */
export const openingKey = ({ intent, args }: Token): string | undefined =>
  intent === opening && typeof args.key === 'string' ? args.key : undefined;

/** A card that offers the form: one sentence and the button. */
export function offerCard(key: string, sentence: string): Card {
  const open: Button = { label: words.openForm, token: { intent: opening, args: { key } }, emphasis: 'main' };
  return card('open-form', sentence, prose(sentence), buttons(open));
}

/**
 * Forms that could not be opened at once: asked for in a message, or ready only after Slack's three seconds. They are
 * kept half an hour, in memory, for the person they were made for; after a restart she is asked to say it again.
 */
export type HeldForms = { keep(owner: Owner, held: Held): string; take(owner: Owner, key: string): Held | undefined };

export function heldForms(clock: () => DateTime, most = 1000): HeldForms {
  const kept = new Map<string, Entry>();
  const started = clock().toMillis().toString(36);
  let count = 0;
  const forgetOld = (now: number): void => {
    for (const [key, { until }] of kept) {
      if (until > now && kept.size < most) return;
      kept.delete(key);
    }
  };
  return {
    keep({ team, user }, { form, filling }) {
      const now = clock().toMillis();
      forgetOld(now);
      const key = `${started}-${count++}`;
      kept.set(key, { team, user, form, filling, until: now + minutesKept * 60_000 });
      return key;
    },
    take({ team, user }, key) {
      const entry = kept.get(key);
      if (entry === undefined || entry.team !== team || entry.user !== user || entry.until <= clock().toMillis())
        return undefined;
      return { form: entry.form, filling: entry.filling };
    },
  };
}
