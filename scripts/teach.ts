/** Learns from the phrases of the tests and writes what was learned, for the build. `npm run build` runs it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalog } from '../src/programs';
import { type Label, labels } from '../src/understanding/labels';
import { lessonOf } from '../src/understanding/learned/lesson';
import { pack } from '../src/understanding/learned/packed';
import { createLexicon } from '../src/understanding/lexicon';
import { signsOf } from '../src/understanding/signs';
import { tidy } from '../src/understanding/tidy';

const root = join(__dirname, '..');
const folder = join(root, 'test', 'understanding', 'phrases');
const offices = ['bethel', 'nome', 'kotzebue', 'anchorage', 'juneau', 'fairbanks', 'kenai', 'wasilla', 'sitka', 'ketchikan'];
const isLabel = (name: unknown): name is Label => labels.some((label) => label === name);

function phrase(line: string): { text: string; label: Label } {
  const read: unknown = JSON.parse(line);
  if (typeof read === 'object' && read !== null && 'text' in read && 'intent' in read) {
    if (typeof read.text === 'string' && isLabel(read.intent)) return { text: read.text, label: read.intent };
  }
  throw new Error(`No labeled phrase: ${line}`);
}

const checked = checkCatalog(readFileSync(join(root, 'programs', 'topics.yaml'), 'utf8'), 'topics.yaml');
if (!checked.ok) throw new Error('The catalog of topics has faults. Run "npm run mentor -- program check".');
const lexicon = createLexicon(checked.catalog.topics, { known: offices });
const around = { lexicon, offices, people: [], now: '2026-11-18T10:00' };
const phrases = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n').map(phrase));
const lesson = lessonOf(
  phrases.map(({ text, label }) => ({ label, signs: signsOf(tidy(text, ['U0MENTORBT', 'Mentor Bot']), around) })),
);
const packed = JSON.stringify(pack(lesson));
writeFileSync(join(root, 'src', 'understanding', 'learned', 'weights.json'), `${packed}\n`);
console.log(`Learned from ${phrases.length} phrases: ${Math.round(packed.length / 1024)} kB.`);
