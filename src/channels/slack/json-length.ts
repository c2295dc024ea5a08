/** What JSON writes longer than it is: quotes, backslashes, controls, and halves of a pair. */
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

const textLength = (text: string): number => (escaped.test(text) ? JSON.stringify(text).length : text.length + 2);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * The length of a value as JSON, without making that text: to measure a card costs less than to write it. `for in`,
 * because `Object.entries` would cost as much again.
 */
export function jsonLength(value: unknown): number {
  if (typeof value === 'string') return textLength(value);
  if (!isRecord(value)) return String(value).length;
  let length = 0;
  if (Array.isArray(value)) {
    for (const each of value) length += 1 + jsonLength(each);
  } else {
    for (const name in value) {
      const member = value[name];
      if (member !== undefined) length += textLength(name) + 2 + jsonLength(member);
    }
  }
  return length === 0 ? 2 : length + 1;
}
