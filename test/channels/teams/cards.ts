import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { clouds } from '../../../src/channels/teams/clouds';
import { isObject } from '../../../src/channels/teams/json';
import { loadTemplates, templateFolder } from '../../../src/channels/teams/templates';

export const root = join(__dirname, '../../..');
export const brush = {
  templates: loadTemplates(templateFolder()),
  chatHost: clouds.public.chatHost,
  answersBelow: () => false,
};

/** Compares with test/golden/teams/<name>.json; writes it instead when UPDATE_GOLDEN=1. */
export function expectGolden(name: string, value: unknown): void {
  const file = join(root, 'test/golden/teams', `${name}.json`);
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** The official schema's judgment of a card, or undefined where the schema is not at hand. */
export function schemaFaults(): ((card: unknown) => string) | undefined {
  const file = join(root, '../shared/schemas/adaptive-card-1.5.schema.json');
  if (!existsSync(file)) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  ajv.addMetaSchema(JSON.parse(readFileSync(require.resolve('ajv/dist/refs/json-schema-draft-06.json'), 'utf8')));
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(schema)) throw new Error('The schema is no object.');
  const { id: _id, ...rest } = schema;
  const validate = ajv.compile(rest);
  return (card) => (validate(withoutExtensions(card)) ? '' : ajv.errorsText(validate.errors));
}

const isChart = ({ type }: { readonly type?: unknown }): boolean => String(type).startsWith('Chart.');

/**
 * Charts came after the schema of 1.5, and are judged as what they fall back to. Typeahead came after the schema of 1.5; Teams documents it by element. Its field is judged as the plain list it falls back
 * to. What Teams adds of its own under `msteams` is no part of that schema.
 */
function withoutExtensions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExtensions);
  if (!isObject(node)) return node;
  if (isChart(node)) return withoutExtensions(node.fallback);
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'choices.data' && key !== 'msteams')
      .map(([key, value]) => [key, key === 'style' && value === 'filtered' ? 'compact' : withoutExtensions(value)]),
  );
}

/** Every object in a JSON value that has a `type`, in reading order; fallbacks are left out. */
export function elementsIn(node: unknown): { readonly [key: string]: unknown }[] {
  if (Array.isArray(node)) return node.flatMap(elementsIn);
  if (!isObject(node)) return [];
  const inner = Object.entries(node).flatMap(([key, value]) =>
    key === 'fallback' || key === 'data' ? [] : elementsIn(value),
  );
  return typeof node.type === 'string' ? [node, ...inner] : inner;
}

export const actionsIn = (card: unknown) => elementsIn(card).filter(({ type }) => String(type).startsWith('Action.'));
export const inputsIn = (card: unknown) => elementsIn(card).filter(({ type }) => String(type).startsWith('Input.'));

/** The words of a card as a reader sees them, line by line. */
export function wordsOf(card: unknown): string {
  return elementsIn(card)
    .flatMap((element) => {
      if (element.type === 'RichTextBlock' && Array.isArray(element.inlines)) {
        return [element.inlines.map((run: unknown) => (isObject(run) ? String(run.text) : String(run))).join('')];
      }
      if (element.type === 'TextBlock') return [String(element.text)];
      if (element.type === 'FactSet' && Array.isArray(element.facts)) {
        return element.facts.map((fact: unknown) => (isObject(fact) ? `${fact.title}: ${fact.value}` : ''));
      }
      return [];
    })
    .join('\n');
}

const isPoint = (point: unknown): boolean =>
  isObject(point) && typeof point.x === 'string' && Number.isFinite(point.y) && Object.keys(point).length === 2;

/** What the small print of Teams demands of every card; empty when all is well. */
export function smallPrint(card: unknown): string[] {
  const faults: string[] = [];
  const fault = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  fault(isObject(card) && card.version === '1.5', 'version is not 1.5');
  fault(isObject(card) && typeof card.fallbackText === 'string' && card.fallbackText !== '', 'no fallbackText');
  fault(Buffer.byteLength(JSON.stringify(card)) < 25_000, 'larger than 25 KB');
  const actions = actionsIn(card);
  fault(actions.filter(({ mode }) => mode !== 'secondary').length <= 6, 'more than six actions in sight');
  for (const action of actions) {
    if (action.type === 'Action.Execute') {
      const { fallback } = action;
      fault(isObject(fallback) && fallback.type === 'Action.Submit', 'an Execute has no Submit fallback');
      fault(
        isObject(fallback) && JSON.stringify(fallback.data) === JSON.stringify(action.data),
        'the fallback says something else',
      );
      fault(typeof action.verb === 'string' && action.verb !== '', 'an Execute has no verb');
    }
    fault(action.style === undefined, 'an action depends on color');
  }
  for (const input of inputsIn(card)) {
    fault(typeof input.label === 'string' && input.label !== '', 'an input has no label');
    fault(
      input.isRequired !== true || (typeof input.errorMessage === 'string' && input.errorMessage !== ''),
      'no errorMessage',
    );
  }
  for (const chart of elementsIn(card).filter(isChart)) {
    const { data, fallback } = chart;
    fault(isObject(fallback) && fallback.type === 'Container', 'a chart falls back to nothing');
    fault(Array.isArray(data) && data.length > 0 && data.every(isPoint), 'a chart has a point that is none');
  }
  for (const element of elementsIn(card)) {
    if (element.type === 'TextBlock')
      fault(!/[*_[\]<>`\\]/.test(String(element.text)), 'Markdown could act in a TextBlock');
    if (element.type === 'FactSet')
      fault(
        !/[*_[\]<>`]/.test(JSON.stringify(element.facts).replace(/^\[|\]$/g, '')),
        'Markdown could act in a FactSet',
      );
  }
  return faults;
}
