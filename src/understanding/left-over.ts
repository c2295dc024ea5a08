import { type Marked, silent } from './marks';
import type { Signs } from './signs';

/** How many telling words of a text are left when what the slots took, and these fillers, are taken away. */
export function leftOver({ pieces }: Signs, { all }: Marked, fillers: ReadonlySet<string>): number {
  const taken = all.filter(({ mark }) => /^[@#]/u.test(mark));
  return pieces.filter(
    ({ word, kind }, at) =>
      kind === 'word' &&
      !silent.has(word) &&
      !fillers.has(word) &&
      !taken.some(({ from, to }) => at >= from && at <= to),
  ).length;
}
