import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Another process works in this data folder. Its message is for the administrator. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
};

const holder = (file: string): number | undefined => {
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) && pid > 0 && alive(pid) ? pid : undefined;
};

/**
 * Takes the data folder for this process alone (and makes it, readable by its owner only); returns what gives it back. A
 * lock whose process is gone is taken over. Throws LockedError where a living process holds it.
 */
export function lockDirectory(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'mentor.lock');
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid}\n`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
      const pid = holder(file);
      if (pid !== undefined) {
        throw new LockedError(
          `The data folder ${folder} is in use by another Mentor Exchange (process ${pid}). Stop that one first, or set MENTOR_DATA_DIR to another folder.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new LockedError(`The data folder ${folder} could not be taken. Try again in a moment.`);
}
