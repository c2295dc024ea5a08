import { noReportFile, refusal, report as reportCard, reportFile, tokens } from '../cards';
import { replaceWith, say } from '../chat';
import { offerReport, reportsFor } from '../services';
import { intent } from './intent';

/** The quality council's report, a card for each program of hers. */
export const report = intent('report', tokens.report, {
  async run(asked, { tx, house, caller }) {
    const found = await reportsFor(tx, house, caller, asked);
    if (!found.ok) return [say(refusal(found.because))];
    const cards = found.events.map(reportCard);
    const [only] = cards;
    return only && cards.length === 1 && caller.on && asked.quarter !== undefined
      ? [replaceWith(only)]
      : cards.map((card) => say(card));
  },
});

/** The same as a file. */
export const fileOfReport = intent('report-file', tokens['report-file'], {
  async run(asked, { tx, house, caller }) {
    const found = await reportsFor(tx, house, caller, asked);
    const [view] = found.ok ? found.events : [];
    if (!found.ok || !view) return found.ok ? [] : [say(refusal(found.because))];
    const href = await offerReport(tx, house, caller, view);
    return [say(href === undefined ? noReportFile() : reportFile(view.quarter, href))];
  },
});
