import { isRecord, type Json, recordsAt, textAt } from '../json';
import { actionsOf, inputsOf, isAction, isInput, partsOf } from './cardParts';

const elements = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Image',
  'ImageSet',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'ActionSet',
  'Table',
  'TableRow',
  'TableCell',
  'Data.Query',
  'BackgroundImage',
  ...['Text', 'Number', 'Date', 'Time', 'Toggle', 'ChoiceSet'].map((kind) => `Input.${kind}`),
  ...['Execute', 'Submit', 'OpenUrl', 'ShowCard', 'ToggleVisibility'].map((kind) => `Action.${kind}`),
]);

/** Elements beyond version 1.5 that Teams draws; each must say what to draw where it cannot be drawn. */
const extension = /^(Chart\.|Input\.Rating$|Rating$|Badge$|CompoundButton$|Carousel$|Icon$|ProgressBar$|ProgressRing$)/;
const mostActions = 6;
const longestTitle = 200;

const nameOf = (part: Json): string => [part.type, part.id ?? part.title].filter(Boolean).join(' ');

function actionFaults(action: Json): readonly string[] {
  const faults: string[] = [];
  const title = textAt(action, 'title');
  if (!title && !textAt(action, 'iconUrl')) faults.push(`${nameOf(action)} has no title`);
  if (title && title.length > longestTitle) faults.push(`${nameOf(action)}: the title is too long`);
  if (action.type === 'Action.OpenUrl' && !/^(https?|mailto|msteams|tel):/.test(textAt(action, 'url') ?? ''))
    faults.push(`${nameOf(action)} has no address to open`);
  if (['positive', 'destructive'].includes(String(action.style)) && action.type === 'Action.OpenUrl')
    faults.push(`${nameOf(action)}: a link has no such style`);
  if (action.type !== 'Action.Execute') return faults;
  if (!textAt(action, 'verb')) faults.push(`${nameOf(action)} has no verb`);
  const { fallback } = action;
  if (!isRecord(fallback) || fallback.type !== 'Action.Submit')
    faults.push(`${nameOf(action)} has no Action.Submit fallback`);
  else if (JSON.stringify(fallback.data) !== JSON.stringify(action.data))
    faults.push(`${nameOf(action)}: the fallback carries other data`);
  return faults;
}

function inputFaults(input: Json): readonly string[] {
  const faults: string[] = [];
  if (!textAt(input, 'id')) faults.push(`${nameOf(input)} has no id`);
  if (!textAt(input, 'label')) faults.push(`${nameOf(input)} has no label`);
  if (input.isRequired === true && !textAt(input, 'errorMessage'))
    faults.push(`${nameOf(input)} is required and has no errorMessage`);
  if (input.type === 'Input.Toggle' && !textAt(input, 'title')) faults.push(`${nameOf(input)} has no title`);
  if (input.type !== 'Input.ChoiceSet') return faults;
  const choices = recordsAt(input, 'choices');
  if (choices.length === 0 && input['choices.data'] === undefined) faults.push(`${nameOf(input)} has no choices`);
  const whole = choices.every((choice) => textAt(choice, 'title') && typeof choice.value === 'string');
  if (!whole) faults.push(`${nameOf(input)}: every choice needs a title and a value as text`);
  if (new Set(choices.map((choice) => choice.value)).size < choices.length)
    faults.push(`${nameOf(input)}: two choices have one value`);
  return faults;
}

function partFaults(part: Json): readonly string[] {
  const type = String(part.type);
  const own = isRecord(part.selectAction) ? actionFaults({ title: 'a click', ...part.selectAction }) : [];
  return [...own, ...ownFaults(part, type)];
}

const bars = /^Chart\.(Horizontal|Vertical)Bar$/;

const isBar = (point: Json): boolean => typeof point.x === 'string' && typeof point.y === 'number';

function extensionFaults(part: Json, type: string): readonly string[] {
  const data = recordsAt(part, 'data');
  const wrong = bars.test(type) && (data.length === 0 || !data.every(isBar)) ? [`${type} has no bars`] : [];
  if (isRecord(part.fallback)) return [...wrong, ...partsOf(part.fallback).flatMap(partFaults)];
  return part.fallback === 'drop' ? wrong : [...wrong, `${type} has no fallback`];
}

function ownFaults(part: Json, type: string): readonly string[] {
  if (extension.test(type)) return extensionFaults(part, type);
  if (!elements.has(type)) return [`${type} is no element of version 1.5`];
  if (type === 'Image' && !textAt(part, 'altText')) return ['an Image has no altText'];
  if (type === 'TextBlock' && typeof part.text !== 'string') return ['a TextBlock has no text'];
  if (isAction(part)) return actionFaults(part);
  return isInput(part) ? inputFaults(part) : [];
}

/** Everything wrong with a card, in words; an empty list when Teams would take and draw it. */
export function cardFaults(card: unknown): readonly string[] {
  if (!isRecord(card) || card.type !== 'AdaptiveCard') return ['the content is no AdaptiveCard'];
  const faults = partsOf(card).flatMap(partFaults);
  if (card.version !== '1.5') faults.push('the version must be 1.5');
  const primary = actionsOf(card).filter((action) => action.mode !== 'secondary');
  if (primary.length > mostActions)
    faults.push(`${primary.length} actions, at most ${mostActions} that are not secondary`);
  const ids = inputsOf(card).map((input) => input.id);
  if (new Set(ids).size < ids.length) faults.push('two inputs have one id');
  if (/\{\{(DATE|TIME)\(/.test(JSON.stringify(card))) faults.push('DATE() and TIME() are not supported');
  return faults;
}
