import { type Json, recordsAt, textAt } from '../json';
import { inputsOf } from './cardParts';

/** What somebody entered, by input id: text, or a list where several may be chosen. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
export type ReadInputs =
  | { readonly ok: true; readonly data: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

type One = { readonly value: string } | { readonly says: string };

const asText = (given: string | readonly string[]): string => (typeof given === 'string' ? given : given.join(','));
const initial = (input: Json): string => (input.value === undefined ? '' : String(input.value));

function toggled(input: Json, given: string | undefined): One {
  const [on, off] = [textAt(input, 'valueOn') ?? 'true', textAt(input, 'valueOff') ?? 'false'];
  const value = given ?? (initial(input) || off);
  return value === on || value === off ? { value } : { says: `Choose "${on}" or "${off}".` };
}

function picked(input: Json, given: string | undefined, offered: readonly Json[]): One {
  const choices = [...recordsAt(input, 'choices'), ...offered];
  const wanted = given ?? initial(input);
  const parts = input.isMultiSelect === true ? wanted.split(',') : [wanted];
  const found = parts.map((part) => choices.find((choice) => choice.value === part || choice.title === part));
  const strange = parts.find((part, index) => part !== '' && found[index] === undefined);
  if (strange !== undefined && strange !== input.value) return { says: `"${strange}" is not one of the choices.` };
  return { value: parts.map((part, index) => textAt(found[index] ?? {}, 'value') ?? part).join(',') };
}

function counted(input: Json, value: string): One {
  const number = Number(value);
  if (value === '') return { value };
  if (!Number.isFinite(number)) return { says: 'Enter a number.' };
  if (typeof input.min === 'number' && number < input.min) return { says: `Enter ${input.min} or more.` };
  if (typeof input.max === 'number' && number > input.max) return { says: `Enter ${input.max} or less.` };
  return { value };
}

function matched(input: Json, value: string): One {
  const most = typeof input.maxLength === 'number' ? input.maxLength : Number.POSITIVE_INFINITY;
  const regex = textAt(input, 'regex');
  if (value.length > most) return { says: `At most ${most} characters.` };
  if (regex && value !== '' && !new RegExp(regex).test(value))
    return { says: 'This does not have the form asked for.' };
  return { value };
}

const shapes: Readonly<Record<string, RegExp>> = {
  'Input.Date': /^(\d{4}-\d{2}-\d{2})?$/,
  'Input.Time': /^(([01]\d|2[0-3]):[0-5]\d)?$/,
};

function one(input: Json, given: string | undefined, offered: readonly Json[]): One {
  if (input.type === 'Input.Toggle') return toggled(input, given);
  if (input.type === 'Input.ChoiceSet') return picked(input, given, offered);
  const value = given ?? initial(input);
  if (input.type === 'Input.Number') return counted(input, value);
  const shape = shapes[String(input.type)];
  if (shape) return shape.test(value) ? { value } : { says: 'Choose a day or a time.' };
  return matched(input, value);
}

const untouched = (input: Json, value: string): boolean =>
  value === '' || (input.type === 'Input.Toggle' && value === (textAt(input, 'valueOff') ?? 'false'));

/** The input values that a client sends with an action, or the sentences it shows at the inputs. Names without an input are an error. */
export function inputValues(card: Json, typed: Typed, offered: (input: string) => readonly Json[]): ReadInputs {
  const inputs = inputsOf(card);
  const errors: Record<string, string> = {};
  const data: Record<string, string> = {};
  for (const name of Object.keys(typed))
    if (!inputs.some((input) => input.id === name)) errors[name] = `There is no field "${name}" here.`;
  for (const input of inputs) {
    const id = textAt(input, 'id') ?? '';
    const given = typed[id];
    const read = one(input, given === undefined ? undefined : asText(given), offered(id));
    if ('says' in read) errors[id] = textAt(input, 'errorMessage') ?? read.says;
    else if (input.isRequired === true && untouched(input, read.value))
      errors[id] = textAt(input, 'errorMessage') ?? 'This field is required.';
    else if (read.value !== '' || input.type === 'Input.Text') data[id] = read.value;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, data };
}
