import { insteadOfFigures, type NoFigures, token } from '../../cards';
import { withBlocks } from './blocks';
import type { Flow } from './flow';

/** What was asked for and is not made yet. */
const missing = (
  view: 'digest' | 'inactive' | 'waitlist' | undefined,
  office: string | undefined,
): NoFigures | undefined => view ?? (office === undefined ? undefined : 'office');

/** Figures and lists of the program, as it stands now or in a quarter: what comes nearest, for those who may see it. */
export const programStatus: Flow = async ({ view, office }, { turn }) => {
  const lacks = view === 'report' ? missing(undefined, office) : missing(view, office);
  const replies = await turn.lead(view === 'report' ? token('report', {}) : token('overview', {}));
  return lacks === undefined ? replies : withBlocks(replies, insteadOfFigures(lacks));
};
