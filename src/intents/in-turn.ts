/**
 * Lets the works of one key follow one another, in the order in which they came; those of others are not held up. Whether
 * one succeeds or fails means nothing to the next.
 */
export function inTurn(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const own = (last.get(key) ?? Promise.resolve()).then(work);
    const ended = own.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, ended);
    void ended.then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    return own;
  };
}
