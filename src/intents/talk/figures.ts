import { insteadOfFigures, token } from '../../cards';
import { withBlocks } from './blocks';
import type { Flow } from './flow';

/** Figures and lists of the program: what comes nearest to what was asked, for those who may see it. */
export const programStatus: Flow = async ({ view, office }, { turn }) => {
  if (view === undefined || view === 'report') {
    const replies = await turn.lead(token('report', {}));
    return office === undefined ? replies : withBlocks(replies, insteadOfFigures('office'));
  }
  return withBlocks(await turn.lead(token('overview', {})), insteadOfFigures(view));
};
