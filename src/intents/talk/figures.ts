import { noFiguresByOffice, token } from '../../cards';
import type { Token } from '../../chat';
import type { Slots } from '../../understanding';
import { withBlocks } from './blocks';
import type { Flow } from './flow';

const leads: Readonly<Record<NonNullable<Slots['view']>, Token>> = {
  report: token('report', {}),
  digest: token('digest', {}),
  inactive: token('inactive', {}),
  waitlist: token('waitlist', {}),
};

/** Figures and lists of the program, as it stands now or in a quarter, for those who may see it. */
export const programStatus: Flow = async ({ view, office }, { turn }) => {
  const replies = await turn.lead(view === undefined ? token('overview', {}) : leads[view]);
  return office === undefined ? replies : withBlocks(replies, noFiguresByOffice());
};
