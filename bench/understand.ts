import { join } from 'node:path';
import { projectRoot } from '../src/config';
import { type Context, createLexicon, type LexiconTopic, understand } from '../src/understanding';
import { exampleSetting } from '../src/understanding/examples';
import { examplesIn, type Score, score } from './labeled';
import { report } from './report';

const folder = join(projectRoot, 'test', 'understanding');
const longest = 1_000;

/** Goals in percent: at least so much, of `confidentlyWrong` at most. */
const goals = { intent: 93, confidentlyWrong: 2, outOfScope: 85, slots: 93, rightOrAsked: 96 } as const;

function reportScore(name: string, measured: Score): void {
  const percent = (share: number): number => Math.round(share * 1_000) / 10;
  for (const figure of ['intent', 'confidentlyWrong', 'outOfScope', 'slots', 'rightOrAsked'] as const) {
    const [ours, goal] = [percent(measured[figure]), goals[figure]];
    const met = figure === 'confidentlyWrong' ? ours <= goal : ours >= goal;
    console.log(
      JSON.stringify({
        bench: 'understand',
        name: `${figure}, ${name}`,
        phrases: measured.phrases,
        ours,
        goal,
        met,
        unit: '%',
      }),
    );
  }
}

/** Milliseconds that each text takes, sorted; each is read `times` and the fastest counts, so that only its own work does. */
function timesOf(texts: readonly string[], context: Context, times: number): readonly number[] {
  const once = (text: string): number => {
    const start = process.hrtime.bigint();
    understand(text, context);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  return texts.map((text) => Math.min(...Array.from({ length: times }, () => once(text)))).sort((a, b) => a - b);
}

/** Texts of 1,000 characters that could cost most: one piece over and over, and words of the examples in no order. */
function longTexts(examples: readonly string[]): readonly string[] {
  const pieces = [
    'a',
    ' ',
    '1',
    ':',
    '1-1 ',
    '@',
    '<',
    '<@U1> ',
    'november ',
    'monday at 3 to 4 ',
    'and then log it ',
    'not ',
    "'s ",
  ];
  const more = [
    'put x on the list ',
    'from 9 to 5 until 8 ',
    'goal: ',
    'Rosa Diaz ',
    'é',
    '𒀀',
    'xqzvkw ',
    'find excel, ',
    '10:30 ',
  ];
  const words = examples.flatMap((text) => text.split(' '));
  const mixed = Array.from({ length: 40 }, (_, i) => words.filter((_word, at) => at % 41 === i).join(' '));
  return [...[...pieces, ...more].map((piece) => piece.repeat(longest)), ...mixed].map((text) =>
    text.slice(0, longest),
  );
}

/** How well and how fast texts are understood: one JSON line per figure. */
export function benchUnderstand(topics: readonly LexiconTopic[]): void {
  const lexicon = createLexicon(topics, { known: exampleSetting.offices });
  const context = { lexicon, ...exampleSetting };
  const unseen = join(folder, 'unseen');
  for (const name of ['first', 'second', 'third'])
    reportScore(`${name} unseen phrases`, score(examplesIn(join(unseen, `${name}.jsonl`)), context));
  const examples = examplesIn(join(folder, 'phrases')).map(({ text }) => text);
  timesOf(examples, context, 1);
  const times = timesOf(examples, context, 7);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const figure = { bench: 'understand', unit: 'ms', phrases: examples.length };
  report({ ...figure, name: 'p50 over all examples', ours: at(0.5), target: 0.3 });
  report({ ...figure, name: 'p99 over all examples', ours: at(0.99), target: 3 });
  const long = timesOf(longTexts(examples), context, 3);
  report({
    ...figure,
    phrases: long.length,
    name: 'slowest text of 1,000 characters',
    ours: long.at(-1) ?? 0,
    target: 20,
  });
}
