import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const bag = z.record(z.string(), z.unknown());
type Bag = z.infer<typeof bag>;

/** A payload as Slack sends it, with the given parts changed. */
export function payload(name: string, changes: Bag = {}): Bag {
  const read = bag.parse(JSON.parse(readFileSync(join(__dirname, 'payloads', `${name}.json`), 'utf8')));
  return { ...read, ...changes };
}

/** An event with parts of the event itself changed. */
export function event(name: string, changes: Bag, around: Bag = {}): Bag {
  const read = payload(name, around);
  return { ...read, event: { ...bag.parse(read.event), ...changes } };
}
