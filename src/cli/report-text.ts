import {
  allTopics,
  averageWords,
  howToRead,
  noThemes,
  nothingReleased,
  quarterWords,
  type ReportView,
  type SideReport,
  themesTitle,
  themeWords,
  tooFewPeople,
} from '../cards';
import { mostPoints } from '../mentoring';

const width = 80;
const columns = { about: 52, evaluations: 13 } as const;

const line = (about: string, evaluations: string, average: string): string =>
  `${about.padEnd(columns.about)}${evaluations.padStart(columns.evaluations)}   ${average}`.trimEnd();

/** Text in lines of at most `width` letters, broken between words. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function sideLines(name: string, { total, topics }: SideReport): readonly string[] {
  if (!total) return [name, `  ${tooFewPeople}`, ''];
  const head = line(name, 'Evaluations', `Average of ${mostPoints}`);
  const all = [{ label: allTopics, ...total }, ...topics];
  return [
    head,
    ...all.map(({ label, evaluations, average }) => line(`  ${label}`, String(evaluations), averageWords(average))),
    '',
  ];
}

/** A report as text for a terminal. */
export function reportText({ program, quarter, source, released, comesOut, now, zone }: ReportView): string {
  const title = `Evaluations, ${quarterWords(quarter)}`;
  const head = [title, program, ''];
  const out = comesOut.setZone(zone).setLocale('en-US').toFormat('LLLL d, yyyy');
  const missing = now < comesOut ? `The figures of this quarter come out on ${out}.` : nothingReleased;
  const body = released
    ? [
        ...sideLines('From mentees', released.mentees),
        ...sideLines('From mentors', released.mentors),
        themesTitle,
        ...(released.themes.length > 0 ? released.themes.map((theme) => `  ${themeWords[theme]}`) : [`  ${noThemes}`]),
        '',
        ...wrapped(howToRead),
      ]
    : wrapped(missing);
  return [...head, ...body, ...wrapped(`Source: ${source}.`), ''].join('\n');
}
