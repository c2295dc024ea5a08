import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(__dirname, '..', '..', 'golden', 'slack');

/** Compares with the golden file of this name; with UPDATE_GOLDEN=1 it is written instead. */
export function expectGolden(name: string, value: unknown): void {
  const path = join(folder, `${name}.json`);
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path))
    throw new Error(`The golden file ${name}.json is missing; write it with UPDATE_GOLDEN=1 and read it.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
