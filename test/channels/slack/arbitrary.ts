import * as fc from 'fast-check';
import type { Block, Button, Card, Field, Form, Option, Span, Text } from '../../../src/chat';

/** Texts as people and machines should not write them. */
const nasty = fc.constantFrom(
  '<!channel>',
  '<!here|here>',
  '<@U1|x>',
  '<https://x.example|click>',
  '*b*',
  '_i_',
  '~s~',
  '`c`',
  '```',
  '&amp;',
  '&lt;',
  '>',
  ':tada:',
  '\u202eevil',
  '\u200b',
  '\u0000',
  '\ud800',
  '👩‍👩‍👧',
  '\n',
  '\t',
  '${x}',
  '<at>Bob</at>',
  '{{x}}',
  '[a](b)',
  ' ',
  '',
);
const chunk = fc.oneof(
  nasty,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const long = fc
  .tuple(chunk, fc.nat(4000))
  .map(([part, times]) => (part === '' ? 'x' : part).repeat(times + 1).slice(0, 9000));
export const words = fc.oneof(
  { weight: 6, arbitrary: fc.array(chunk, { maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: long },
);

const href = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'javascript:alert(1)',
    'slack://x',
    '',
    'mailto:a@b.example',
    `https://x.example/${'a'.repeat(4000)}`,
  ),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  fc.record({ link: words, href }),
);
const text: fc.Arbitrary<Text> = fc.oneof(words, fc.array(span, { maxLength: 6 }));

const token = fc.record({
  intent: fc.stringMatching(/^[a-z-]{1,30}$/),
  args: fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), fc.oneof(fc.string({ maxLength: 50 }), fc.integer()), {
    maxKeys: 4,
  }),
});
const act = fc.oneof(
  fc.record({ token }),
  fc.record({ href }),
  fc.record({
    chatWith: fc.record(
      {
        channel: fc.constantFrom('slack' as const, 'teams' as const),
        tenant: words,
        user: words,
        email: fc.oneof(fc.emailAddress(), words),
      },
      { requiredKeys: ['channel', 'tenant', 'user'] },
    ),
  }),
);
const extras = fc.record(
  {
    label: words,
    spoken: words,
    emphasis: fc.constantFrom('main' as const, 'danger' as const),
    confirm: fc.record({ title: words, text: words, yes: words, no: words }),
  },
  { requiredKeys: ['label'] },
);
export const button: fc.Arbitrary<Button> = fc.tuple(act, extras).map(([does, more]) => ({ ...does, ...more }));

const many = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(one, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 120 }) },
  );
const state = fc.constantFrom('done' as const, 'now' as const, 'later' as const);

export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constant('heading' as const), text: words }),
  fc.record({ block: fc.constant('prose' as const), text }),
  fc.record({ block: fc.constant('facts' as const), rows: many(fc.record({ label: words, value: text })) }),
  fc.record(
    { block: fc.constant('person' as const), name: words, detail: words, lines: many(text), button },
    { requiredKeys: ['block', 'name'] },
  ),
  fc.record({ block: fc.constant('progress' as const), label: words, done: fc.double(), of: fc.double() }),
  fc.record({ block: fc.constant('steps' as const), items: many(fc.record({ text: words, state })) }),
  fc.record(
    { block: fc.constant('list' as const), items: many(text), more: button },
    { requiredKeys: ['block', 'items'] },
  ),
  fc.record({
    block: fc.constant('chart' as const),
    title: words,
    points: many(fc.record({ label: words, value: fc.double() })),
  }),
  fc.record({
    block: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'good' as const, 'warning' as const),
    text,
  }),
  fc.record({ block: fc.constant('buttons' as const), buttons: many(button) }),
);

export const card: fc.Arbitrary<Card> = fc.record({ name: fc.constant('any'), summary: words, blocks: many(block) });

const option = (index: number): fc.Arbitrary<Option> =>
  fc.record({ value: fc.constant(`v${index}`), label: words, detail: words }, { requiredKeys: ['value', 'label'] });
const options = fc
  .integer({ min: 1, max: 130 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => option(index))));
const base = { id: fc.constant('x'), label: words, hint: words };
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    ...base,
    field: fc.constantFrom('line' as const, 'paragraph' as const),
    most: fc.integer({ min: 1, max: 5000 }),
  }),
  fc.record({ ...base, field: fc.constantFrom('choice' as const, 'choices' as const), options }),
  fc.record({
    ...base,
    field: fc.constant('scale' as const),
    points: fc.integer({ min: 2, max: 12 }),
    low: words,
    high: words,
  }),
  fc.record({ ...base, field: fc.constantFrom('date' as const, 'time' as const) }),
  fc.record({
    ...base,
    field: fc.constant('number' as const),
    min: fc.integer({ min: -5, max: 5 }),
    max: fc.integer({ min: 6, max: 900 }),
  }),
  fc.record({ ...base, field: fc.constant('person' as const), search: token }),
  fc.record({ ...base, field: fc.constant('consent' as const), text: words }),
);

export const form: fc.Arbitrary<Form> = fc.record({
  name: fc.constant('any-form'),
  title: words,
  intro: fc.array(block, { maxLength: 3 }),
  fields: fc
    .array(field, { minLength: 1, maxLength: 8 })
    .map((all) => all.map((each, index) => ({ ...each, id: `field_${'abcdefgh'[index]}` }))),
  submit: words,
  token,
});

/** Values for every field of a form, sensible or not. */
export const values = fc.dictionary(
  fc.constantFrom(...'abcdefgh'.split('').map((letter) => `field_${letter}`)),
  fc.oneof(
    words,
    fc.constantFrom('1', 'v0', 'yes', '2026-11-18', '13:30', '7'),
    fc.array(fc.constantFrom('v0', 'v1', 'v2'), { maxLength: 3 }),
  ),
);
