import { isRecord, type Json, recordsAt, textAt } from '../json';

/** What somebody entered, by block id (or action id): text, or a list where several may be chosen. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;
export type Offered = (blockId: string) => readonly Json[];
export type ReadValue = { readonly ok: true; readonly state: Json } | { readonly ok: false; readonly says: string };

const good = (state: Json): ReadValue => ({ ok: true, state });
const bad = (says: string): ReadValue => ({ ok: false, says });
const first = (given: string | readonly string[] | undefined): string | undefined =>
  typeof given === 'string' ? given : given?.[0];
const listed = (given: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof given === 'string' ? given.split(',').filter((one) => one !== '') : given;

const optionsOf = (element: Json): readonly Json[] => [
  ...recordsAt(element, 'options'),
  ...recordsAt(element, 'option_groups').flatMap((group) => recordsAt(group, 'options')),
];
const caption = (option: Json): unknown => (isRecord(option.text) ? option.text.text : undefined);
const pick = (options: readonly Json[], wanted: string): Json | undefined =>
  options.find((option) => option.value === wanted) ?? options.find((option) => caption(option) === wanted);

function single(type: unknown, options: readonly Json[], initial: unknown, given: string | undefined): ReadValue {
  if (given === undefined) return good({ type, selected_option: isRecord(initial) ? initial : null });
  if (given === '') return good({ type, selected_option: null });
  const option = pick(options, given);
  return option ? good({ type, selected_option: option }) : bad(`"${given}" is not one of the choices.`);
}

function several(
  type: unknown,
  options: readonly Json[],
  initial: unknown,
  given: readonly string[] | undefined,
): ReadValue {
  if (given === undefined) return good({ type, selected_options: Array.isArray(initial) ? initial : [] });
  const found = given.map((wanted) => pick(options, wanted));
  const missing = given.find((_, index) => found[index] === undefined);
  return missing === undefined
    ? good({ type, selected_options: found })
    : bad(`"${missing}" is not one of the choices.`);
}

function typed(element: Json, given: string | undefined): ReadValue {
  const value = given ?? textAt(element, 'initial_value') ?? '';
  const most = typeof element.max_length === 'number' ? element.max_length : 3000;
  const least = typeof element.min_length === 'number' ? element.min_length : 0;
  if (value.length > most) return bad(`Must be at most ${most} characters long.`);
  if (value !== '' && value.length < least) return bad(`Must be at least ${least} characters long.`);
  return good({ type: element.type, value: value === '' ? null : value });
}

function counted(element: Json, given: string | undefined): ReadValue {
  const value = given ?? textAt(element, 'initial_value') ?? '';
  if (value === '') return good({ type: element.type, value: null });
  const number = Number(value);
  if (!Number.isFinite(number)) return bad('Must be a number.');
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return bad('Must be a whole number.');
  const [least, most] = [textAt(element, 'min_value'), textAt(element, 'max_value')];
  if (least !== undefined && number < Number(least)) return bad(`Must be ${least} or more.`);
  if (most !== undefined && number > Number(most)) return bad(`Must be ${most} or less.`);
  return good({ type: element.type, value });
}

function shaped(element: Json, key: 'date' | 'time' | 'user', given: string | undefined): ReadValue {
  const value = given ?? textAt(element, `initial_${key}`) ?? '';
  const shape = { date: /^\d{4}-\d{2}-\d{2}$/, time: /^([01]\d|2[0-3]):[0-5]\d$/, user: /^[UW]\w+$/ }[key];
  if (value !== '' && !shape.test(value)) return bad(`Must be a ${key}.`);
  return good({ type: element.type, [`selected_${key}`]: value === '' ? null : value });
}

/** The state of one element as Slack sends it, for what was entered there (undefined: untouched), as a client would take it. */
export function elementState(
  element: Json,
  given: string | readonly string[] | undefined,
  offered: readonly Json[] = [],
): ReadValue {
  const options = [...optionsOf(element), ...offered];
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return single(element.type, options, element.initial_option, first(given));
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return several(element.type, options, element.initial_options, listed(given));
    case 'number_input':
      return counted(element, first(given));
    case 'datepicker':
      return shaped(element, 'date', first(given));
    case 'timepicker':
      return shaped(element, 'time', first(given));
    case 'users_select':
      return shaped(element, 'user', first(given));
    default:
      return typed(element, first(given));
  }
}

/** Whether a state holds nothing. */
export function isEmpty(state: Json): boolean {
  const { type: _type, ...held } = state;
  return Object.values(held).every((value) => value === null || (Array.isArray(value) && value.length === 0));
}
