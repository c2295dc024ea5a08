import * as fc from 'fast-check';
import { jsonLength } from '../../../src/channels/slack/json-length';

it('is the length that JSON.stringify gives, for any JSON value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(jsonLength(value)).toBe(JSON.stringify(value).length);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['a member without a value', { a: undefined, b: [1, 2], c: undefined }],
  ['nothing but such members', { a: undefined }],
  ['half of a pair, and a whole one', ['\ud83d', '\ud83d\ude00']],
  ['quotes and backslashes', { '"': '\\"\n' }],
])('counts %s as JSON does', (_, value) => {
  expect(jsonLength(value)).toBe(JSON.stringify(value).length);
});
