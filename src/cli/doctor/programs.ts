import { loadPrograms, writeFault } from '../../programs';
import { type Finding, ok, wrong } from './finding';

/** That every program definition in the folder is valid; the ids of those there are. */
export async function checkPrograms(
  folder: string,
): Promise<{ readonly findings: readonly Finding[]; readonly ids: ReadonlySet<string> }> {
  const about = 'Program definitions';
  const loaded = await loadPrograms(folder);
  if (!loaded.ok) {
    const todo = 'Correct the line; npm run mentor -- program check FILE names every fault.';
    return { findings: loaded.faults.map((fault) => wrong(about, writeFault(fault), todo)), ids: new Set() };
  }
  const ids = new Set(loaded.programs.map(({ id }) => id));
  return ids.size === 0
    ? { findings: [wrong(about, 'there is none', 'Put one into PROGRAMS_DIR.')], ids }
    : { findings: [ok(about, [...ids].join(', '))], ids };
}
