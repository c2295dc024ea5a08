import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalog } from '../../src/programs';

const file = join(__dirname, '..', '..', 'programs', 'topics.yaml');

/** The topics that are shipped. */
export const topics = (() => {
  const checked = checkCatalog(readFileSync(file, 'utf8'), 'topics.yaml');
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.catalog.topics;
})();
