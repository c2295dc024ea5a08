import fc from 'fast-check';
import { renderForm } from '../../../src/channels/teams/form';
import { isObject, type JsonObject } from '../../../src/channels/teams/json';
import { personValue, readLabels, readValues } from '../../../src/channels/teams/values';
import type { FieldErrors, Form, FormValues } from '../../../src/chat';
import { everyField } from '../../cards/samples';
import { actionsIn, brush, elementsIn, expectGolden, inputsIn, schemaFaults, smallPrint, wordsOf } from './cards';

const judge = schemaFaults();

/** What a client sends when the submit button of a form card is pressed as it stands. */
function submitted(card: unknown): JsonObject {
  const submit = actionsIn(card).find(({ data }) => isObject(data) && typeof data.form === 'string');
  const data = isObject(submit?.data) ? submit.data : {};
  const inputs = inputsIn(card).map((input) => [String(input.id), shownIn(input)] as const);
  return { ...(data as JsonObject), ...Object.fromEntries(inputs) };
}

const shownIn = (input: { readonly [key: string]: unknown }): string =>
  input.value === undefined ? '' : String(input.value);

const typed: FormValues = {
  title: 'Case **notes**, ${x}',
  need: 'Two\nlines',
  topic: 'excel',
  ways: ['phone', 'video'],
  rating: '4',
  day: '2026-11-20',
  hour: '09:30',
  minutes: '45',
  who: 'p-12',
  agree: 'yes',
};
const errors: FieldErrors = { minutes: 'That is longer than a day.', agree: 'Please agree first.' };

describe('a form in Teams', () => {
  it.each([
    ['form-empty', {}],
    ['form-typed-with-errors', { values: typed, errors, labels: { who: 'Joan Ek' } }],
  ])('%s is drawn as ever', (name, filled) => {
    const drawn = renderForm(everyField, filled, brush);
    expectGolden(name, drawn);
    expect(smallPrint(drawn)).toEqual([]);
    if (judge !== undefined) expect(judge(drawn)).toBe('');
  });

  it('gives back what it was given: values, card, submit, values', () => {
    expect(readValues(submitted(renderForm(everyField, { values: typed }, brush)))).toEqual(typed);
    expect(readValues(submitted(renderForm(everyField, {}, brush)))).toEqual({});
  });

  it('does so for whatever people type', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const form: Form = {
      ...everyField,
      fields: [
        { id: 'form', label: 'A name the data needs itself', field: 'line', most: 40 },
        { id: 'token', label: 'Another', field: 'paragraph', most: 40 },
        { id: 'kinds', label: 'Of a kind', field: 'choices', options: [] },
        { id: 'who', label: 'Who', field: 'person', search: { intent: 'people', args: {} } },
      ],
    };
    const listed = fc.array(
      value.map((text) => text.trim()).filter((text) => text !== ''),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.record({ form: value, token: value, kinds: listed, who: value }), value, (values, label) => {
        const data = submitted(renderForm(form, { values, labels: { who: label } }, brush));
        expect(readValues(data)).toEqual(values);
        expect(readLabels(data)).toEqual({ who: label });
      }),
      { numRuns: 200 },
    );
  });

  it('shows each error at its field, with a sign, and keeps what was typed', () => {
    const drawn = renderForm(everyField, { values: typed, errors }, brush);
    const words = wordsOf(drawn);
    expect(words).toContain('⚠ That is longer than a day.');
    expect(words).toContain('⚠ 2 fields need another look.');
    const after = elementsIn(drawn);
    const at = after.findIndex(({ id }) => id === 'minutes');
    expect(wordsOf(after[at + 1])).toBe('⚠ That is longer than a day.');
    expect(after[at]).toMatchObject({ type: 'Input.Number', value: 45 });
  });

  it('shows a number that is none in the empty place of its field', () => {
    const drawn = renderForm(everyField, { values: { minutes: 'an hour' } }, brush);
    expect(inputsIn(drawn).filter(({ id }) => id === 'minutes')).toMatchObject([{ placeholder: 'an hour' }]);
  });

  it('requires every field but the optional ones, and says what is missing', () => {
    const required = inputsIn(renderForm(everyField, {}, brush)).map(({ id, isRequired }) => [id, isRequired]);
    expect(required).toEqual([
      ['title', true],
      ['need', true],
      ['topic', true],
      ['ways', true],
      ['rating', true],
      ['day', false],
      ['hour', false],
      ['minutes', true],
      ['who', false],
      ['agree', true],
    ]);
  });

  it('goes back without asking for the fields', () => {
    const back = actionsIn(renderForm(everyField, {}, brush)).find(({ title }) => title === 'Back');
    expect(back).toMatchObject({ verb: 'find', associatedInputs: 'none', fallback: { associatedInputs: 'none' } });
  });

  it("never puts a person's words into a button", () => {
    const drawn = renderForm(everyField, { values: typed, labels: { who: 'Joan Ek' } }, brush);
    expect(JSON.stringify(actionsIn(drawn).map(({ data }) => data))).not.toMatch(/Case|Joan|lines/);
  });

  it('reads what different clients send', () => {
    const kinds = { ways: 'choices', who: 'person', agree: 'consent' };
    expect(
      readValues({
        form: 'x',
        token: 'x',
        msteams: {},
        kinds,
        minutes: 45,
        ways: ['phone', 'video'],
        agree: true,
        who: 'p-1',
        note: null,
      }),
    ).toEqual({ minutes: '45', ways: ['phone', 'video'], agree: 'yes', who: 'p-1' });
    expect(readValues({ kinds, agree: 'false', ways: ' , ', title: '' })).toEqual({});
    expect(readValues({ kinds: 'x', 'Not An Id': 'x', ways: 'a,b', nested: { a: 1 } })).toEqual({ ways: 'a,b' });
    expect(readValues(JSON.parse('{"__proto__":{"a":"b"},"constructor":"x"}'))).toEqual({ constructor: 'x' });
    expect(readValues('text')).toEqual({});
  });

  it('keeps a person apart from her name', () => {
    const data = { kinds: { who: 'person' }, who: personValue('p~1%', 'Ana ~ Bo') };
    expect(readValues(data)).toEqual({ who: 'p~1%' });
    expect(readLabels(data)).toEqual({ who: 'Ana ~ Bo' });
  });

  it('stays small with every field full', () => {
    const long = 'word '.repeat(180);
    const full = Object.fromEntries(
      everyField.fields.map(({ id, field }) => [id, field === 'choices' ? ['phone'] : long]),
    );
    const drawn = renderForm(
      { ...everyField, intro: [{ block: 'prose', text: 'x'.repeat(50_000) }] },
      { values: full },
      brush,
    );
    expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThan(25_000);
    expect(inputsIn(drawn).find(({ id }) => id === 'need')?.value).toBe(long);
  });
});
