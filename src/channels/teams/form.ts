import { encodeToken, type Field, type FieldErrors, type Form, type FormValues, type Option } from '../../chat';
import { actionsOf, canShow, createBudget, execute, openInDialog } from './actions';
import { buttonsOf } from './blocks';
import type { Behind } from './dialog';
import type { Json, JsonObject } from './json';
import { type Limits, limitSteps, mostBytes } from './limits';
import { type Brush, drawAll, shell } from './render';
import { shown, unlinked } from './runs';
import { choiceValue, inputId, kindsOf, personValue } from './values';
import { words } from './words';

/** A form as it stands: what was typed so far, what is wrong with it, and how picked persons are called. */
export type Filled = {
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
  readonly labels?: Readonly<Record<string, string>>;
  /** The form stands in a dialog over this card. */
  readonly over?: Behind;
};

/**
 * A form as an Adaptive Card to be filled in where it stands. Texts around the fields shrink until the card is smaller
 * than 25 KB; fields, options and what was typed never do (a form too long for one card is made of steps).
 */
export function renderForm(form: Form, filled: Filled, brush: Brush): Json {
  let whole: Json = null;
  for (const limits of limitSteps) {
    whole = drawForm(form, filled, brush, limits);
    if (Buffer.byteLength(JSON.stringify(whole)) < mostBytes) break;
  }
  return whole;
}

function drawForm(form: Form, filled: Filled, brush: Brush, limits: Limits): Json {
  const inDialog = filled.over !== undefined;
  // A dialog sends its form and nothing else: other buttons have no way from there.
  const intro = (form.intro ?? []).filter(({ block }) => !(inDialog && block === 'buttons'));
  // A dialog has a way back of its own, and sends by the older form of an action alone.
  const back = form.back === undefined || inDialog ? [] : [form.back];
  // What was typed and sent back stands in this card alone, so there a fresh window would be a loss.
  const opensLarger = !inDialog && filled.errors === undefined && isLong(form);
  const budget = createBudget((opensLarger ? 2 : 1) + [...back, ...intro.flatMap(buttonsOf)].filter(canShow).length);
  const face = { title: shown(form.submit, 40), ...budget.button() };
  const data = { form: encodeToken(form.token), ...kindsOf(form.fields) };
  const submit = inDialog
    ? { type: 'Action.Submit', ...face, data: { ...data, ...filled.over } }
    : execute(face, form.token.intent, data);
  const actions = [submit, ...actionsOf(back, budget, brush)];
  const larger = opensLarger
    ? [{ type: 'ActionSet', actions: [openInDialog({ title: words.larger, ...budget.button() }, form.token, 'form')] }]
    : [];
  const pen = { ...brush, limits, budget };
  const wrong = form.fields.filter(({ id }) => errorAt(filled, id) !== '').length;
  const toMend = words.toMend(wrong);
  const above = drawAll(
    [
      ...(inDialog ? [] : [{ block: 'heading', text: form.title } as const]),
      ...(wrong > 0 ? [{ block: 'notice', tone: 'warning', text: toMend } as const] : []),
      ...intro,
    ],
    pen,
  );
  const fields = form.fields.flatMap((field): readonly Json[] => {
    const drawn = brush.templates.fields[field.field](fieldData(field, filled, limits));
    return Array.isArray(drawn) ? drawn : [drawn];
  });
  const body = [...above, ...larger, ...fields, { type: 'ActionSet', spacing: 'Medium', actions }];
  return shell(wrong > 0 ? `${form.title}. ${toMend}` : form.title, body, brush);
}

/** How many lines a form may have to fill in before it is also offered in a window of its own. */
const mostLines = 15;

/**
 * A long form is easier to fill in where nothing scrolls away. It is an offer beside the form in the chat, above the
 * fields, before anything is typed: clients on phones and in government clouds may open no dialogs.
 */
const isLong = (form: Form): boolean => form.fields.reduce((sum, field) => sum + linesOf(field), 0) > mostLines;

function linesOf(field: Field): number {
  if (field.field === 'choices') return field.options.length;
  if (field.field === 'choice') return field.options.length <= fewChoices ? field.options.length : 1;
  if (field.field === 'scale') return field.points;
  return field.field === 'paragraph' ? 3 : 1;
}

