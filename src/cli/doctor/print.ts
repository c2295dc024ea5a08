import { styleText } from 'node:util';
import type { Finding, Level } from './finding';

const colors = { ok: 'green', warning: 'yellow', wrong: 'red' } as const satisfies Record<Level, string>;
const width = 8;

/** One line for each finding, and below it what to do. The word says it; the color only helps. */
export function printFindings(findings: readonly Finding[], colored: boolean): string {
  const mark = (level: Level): string => {
    const word = level.padEnd(width);
    return colored ? styleText(colors[level], word, { validateStream: false }) : word;
  };
  return findings
    .map(({ level, about, says, todo }) => {
      const next = todo === undefined ? '' : `${' '.repeat(width + 1)}-> ${todo}\n`;
      return `${mark(level)} ${about}: ${says}\n${next}`;
    })
    .join('');
}

/** How it stands altogether, in a sentence. */
export function summary(findings: readonly Finding[]): string {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [wrong, warnings] = [count('wrong'), count('warning')];
  if (wrong > 0) return `${wrong} wrong, ${warnings} to look at. Mend what is wrong first, and run the doctor again.\n`;
  return warnings > 0 ? `Nothing is wrong; ${warnings} to look at.\n` : 'All is well.\n';
}
