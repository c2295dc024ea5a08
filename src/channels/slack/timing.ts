/** The value, if it comes within so many milliseconds; the timer never outlives the answer. */
export function within<Value>(
  milliseconds: number,
  value: Promise<Value>,
): Promise<{ readonly value: Value } | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), Math.max(0, milliseconds));
    value.then(
      (settled) => {
        clearTimeout(timer);
        resolve({ value: settled });
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

/** Waits so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
