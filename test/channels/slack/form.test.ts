import * as fc from 'fast-check';
import { formAck, formView } from '../../../src/channels/slack/form';
import { readMetadata } from '../../../src/channels/slack/metadata';
import { labelsOf, stateSchema, valuesOf } from '../../../src/channels/slack/submitted';
import { cleanText, type Form, type FormValues } from '../../../src/chat';
import { everyField } from '../../cards/samples';
import * as any from './arbitrary';
import { expectGolden } from './golden';
import { stateOfView } from './submit';
import { slackFaults } from './validator';

const full: FormValues = {
  title: 'Ms.',
  need: 'How do I begin?\nAnd <!channel> how do I end?',
  topic: 'excel',
  ways: ['phone', 'video'],
  rating: '4',
  day: '2026-12-01',
  hour: '09:30',
  minutes: '45',
  who: 'p-7',
  agree: 'yes',
};

const submitted = (form: Form, values: FormValues): FormValues =>
  valuesOf(stateSchema.parse(stateOfView(formView(form, { values }))));

describe('a form as a Slack window', () => {
  it('has every field, as its golden file says, within every limit', () => {
    const view = formView(everyField);
    expect(slackFaults(view)).toEqual([]);
    expectGolden('every-field', view);
  });

  it('shows what was filled in before, as its golden file says', () => {
    const view = formView(everyField, { values: full, labels: { who: 'Joan Ek' }, on: { channel: 'D1', ts: '1.2' } });
    expect(slackFaults(view)).toEqual([]);
    expectGolden('every-field-filled', view);
  });

  it('hands back on submit what it showed', () => {
    expect(submitted(everyField, full)).toEqual(full);
  });

  it('drawn anew in the same window has fields that Slack does not fill with what was typed before', () => {
    const ids = (view: ReturnType<typeof formView>) =>
      view.blocks.flatMap((block) => ('element' in block ? [[block.block_id, block.element.action_id]] : []));
    const [before, after] = [formView(everyField), formView(everyField, { values: full, anew: 'abc' })];
    expect(slackFaults(after)).toEqual([]);
    expect(ids(after).map(([block]) => block)).toEqual(ids(before).map(([block]) => block));
    for (const [, action] of ids(after)) expect(ids(before).map(([, each]) => each)).not.toContain(action);
    expect(valuesOf(stateSchema.parse(stateOfView(after)))).toEqual(full);
  });

  it('leaves out what was left empty', () => {
    expect(submitted(everyField, {})).toEqual({});
  });

  it('hands back every single field alone', () => {
    for (const [id, value] of Object.entries(full))
      expect(submitted(everyField, { [id]: value })).toEqual({ [id]: value });
  });

  it('keeps every limit, whatever form and values it is given, and can always be read', () => {
    fc.assert(
      fc.property(any.form, any.values, (form, values) => {
        const view = formView(form, { values });
        expect(slackFaults(view)).toEqual([]);
        expect(readMetadata(view.private_metadata ?? '')?.token).toEqual(form.token);
        expect(stateSchema.safeParse(stateOfView(view)).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('hands back any text that fits its field, once it is clean', () => {
    const form: Form = { ...everyField, fields: [{ id: 'need', label: 'Need', field: 'paragraph', most: 3000 }] };
    fc.assert(
      fc.property(any.words, (words) => {
        const clean = cleanText(words);
        fc.pre(clean.length <= 3000);
        expect(submitted(form, { need: words })).toEqual(clean === '' ? {} : { need: clean });
      }),
    );
  });

  it('keeps a number visible that is none', () => {
    expect(submitted(everyField, { minutes: 'two hours' })).toEqual({ minutes: 'two hours' });
    expect(submitted(everyField, { minutes: '9000' })).toEqual({ minutes: '9000' });
    expect(slackFaults(formView(everyField, { values: { minutes: '9000' } }))).toEqual([]);
  });

  it('shows a long consent in full above its box', () => {
    const text =
      'I agree that my supervisor is told about the days on which we meet, and that Joan sees my work address.';
    const form: Form = { ...everyField, fields: [{ id: 'agree', label: 'Agreement', field: 'consent', text }] };
    const view = formView(form);
    expect(slackFaults(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(text);
    expect(submitted(form, { agree: 'yes' })).toEqual({ agree: 'yes' });
  });

  it('holds more options than one menu has room for, none of them lost', () => {
    const options = Array.from({ length: 250 }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
    const form: Form = { ...everyField, fields: [{ id: 'topic', label: 'Topic', field: 'choice', options }] };
    const view = formView(form, { values: { topic: 'v249' } });
    expect(slackFaults(view)).toEqual([]);
    expect(submitted(form, { topic: 'v249' })).toEqual({ topic: 'v249' });
  });

  it('refuses a form that one window cannot hold', () => {
    const fields = Array.from(
      { length: 101 },
      (_, index) => ({ id: `f${index}`, label: 'x', field: 'line', most: 10 }) as const,
    );
    expect(() => formView({ ...everyField, fields })).toThrow(RangeError);
  });

  it('refuses a value that Slack would not carry instead of cutting it', () => {
    const options = [{ value: 'v'.repeat(151), label: 'long' }];
    expect(() =>
      formView({ ...everyField, fields: [{ id: 'topic', label: 'Topic', field: 'choice', options }] }),
    ).toThrow(RangeError);
  });
});

describe('what a window carries about itself', () => {
  it('is the token, the message that opened it and what its search fields ask', () => {
    const metadata = formView(everyField, { on: { channel: 'D1', ts: '1.2' } }).private_metadata ?? '';
    expect(readMetadata(metadata)).toEqual({
      token: everyField.token,
      on: { channel: 'D1', ts: '1.2' },
      searches: { who: { intent: 'people', args: {} } },
    });
  });

  it.each([
    '',
    '{}',
    'null',
    '[]',
    '{"v":2,"token":"[\\"a\\",{}]"}',
    '{"v":1,"token":"x"}',
    '{"v":1,"token":"[\\"a\\",{}]","more":1}',
  ])('is nothing at all when it reads %s', (written) => {
    expect(readMetadata(written)).toBeUndefined();
  });
});

describe('a form that carries too much', () => {
  it('is refused instead of cut', () => {
    const args = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`key${index}`, 'x'.repeat(190)]));
    const search = { intent: 'people', args };
    const fields = [{ id: 'who', label: 'Who?', field: 'person', search }] as const;
    expect(() => formView({ ...everyField, fields, token: { intent: 'ask', args } })).toThrow(RangeError);
  });
});

describe('errors in a form', () => {
  it('stand at their fields', () => {
    const errors = { day: 'Please choose a later day.' };
    expect(formAck(everyField, { values: full, errors }, 'every-field')).toEqual({ response_action: 'errors', errors });
  });

  it('stand at the top, with everything that was typed, where no field can show them', () => {
    const errors = { whole: 'Joan has just become full.', day: 'Please choose a later day.' };
    const ack = formAck(everyField, { values: full, errors }, 'every-field');
    if (ack.response_action !== 'update') throw new Error('the window should be drawn again');
    expect(slackFaults(ack.view)).toEqual([]);
    expect(JSON.stringify(ack.view)).toContain('Joan has just become full.');
    expect(JSON.stringify(ack.view)).toContain('Please choose a later day.');
    expect(valuesOf(stateSchema.parse(stateOfView(ack.view)))).toEqual(full);
  });

  it('redraw the window when it shows another form', () => {
    expect(formAck(everyField, { errors: { day: 'no' } }, 'another').response_action).toBe('update');
  });

  it('keep the name of a chosen person when the window is drawn again', () => {
    const state = stateSchema.parse(
      stateOfView(formView(everyField, { values: { who: 'p-7' }, labels: { who: 'Joan Ek' } })),
    );
    const ack = formAck(
      everyField,
      { values: valuesOf(state), labels: labelsOf(state), errors: { x: 'no' } },
      'every-field',
    );
    expect(JSON.stringify(ack)).toContain('Joan Ek');
  });
});
