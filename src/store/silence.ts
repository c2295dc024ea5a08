/** The database took a connection, or had one, and says nothing. */
export class SilentDatabaseError extends Error {
  override readonly name = 'SilentDatabaseError';
}

/**
 * Runs `work`, which calls `begun` once the other side has answered for the first time. Where that does not come within
 * so many milliseconds this fails, and a `begun` that comes after all throws, so that nothing is done behind the back of
 * somebody who was told that nothing was.
 */
function begunWithin<T>(milliseconds: number | undefined, work: (begun: () => void) => Promise<T>): Promise<T> {
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

/** As many connections that broke while nobody used them may be met, one after the other, before a turn is given up. */
const mostBroken = 3;

/**
 * The same, on another connection where this one was broken before the other side had answered: nothing is done then. A
 * database that says nothing is not asked again.
 */
export async function begunSomewhere<T>(
  milliseconds: number | undefined,
  work: (begun: () => void) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    let hasBegun = false;
    try {
      return await begunWithin(milliseconds, (begun) =>
        work(() => {
          begun();
          hasBegun = true;
        }),
      );
    } catch (fault) {
      if (hasBegun || tries > mostBroken || fault instanceof SilentDatabaseError) throw fault;
    }
  }
}
