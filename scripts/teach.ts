/** Learns from the phrases of the tests and writes what was learned, for the build. `npm run build` runs it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalog } from '../src/programs';
import { exampleSetting, readExamples } from '../src/understanding/examples';
import { lessonOf } from '../src/understanding/learned/lesson';
import { pack } from '../src/understanding/learned/packed';
import { createLexicon } from '../src/understanding/lexicon';
import { signsOf } from '../src/understanding/signs';
import { tidy } from '../src/understanding/tidy';

const root = join(__dirname, '..');
const folder = join(root, 'test', 'understanding', 'phrases');
const checked = checkCatalog(readFileSync(join(root, 'programs', 'topics.yaml'), 'utf8'), 'topics.yaml');
if (!checked.ok) throw new Error('The catalog of topics has faults. Run "npm run mentor -- program check".');
const { offices, bot, now } = exampleSetting;
const around = { lexicon: createLexicon(checked.catalog.topics, { known: offices }), offices, people: [], now };
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readExamples(readFileSync(join(folder, file), 'utf8')));
const lesson = lessonOf(
  examples.map(({ text, intent }) => ({ label: intent, signs: signsOf(tidy(text, bot), around) })),
);
const packed = JSON.stringify(pack(lesson));
writeFileSync(join(root, 'src', 'understanding', 'learned', 'weights.json'), `${packed}\n`);
console.log(`Learned from ${examples.length} phrases: ${Math.round(packed.length / 1024)} kB.`);
