import type { Card } from './card';
import type { FieldErrors, Form, FormValues, Option } from './form';

/**
 * An answer to the person who acted. `replace` puts the card in the place of the one acted on. A form with `errors` always
 * carries `values` too, so nobody loses what they typed. `close` ends an open form without a word. `stay` leaves an open
 * form as it is, with all that was typed, and says the card beside it: the form could not be worked off just now.
 */
export type Reply =
  | { readonly kind: 'card'; readonly card: Card; readonly as?: 'new' | 'replace' }
  | { readonly kind: 'form'; readonly form: Form; readonly values?: FormValues; readonly errors?: FieldErrors }
  | { readonly kind: 'choices'; readonly options: readonly Option[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'stay'; readonly card: Card };

export const say = (card: Card): Reply => ({ kind: 'card', card });
export const replaceWith = (card: Card): Reply => ({ kind: 'card', card, as: 'replace' });
