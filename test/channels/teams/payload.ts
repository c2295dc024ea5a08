import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../../src/channels/teams/json';

const folder = join(__dirname, 'payloads');

/** The names of all payloads as Teams sends them. */
export const payloadNames = readdirSync(folder).map((file) => file.replace('.json', ''));

/** One payload, with changes on top. */
export function payload(name: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  if (!isObject(parsed)) throw new Error(`${name} is no object.`);
  return { ...parsed, ...changes };
}
