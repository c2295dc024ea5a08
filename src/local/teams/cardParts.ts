import { isRecord, type Json, recordsAt } from '../json';

const notDrawn = new Set(['fallback', 'data', 'refresh', 'selectAction']);

/** Whether what stands under this key is drawn as a part of the card. */
export const isDrawn = (key: string): boolean => !notDrawn.has(key);

/** Every object with a `type` in a card, outermost first; fallbacks and what a click on an element itself does are left out. */
export function partsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isRecord(value)) return [];
  const own = typeof value.type === 'string' ? [value] : [];
  const inner = Object.entries(value).filter(([key]) => isDrawn(key));
  return [...own, ...inner.flatMap(([, part]) => partsOf(part))];
}

export const isAction = (part: Json): boolean => typeof part.type === 'string' && part.type.startsWith('Action.');
export const isInput = (part: Json): boolean => typeof part.type === 'string' && part.type.startsWith('Input.');

/** The actions of a card as a person meets them from top to bottom: in the body first, then the card's own. */
export function actionsOf(card: Json): readonly Json[] {
  const inBody = partsOf(card.body).filter(isAction);
  const own = recordsAt(card, 'actions').flatMap((action) => partsOf(action).filter(isAction));
  return [...inBody, ...own];
}

export const inputsOf = (card: Json): readonly Json[] => partsOf(card).filter(isInput);
