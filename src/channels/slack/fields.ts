import type { types } from '@slack/bolt';
import { cleanText, clip, type Field, type FormValues, type Option } from '../../chat';
import { limits } from './limits';
import { plainText } from './rich';
import { words } from './words';

type Of<Name extends Field['field']> = Extract<Field, { field: Name }>;

/** What was typed or chosen before, and how a chosen person is called; `anew`, as `Filling` has it. */
export type Known = {
  readonly values: FormValues;
  readonly labels: Readonly<Record<string, string>>;
  readonly anew?: string;
};

/** The action id says what kind of field it was: a submitted window brings no form with it. */
const actionId = (field: Field, { anew }: Known): string =>
  anew === undefined ? `${field.id}:${field.field}` : `${field.id}:${anew}:${field.field}`;

function textOf(field: Field, { values }: Known): string {
  const value = values[field.id];
  return typeof value === 'string' ? cleanText(value) : (value?.[0] ?? '');
}

function listOf(field: Field, { values }: Known): readonly string[] {
  const value = values[field.id];
  return typeof value === 'string' ? [value].filter((each) => each !== '') : (value ?? []);
}

function optionOf({ value, label, detail }: Option): types.PlainTextOption {
  if (value === '' || value.length > limits.option.value)
    throw new RangeError(`The option "${clip(label, 40)}" has a value that Slack cannot carry.`);
  return {
    text: plainText(label === '' ? value : label, limits.option.text),
    value,
    ...(detail !== undefined && detail !== '' && { description: plainText(detail, limits.option.detail) }),
  };
}

type Menu =
  | { options: types.PlainTextOption[] }
  | { option_groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] };

/** More than a hundred options stand in groups of a hundred, each named by its first and last. */
function menuOf(options: types.PlainTextOption[]): Menu {
  if (options.length <= limits.options.menu) return { options };
  const groups = [];
  for (let from = 0; from < options.length; from += limits.options.menu) {
    const part = options.slice(from, from + limits.options.menu);
    const label = `${clip(part[0]?.text.text ?? '', 35)} – ${clip(part.at(-1)?.text.text ?? '', 35)}`;
    groups.push({ label: plainText(label, limits.option.text), options: part });
  }
  if (groups.length > limits.options.groups) throw new RangeError('A field has more options than a menu can hold.');
  return { option_groups: groups };
}

function pickOne(
  field: Field,
  all: readonly Option[],
  known: Known,
  most: number,
): types.RadioButtons | types.StaticSelect {
  const options = all.map(optionOf);
  const chosen = options.find(({ value }) => value === textOf(field, known));
  const shared = { action_id: actionId(field, known), ...(chosen !== undefined && { initial_option: chosen }) };
  if (options.length <= most) return { type: 'radio_buttons', ...shared, options };
  return { type: 'static_select', ...shared, ...menuOf(options) };
}

function pickMany(field: Of<'choices'>, known: Known): types.Checkboxes | types.MultiStaticSelect {
  const options = field.options.map(optionOf);
  const wanted = new Set(listOf(field, known));
  const chosen = options.filter(({ value }) => value !== undefined && wanted.has(value));
  const shared = { action_id: actionId(field, known), ...(chosen.length > 0 && { initial_options: chosen }) };
  if (options.length <= limits.options.ticks) return { type: 'checkboxes', ...shared, options };
  return { type: 'multi_static_select', ...shared, ...menuOf(options) };
}

function typed(field: Of<'line'> | Of<'paragraph'> | Of<'number'>, most: number, known: Known): types.PlainTextInput {
  const value = clip(textOf(field, known), most);
  return {
    type: 'plain_text_input',
    action_id: actionId(field, known),
    multiline: field.field === 'paragraph',
    max_length: most,
    ...(value !== '' && { initial_value: value }),
  };
}