function fieldData(field: Field, filled: Filled, limits: Limits): JsonObject {
  const error = errorAt(filled, field.id);
  const hint = shown(field.hint ?? '', limits.short);
  return {
    id: inputId(field.id),
    label: labelOf(field),
    required: field.optional !== true,
    errorMessage: unlinked(missing(field)),
    hasError: error !== '',
    error: `${words.signs.error} ${error}`,
    hasHint: hint !== '',
    hint,
    ...kindData(field, filled),
  };
}

const errorAt = (filled: Filled, id: string): string => shown(valueAt(filled.errors, id), 400);

/** The entry of a record made from data: own entries only, and '' where there is none. */
function valueAt(record: Readonly<Record<string, string | readonly string[]>> | undefined, id: string): string {
  const value = record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
  return typeof value === 'string' ? value : (value ?? []).map(choiceValue).join(',');
}

/** An Input.Number has no place for its unit, so the label names it. */
const labelOf = (field: Field): string =>
  shown(field.field === 'number' && field.unit !== undefined ? `${field.label} (${field.unit})` : field.label, 400);

function missing(field: Field): string {
  if (field.field === 'consent') return words.missingConsent;
  if (field.field === 'number') return words.missingNumber(shown(field.label, 100), field.min, field.max);
  const label = shown(field.label, 100);
  const isChoice = field.field === 'choice' || field.field === 'choices' || field.field === 'scale';
  return isChoice ? words.missingChoice(label) : words.missing(label);
}

const typeFor = { person: words.typeName, topic: words.typeTopic };

function kindData(field: Field, filled: Filled): JsonObject {
  const value = valueAt(filled.values, field.id);
  switch (field.field) {
    case 'line':
    case 'paragraph':
      return { most: field.most, value };
    case 'choice':
      return {
        value,
        placeholder: words.choose,
        options: field.options.map(optionData),
        style: choiceStyle(field.options),
      };
    case 'choices':
      return {
        value,
        options: field.options.map((option) => ({ ...optionData(option), value: choiceValue(option.value) })),
      };
    case 'scale':
      return { value, options: scaleOptions(field) };
    case 'date':
    case 'time':
      return { value };
    case 'number':
      return numberData(field, value);
    case 'person':
    case 'topic': {
      const label = valueAt(filled.labels, field.id);
      const known = label === '' ? value : personValue(value, label);
      const options = value === '' ? [] : [{ title: unlinked(shown(label === '' ? value : label, 200)), value: known }];
      return { value: known, options, search: encodeToken(field.search), placeholder: typeFor[field.field] };
    }
    case 'consent':
      return { value: value === 'yes' ? 'yes' : 'no', text: unlinked(shown(field.text, 2000)) };
    default:
      return unknownField(field);
  }
}

const unknownField = (field: never): never => {
  throw new TypeError(`There is no way to draw ${JSON.stringify(field)}.`);
};

const fewChoices = 5;
const choiceStyle = (options: readonly Option[]): string => (options.length <= fewChoices ? 'expanded' : 'compact');

/** An option's line: its label, and what it means where that is given. */
export function optionData(option: Option): { readonly title: string; readonly value: string } {
  const detail = option.detail === undefined ? '' : ` (${option.detail})`;
  return { title: unlinked(shown(`${option.label}${detail}`, 300)), value: option.value };
}

function scaleOptions(field: Extract<Field, { field: 'scale' }>): JsonObject[] {
  return Array.from({ length: field.points }, (_, index) => {
    const point = String(index + 1);
    const end = index === 0 ? field.low : index === field.points - 1 ? field.high : '';
    return { value: point, title: end === '' ? point : `${point} – ${unlinked(shown(end, 100))}` };
  });
}

/** An Input.Number holds numbers only: anything else that was typed is shown in its empty place. */
function numberData(field: Extract<Field, { field: 'number' }>, value: string): JsonObject {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const filled = Number.isFinite(number);
  const range = `${field.min}–${field.max}`;
  return {
    min: field.min,
    max: field.max,
    filled,
    empty: !filled,
    number: filled ? number : 0,
    placeholder: value === '' ? range : shown(value, 100),
  };
}
