import { type Context, createLexicon } from '../../src/understanding';
import { exampleSetting } from '../../src/understanding/examples';
import { topics } from './catalog';

/** The surroundings of the examples: Wednesday 2026-11-18, 10:00 in Anchorage, ten offices, nobody known. */
export const setting: Context = {
  ...exampleSetting,
  lexicon: createLexicon(topics, { known: exampleSetting.offices }),
};
