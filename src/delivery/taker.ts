export type TakerParts<Job> = {
  /** Takes up to so many jobs that are due now; nobody else gets them meanwhile. */
  readonly fetch: (most: number) => Promise<readonly Job[]>;
  /** Carries out one job and records how it ended. */
  readonly run: (job: Job) => Promise<void>;
  /** A fault of the queue itself, as when the database is away. */
  readonly fault: (fault: unknown) => void;
  /** How many jobs at most are under way at once. */
  readonly most: number;
  /** Milliseconds between two looks, where nothing waited. */
  readonly rest: number;
};

export type Taker = { wake(): void; stop(): Promise<void> };

/**
 * Takes jobs up as they come, each for itself: a slow one delays no other, and a database that is away ends nothing, as
 * every step is waited for (the queue's own workers leave "done" and "failed" unwatched).
 */
export function createTaker<Job>({ fetch, run, fault, most, rest }: TakerParts<Job>): Taker {
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  let woken = false;
  let wake = (): void => undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, rest);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopping) wake();
    });

  const look = async (): Promise<number> => {
    woken = false;
    const jobs = await fetch(most - underWay.size);
    for (const job of jobs) {
      const running: Promise<void> = run(job)
        .catch(fault)
        .finally(() => {
          underWay.delete(running);
          wake();
        });
      underWay.add(running);
    }
    return jobs.length;
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      if (underWay.size >= most) {
        await Promise.race(underWay);
        continue;
      }
      let found = 0;
      try {
        found = await look();
      } catch (problem) {
        fault(problem);
        woken = false;
      }
      if (found === 0) await pause();
    }
    await Promise.all(underWay);
  };

  const looping = loop();
  return {
    wake() {
      woken = true;
      wake();
    },
    stop() {
      stopping = true;
      wake();
      return looping;
    },
  };
}
