export type Readiness = {
  /** One statement, answered within half a second. */
  database(): Promise<boolean>;
  /** When the heartbeat last beat, by real time; undefined before its first. */
  lastBeat(): Date | undefined;
  /** When the delivery worker was last known to be at work, by real time; undefined before its start. */
  lastLook(): Date | undefined;
  /** Bytes left where the embedded database is; undefined with a server, which looks after its own disk. */
  readonly freeBytes: (() => Promise<number>) | undefined;
  draining(): boolean;
  /** Whether Slack is connected; undefined where it sends requests instead (no Socket Mode). */
  readonly slack: (() => boolean) | undefined;
  realNow(): Date;
};

/**
 * In seconds. The heart beats once a minute, so that two beats may be missed; the worker looks twice a second, and says at
 * least as often that all it does is under way.
 */
const [beatSeconds, lookSeconds] = [150, 8] as const;
const databaseMilliseconds = 500;
/** The database needs some of it even for the last thing that it writes. */
const leastBytes = 100 * 1024 * 1024;

const within = async (work: Promise<boolean>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), milliseconds);
  });
  try {
    return await Promise.race([work.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Which parts can work; it is ready where all can. */
export async function partsReady(ready: Readiness): Promise<Readonly<Record<string, boolean>>> {
  const { freeBytes, slack } = ready;
  const isRecent = (at: Date | undefined, seconds: number): boolean =>
    at !== undefined && ready.realNow().getTime() - at.getTime() < seconds * 1000;
  const [database, disk] = await Promise.all([
    within(ready.database(), databaseMilliseconds),
    freeBytes &&
      within(
        freeBytes().then((bytes) => bytes >= leastBytes),
        databaseMilliseconds,
      ),
  ]);
  return {
    database,
    heartbeat: isRecent(ready.lastBeat(), beatSeconds),
    worker: isRecent(ready.lastLook(), lookSeconds),
    running: !ready.draining(),
    ...(disk !== undefined && { disk }),
    ...(slack && { slack: slack() }),
  };
}
