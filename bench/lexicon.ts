import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCatalog } from '../src/programs';
import { createLexicon, type Lexicon } from '../src/understanding';
import { damagedNames, type Query } from './typos';

const catalogFile = resolve('programs', 'topics.yaml');

function rightFirst(lexicon: Lexicon, { text, owners }: Query): boolean {
  const guess = lexicon.find(text);
  if (guess.kind === 'none') return false;
  return owners.includes(guess.kind === 'sure' ? guess.topic : (guess.topics[0] ?? ''));
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

/**
 * The topic lexicon on damaged names: one JSON line per figure on standard output. `right` is the share of queries whose
 * topic (any owner, where several topics list the name) is the sure one or the first of the choices; `sure` the share
 * answered without asking back.
 */
export async function benchLexicon(): Promise<void> {
  const checked = checkCatalog(readFileSync(catalogFile, 'utf8'), 'topics.yaml');
  if (!checked.ok)
    throw new Error(checked.faults.map((fault) => `${fault.file}:${fault.line} ${fault.reason}`).join('\n'));
  const { topics } = checked.catalog;
  const lexicon = createLexicon(topics);
  const rows = [
    { name: 'one slip, words of 5 letters and more', goal: 99, queries: damagedNames(topics, 5, 1, 42) },
    { name: 'two slips, words of 8 letters and more', goal: 95, queries: damagedNames(topics, 8, 2, 42) },
  ];
  for (const { name, goal, queries } of rows) {
    const right = queries.filter((query) => rightFirst(lexicon, query)).length;
    const sure = queries.filter(({ text }) => lexicon.find(text).kind === 'sure').length;
    const times = queries.map(({ text }) => {
      const start = process.hrtime.bigint();
      lexicon.find(text);
      return Number(process.hrtime.bigint() - start) / 1e6;
    });
    times.sort((a, b) => a - b);
    const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 1_000) / 1_000;
    const figure = { bench: 'lexicon', name, queries: queries.length, right: percent(right, queries.length), goal };
    console.log(
      JSON.stringify({ ...figure, sure: percent(sure, queries.length), p50: at(0.5), p99: at(0.99), unit: 'ms' }),
    );
  }
}
