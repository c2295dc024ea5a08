import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process works in this data folder. Its message is for the administrator. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

const isCode = (fault: unknown, code: string): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return isCode(fault, 'EPERM');
  }
};

const held = new Set<string>();

/** The living process that has the lock. A number like our own is left over from before a restart, as in a container. */
const holder = (file: string): number | undefined => {
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return (pid === process.pid ? held.has(file) : alive(pid)) ? pid : undefined;
};

/** Makes the lock with our number in it, in one step: nobody ever sees it empty. False where there is one. */
function takeFile(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${process.pid}\n`, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (fault) {
    if (isCode(fault, 'EEXIST')) return false;
    throw fault;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes a lock that was left over out of the way; puts it back where somebody else took it over in the same moment. */
function clearLeftOver(file: string): void {
  const aside = `${file}.old.${process.pid}`;
  renameSync(file, aside);
  if (holder(aside) !== undefined) linkSync(aside, file);
  rmSync(aside, { force: true });
}

/**
 * Takes the data folder for this process alone (and makes it, readable by its owner only); returns what gives it back. A
 * lock whose process is gone is taken over. Throws LockedError where a living process holds it.
 */
export function lockDirectory(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(realpathSync(folder), 'mentor.lock');
  for (let tries = 0; tries < 3; tries += 1) {
    if (takeFile(file)) {
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    }
    try {
      const pid = holder(file);
      if (pid !== undefined) {
        throw new LockedError(
          `The data folder ${folder} is in use by another Mentor Exchange (process ${pid}). Stop that one first, or set MENTOR_DATA_DIR to another folder.`,
        );
      }
      clearLeftOver(file);
    } catch (fault) {
      // Whoever had it gave it back just now.
      if (!isCode(fault, 'ENOENT')) throw fault;
    }
  }
  throw new LockedError(`The data folder ${folder} could not be taken. Try again in a moment.`);
}
