/** The database took a connection, or had one, and says nothing. */
export class SilentDatabaseError extends Error {
  override readonly name = 'SilentDatabaseError';
}

/**
 * Runs `work`, which calls `begun` once the other side has answered for the first time. Where that does not come within
 * so many milliseconds this fails, and a `begun` that comes after all throws, so that nothing is done behind the back of
 * somebody who was told that nothing was.
 */
export function begunWithin<T>(milliseconds: number | undefined, work: (begun: () => void) => Promise<T>): Promise<T> {
  if (milliseconds === undefined) return work(() => undefined);
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new SilentDatabaseError('The database does not answer.'));
    }, milliseconds);
    work(() => {
      if (late) throw new SilentDatabaseError('The database answered too late.');
      clearTimeout(timer);
    })
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
