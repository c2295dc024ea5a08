import type { Understand } from '../intents';
import type { Catalog } from '../programs';
import { createLexicon, understand } from '../understanding';

/** How words are understood with these topics; `units` are names of offices, so that none is taken for a misspelt topic. */
export function understandingOf({ topics }: Catalog, units: readonly string[]): Understand {
  const lexicon = createLexicon(topics, { known: units });
  return (text, heard) => understand(text, { ...heard, lexicon });
}
