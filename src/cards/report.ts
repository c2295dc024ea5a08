import type { DateTime } from 'luxon';
import { type Block, type Button, buttons, type Card, card, facts, heading, notice, prose } from '../chat';
import { averageEnds, fewestRaters, mostPoints, type Quarter, type Theme } from '../mentoring';
import { themeWords } from './evaluation';
import { token } from './tokens';
import { count, day, helpButton, overviewButton } from './words';

/** A published figure: how many evaluations, and their average. */
export type FigureView = { readonly evaluations: number; readonly average: number };

/** What one side says: all topics together, and the parts of it. `total` is undefined where too few people said anything. */
export type SideReport = {
  readonly total: FigureView | undefined;
  readonly topics: readonly (FigureView & { readonly label: string })[];
};

/** What the quality council gets to see of a program and a quarter: published figures only. */
export type ReportView = {
  readonly programId: string;
  readonly program: string;
  readonly source: string;
  readonly quarter: Quarter;
  /** Undefined as long as nothing has been published of it. */
  readonly released:
    | { readonly mentees: SideReport; readonly mentors: SideReport; readonly themes: readonly Theme[] }
    | undefined;
  /** When the figures of the quarter come out. */
  readonly comesOut: DateTime;
  readonly earlier: Quarter | undefined;
  readonly later: Quarter | undefined;
  /** Whether it can be had as a file. */
  readonly asFile: boolean;
  readonly zone: string;
  readonly now: DateTime;
};

const spans = ['January to March', 'April to June', 'July to September', 'October to December'];

/** "October to December 2026". */
export const quarterWords = (quarter: Quarter): string =>
  `${spans[Number(quarter.slice(-1)) - 1] ?? ''} ${quarter.slice(0, 4)}`;

/** An average as it may be said: the ends of the scale stay open. */
export function averageWords(average: number): string {
  if (average >= averageEnds.most) return `${averageEnds.most} or more`;
  return average <= averageEnds.least ? `${averageEnds.least} or less` : average.toFixed(1);
}

export const otherTopics = 'All other topics';
export const allTopics = 'All topics';
export const tooFewPeople = `fewer than ${fewestRaters} people, so no figures`;
/** A quarter without figures: whether anybody answered is not told. */
export const nothingReleased = `Fewer than ${fewestRaters} people sent an evaluation in this quarter, so there are no figures.`;
/** How to read the figures. */
export const howToRead = `A figure stands for at least ${fewestRaters} different people, and each exchange counts once. Topics with fewer people are counted together, so that nobody’s answer can be worked out. Published figures never change.`;
export const themesTitle = `Themes that at least ${fewestRaters} people released`;
export const noThemes = 'none in this quarter';

const figureWords = ({ evaluations, average }: FigureView): string =>
  `${count(evaluations, 'evaluation')}, ${averageWords(average)} of ${mostPoints} points`;

const rows = (name: string, { total, topics }: SideReport): readonly Block[] => [
  facts(
    [name, total ? figureWords(total) : tooFewPeople],
    ...topics.map((topic) => [topic.label, figureWords(topic)] as const),
  ),
];

const chartOf = ({ total, topics }: SideReport): readonly Block[] => {
  const points = topics.length > 0 ? topics : total ? [{ label: allTopics, ...total }] : [];
  return points.length === 0
    ? []
    : [
        {
          block: 'chart',
          title: 'How useful sessions were, as mentees say',
          unit: `of ${mostPoints} points`,
          points: points.map(({ label, average }) => ({ label, value: average })),
        },
      ];
};

const turn = (label: string, programId: string, quarter: Quarter | undefined): readonly Button[] =>
  quarter === undefined ? [] : [{ label, token: token('report', { quarter, program: programId }) }];

const content = (view: ReportView): readonly Block[] => {
  const { released, comesOut, zone, now } = view;
  if (!released) {
    const words =
      now < comesOut ? `The figures of this quarter come out on ${day(comesOut, zone, now)}.` : nothingReleased;
    return [notice('info', words)];
  }
  const { mentees, mentors, themes } = released;
  return [
    ...chartOf(mentees),
    ...rows('Mentees', mentees),
    ...rows('Mentors', mentors),
    ...(themes.length > 0
      ? [prose(`${themesTitle}:`), { block: 'list' as const, items: themes.map((theme) => themeWords[theme]) }]
      : [prose(`${themesTitle}: ${noThemes}.`)]),
    prose(howToRead),
  ];
};

/** The report of a program and a quarter. */
export function report(view: ReportView): Card {
  const { programId, program, source, quarter, released, earlier, later, asFile } = view;
  const title = `Evaluations, ${quarterWords(quarter)}`;
  const file: Button = { label: 'As a file', token: token('report-file', { program: programId, quarter }) };
  return card(
    'report',
    `${title}: ${program}.`,
    heading(title),
    prose(program),
    ...content(view),
    prose(`Source: ${source}.`),
    buttons(
      ...turn('Earlier quarter', programId, earlier),
      ...turn('Later quarter', programId, later),
      ...(released && asFile ? [file] : []),
      overviewButton,
    ),
  );
}

/** The report as a file, behind a link that ends after a day. */
export function reportFile(quarter: Quarter, href: string): Card {
  const words = `The report for ${quarterWords(quarter)} is ready as a table. The link is for you and works for 24 hours.`;
  return card('report-file', words, prose(words), buttons({ label: 'Get the file', href }));
}

/** It cannot be had as a file here. */
export function noReportFile(): Card {
  const words = 'I cannot offer files here yet: your administrator can set the address that links need.';
  return card('no-report-file', words, notice('info', words), buttons(helpButton));
}

/** To those who may read it: the figures of a quarter have come out. */
export function reportReleased(quarter: Quarter, programId: string, program: string): Card {
  const words = `The figures for ${quarterWords(quarter)} are out: what mentees and mentors said of their sessions in ${program}.`;
  return card(
    'report-released',
    words,
    notice('info', words),
    buttons({ label: 'Show the report', token: token('report', { program: programId }), emphasis: 'main' }),
  );
}

/** A mentor's own published figures, the newest quarter first. */
export type OwnFigures = readonly (FigureView & { readonly quarter: Quarter })[];

/** What her mentees say, to the mentor herself. */
export function ownFigures(figures: OwnFigures): Block {
  if (figures.length === 0)
    return prose(
      `What your mentees say: not enough yet. Once ${fewestRaters} different people have evaluated you in a quarter, you alone see their average here.`,
    );
  return facts(
    ...figures.map((figure) => [`Your mentees, ${quarterWords(figure.quarter)}`, figureWords(figure)] as const),
  );
}