/** A number that was typed elsewhere and is none, or is out of range, stays visible in a plain line. */
function number(field: Of<'number'>, known: Known): types.NumberInput | types.PlainTextInput {
  const value = textOf(field, known);
  const usual =
    value === '' || (/^-?\d+(\.\d+)?$/.test(value) && Number(value) >= field.min && Number(value) <= field.max);
  if (!usual) return typed(field, 100, known);
  return {
    type: 'number_input',
    action_id: actionId(field, known),
    is_decimal_allowed: true,
    min_value: String(field.min),
    max_value: String(field.max),
    ...(value !== '' && { initial_value: value }),
  };
}

function scale(field: Of<'scale'>, known: Known): types.RadioButtons | types.StaticSelect {
  const options = Array.from({ length: field.points }, (_, index) => {
    const point = String(index + 1);
    const word = index === 0 ? field.low : index === field.points - 1 ? field.high : '';
    return { value: point, label: word === '' ? point : `${point} – ${word}` };
  });
  return pickOne(field, options, known, limits.options.ticks);
}

const searchFor = { person: words.pickPerson, topic: words.pickTopic };

/** What is typed is looked up by us; who or what was picked before keeps its name. */
function search(field: Of<'person'> | Of<'topic'>, known: Known): types.ExternalSelect {
  const value = textOf(field, known);
  return {
    type: 'external_select',
    action_id: actionId(field, known),
    min_query_length: 2,
    placeholder: plainText(searchFor[field.field], limits.input.placeholder),
    ...(value !== '' &&
      value.length <= limits.option.value && {
        initial_option: optionOf({ value, label: known.labels[field.id] ?? value }),
      }),
  };
}

const fitsTick = (text: string): boolean => cleanText(text).length <= limits.option.text;

function consent(field: Of<'consent'>, known: Known): types.Checkboxes {
  const yes = optionOf({ value: 'yes', label: fitsTick(field.text) ? field.text : words.agree });
  const ticked = textOf(field, known) === 'yes';
  return {
    type: 'checkboxes',
    action_id: actionId(field, known),
    options: [yes],
    ...(ticked && { initial_options: [yes] }),
  };
}

function elementOf(field: Field, known: Known): types.InputBlockElement {
  switch (field.field) {
    case 'line':
    case 'paragraph':
      return typed(field, Math.min(field.most, limits.input.text), known);
    case 'choice':
      return pickOne(field, field.options, known, 5);
    case 'choices':
      return pickMany(field, known);
    case 'scale':
      return scale(field, known);
    case 'date': {
      const date = textOf(field, known);
      const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date);
      return { type: 'datepicker', action_id: actionId(field, known), ...(isDate && { initial_date: date }) };
    }
    case 'time': {
      const time = textOf(field, known);
      const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
      return { type: 'timepicker', action_id: actionId(field, known), ...(isTime && { initial_time: time }) };
    }
    case 'number':
      return number(field, known);
    case 'person':
    case 'topic':
      return search(field, known);
    case 'consent':
      return consent(field, known);
    default: {
      const unknown: never = field;
      return unknown;
    }
  }
}

function labelOf(field: Field): string {
  return field.field === 'number' && field.unit !== undefined ? `${field.label} (${field.unit})` : field.label;
}

/** A long consent stands above its box in full: an option holds only 75 characters. */
function fullText(field: Field): types.KnownBlock[] {
  if (field.field !== 'consent' || fitsTick(field.text)) return [];
  return [
    {
      type: 'section',
      block_id: `${field.id}:text`,
      text: { type: 'plain_text', text: clip(cleanText(field.text), limits.paragraph), emoji: false },
    },
  ];
}

/** One field as an input block; its `block_id` is the field's id and never changes: errors find it by that. */
export function fieldBlocks(field: Field, known: Known): types.KnownBlock[] {
  const input: types.InputBlock = {
    type: 'input',
    block_id: field.id,
    label: plainText(labelOf(field), limits.input.label),
    element: elementOf(field, known),
    optional: field.optional === true,
    ...(field.hint !== undefined && field.hint !== '' && { hint: plainText(field.hint, limits.input.hint) }),
  };
  return [...fullText(field), input];
}
