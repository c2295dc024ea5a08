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
  /** In milliseconds: a job that takes longer hangs. */
  readonly longest: number;
  /** It has looked; or it need not, as all that it can do at once is under way and not all of that hangs. */
  readonly alive: () => void;
};

export type Taker<Job> = {
  wake(): void;
  /** Takes no more, and waits at most so many milliseconds for what is under way: what is not over then. */
  stop(patience: number): Promise<readonly Job[]>;
};

/**
 * Takes jobs up as they come, each for itself: a slow one delays no other, and a database that is away ends nothing, as
 * every step is waited for (the queue's own workers leave "done" and "failed" unwatched).
 */
export function createTaker<Job>({ fetch, run, fault, most, rest, longest, alive }: TakerParts<Job>): Taker<Job> {
  const underWay = new Map<Promise<void>, Job>();
  let hanging = 0;
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

  /** Counts a job among those that hang from its longest time until it is over. */
  const watched = async (job: Promise<void>): Promise<void> => {
    let late = 0;
    const timer = setTimeout(() => {
      late = 1;
      hanging += late;
    }, longest);
    // It watches, and keeps no process alive.
    timer.unref();
    try {
      await job;
    } finally {
      clearTimeout(timer);
      hanging -= late;
    }
  };

  const look = async (): Promise<number> => {
    woken = false;
    const jobs = await fetch(most - underWay.size);
    alive();
    for (const job of jobs) {
      const running: Promise<void> = watched(run(job))
        .catch(fault)
        .finally(() => {
          underWay.delete(running);
          wake();
        });
      underWay.set(running, job);
    }
    return jobs.length;
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      if (underWay.size >= most) {
        if (hanging < most) alive();
        woken = false;
        await pause();
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
    await Promise.all(underWay.keys());
  };

  const looping = loop();
  return {
    wake() {
      woken = true;
      wake();
    },
    async stop(patience) {
      stopping = true;
      wake();
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([looping, enough]);
      clearTimeout(timer);
      return [...underWay.values()];
    },
  };
}
