import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../../src/channels/teams/template';
import { loadTemplates, templateFolder } from '../../../src/channels/teams/templates';
import { root } from './cards';

describe('a template', () => {
  it('fills fields into texts, and keeps the type of a field that stands alone', () => {
    const fill = compile('t', {
      text: 'Hi ${who.name}, ${n} left',
      n: '${n}',
      list: '${list}',
      still: [1, true, null],
    });
    expect(fill({ who: { name: 'Ana' }, n: 3, list: ['a'] })).toEqual({
      text: 'Hi Ana, 3 left',
      n: 3,
      list: ['a'],
      still: [1, true, null],
    });
  });

  it('repeats for each entry of $data and keeps what $when allows', () => {
    const fill = compile('t', [
      { $data: '${rows}', $when: '${show}', text: '${label}' },
      { $data: '${one}', text: '${label}' },
    ]);
    const rows = [
      { label: 'a', show: true },
      { label: 'b', show: false },
      { label: 'c', show: true },
    ];
    expect(fill({ rows, one: { label: 'd' } })).toEqual([{ text: 'a' }, { text: 'c' }, { text: 'd' }]);
  });

  it('never reads data as template', () => {
    const hostile = '${1+1} ${secret} $when';
    expect(compile('t', { a: '${x}', b: '>${x}<' })({ x: hostile, secret: 's' })).toEqual({
      a: hostile,
      b: `>${hostile}<`,
    });
  });

  it.each([
    ['a field that is missing', { a: '${b.c}' }, { b: {} }, 'Template t: the field b.c is missing.'],
    [
      'a field that only its prototype has',
      { a: '${constructor}' },
      {},
      'Template t: the field constructor is missing.',
    ],
    ['a list inside a text', { a: 'x ${b}' }, { b: [] }, 'Template t: the field b cannot stand inside a text.'],
    [
      'a $when that is no yes or no',
      [{ $when: '${b}' }],
      { b: 'yes' },
      'Template t: the field b of a $when is neither true nor false.',
    ],
    ['a $data of texts', [{ $data: '${b}' }], { b: ['x'] }, 'Template t: $data holds something that is no object.'],
  ])('refuses %s, naming template and field', (_, source, data, message) => {
    expect(() => compile('t', source)(data)).toThrow(message);
  });

  it.each([
    [{ a: '${1+1}' }, '${1+1} is not a field.'],
    [{ $when: '${a}' }, '$data and $when stand only on the objects of an array.'],
    [[{ $when: 'a' }], '$when must be one field'],
    [undefined, 'undefined is not JSON.'],
  ])('refuses to be made of %j', (source, message) => {
    expect(() => compile('t', source)).toThrow(message);
  });

  it('is found from the sources and from what is built of them', () => {
    for (const from of ['src/channels/teams', 'dist/src/channels/teams']) {
      expect(templateFolder(join(root, from))).toBe(join(root, 'adaptive-cards'));
    }
    const empty = mkdtempSync(join(tmpdir(), 'templates-'));
    expect(() => templateFolder(empty)).toThrow('No folder adaptive-cards was found');
    expect(() => loadTemplates(empty)).toThrow(/The Adaptive Card template .*card\.json is missing\./);
  });
});
