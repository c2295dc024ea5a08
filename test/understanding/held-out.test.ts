import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesIn, score } from '../../bench/labeled';
import { exampleSetting, readExamples } from '../../src/understanding/examples';
import { guessesOf } from '../../src/understanding/learned';
import { lessonOf } from '../../src/understanding/learned/lesson';
import { pack, unpack } from '../../src/understanding/learned/packed';
import { signsOf } from '../../src/understanding/signs';
import { setting } from './setting';

const folder = join(__dirname, 'phrases');
const { offices, now } = exampleSetting;
const signs = (text: string) => signsOf(text, { lexicon: setting.lexicon, offices, people: [], now });
const read = (file: string) => readExamples(readFileSync(join(folder, file), 'utf8'));

describe('what is understood of phrases that nobody learned from', () => {
  it.each(['first', 'second', 'third'])('keeps what was measured on the %s unseen phrases', (name) => {
    const measured = score(examplesIn(join(__dirname, 'unseen', `${name}.jsonl`)), setting);
    expect(measured.intent).toBeGreaterThanOrEqual(0.93);
    expect(measured.confidentlyWrong).toBeLessThanOrEqual(0.025);
    expect(measured.outOfScope).toBeGreaterThanOrEqual(0.9);
    expect(measured.slots).toBeGreaterThanOrEqual(0.93);
    expect(measured.rightOrAsked).toBeGreaterThanOrEqual(0.96);
  });

  it('reads the slots of a file of examples', () => {
    expect(score(read('ten.jsonl'), setting).slots).toBeGreaterThanOrEqual(0.93);
  });
});

describe('a lesson', () => {
  const known = ['one.jsonl', 'two.jsonl']
    .flatMap(read)
    .map(({ text, intent }) => ({ label: intent, signs: signs(text) }));
  const lesson = lessonOf(known);
  const tested = read('ten.jsonl').slice(0, 250);
  const right = (given: typeof lesson): number =>
    tested.filter(({ text, intent }) => guessesOf(signs(text), given)[0]?.label === intent).length / tested.length;

  it('adds to what the frames say by themselves', () => {
    const nothing = { ...lesson, weights: new Int8Array(lesson.weights.length) };
    expect(right(lesson)).toBeGreaterThan(right(nothing) + 0.05);
  });

  it('is the same each time, and after it was packed and unpacked', () => {
    const again = lessonOf(known);
    expect(Buffer.from(again.weights).equals(Buffer.from(lesson.weights))).toBe(true);
    expect(right(unpack(pack(lesson)))).toBeCloseTo(right(lesson), 1);
  });

  it('refuses one that was made for other labels', () => {
    const packed = pack(lesson);
    expect(() => unpack({ ...packed, labels: ['no', ...packed.labels.slice(1)] })).toThrow('npm run build');
  });
});
