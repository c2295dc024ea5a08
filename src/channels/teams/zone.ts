import { IANAZone } from 'luxon';

const mostNames = 1000;
const verdicts = new Map<string, boolean>();

/** Whether a name is an IANA time zone. Remembered, as asking costs more than all other reading of an activity. */
export function isZone(name: string): boolean {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const verdict = IANAZone.isValidZone(name);
  if (verdicts.size >= mostNames) verdicts.clear();
  verdicts.set(name, verdict);
  return verdict;
}
