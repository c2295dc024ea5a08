import cron from 'node-cron';
import type { Queue } from '../delivery';
import type { Clock, House } from '../services';
import { claimFire, kindsDue, nextDue, type Store } from '../store';
import { digestsDue, readersDue } from './digests';
import { filesEnded } from './files';
import { leaversDue } from './leavers';
import { meetingReminders, meetingsMet, meetingsOver } from './meetings';
import { commitmentsDue, evaluationNudgesDue, messagesDue, nudgesBegin, nudgesDue } from './nudges';
import { pausesOver } from './pauses';
import { releasesDue } from './releases';
import { expiriesDue, remindersDue } from './requests';
import { timesKept } from './retention';
import { type CarryOn, sweepUnfinished } from './unfinished';
import { wishesDue } from './wishes';

export type HeartbeatParts = {
  readonly store: Store;
  readonly queue: Pick<Queue, 'enqueue' | 'wake'>;
  readonly house: House;
  readonly clock: Clock;
  readonly carryOn: CarryOn;
  /** What the start hands in to be looked after at every beat; none of them rejects. */
  readonly chores: readonly (() => Promise<void>)[];
  readonly realNow: () => Date;
  readonly log: { warn(fields: object, message: string): void };
  /** Called where something that is due has failed. */
  readonly missed?: () => void;
};

export type Heartbeat = {
  /** Beats at once, and once a minute from then on. Resolves when the first beat is over; never rejects. */
  start(): Promise<void>;
  /** Asks every question once, for what is due by the clock's now; repeats while something was found. */
  beat(): Promise<void>;
  /** When the next thing is due by the business clock. */
  nextDue(): Promise<Date | undefined>;
  /** When it was last known to be at work, by real time: a beat that has much to catch up with takes long. */
  lastBeat(): Date | undefined;
  stop(): Promise<void>;
};

/**
 * Who leaves is heard of first: what else is due may be over with that. A meeting is called to mind before it is over.
 * Messages come last: what a person is to hear at the same moment becomes one.
 */
const questions = [
  leaversDue,
  remindersDue,
  expiriesDue,
  pausesOver,
  wishesDue,
  meetingReminders,
  meetingsOver,
  meetingsMet,
  releasesDue,
  readersDue,
  nudgesBegin,
  nudgesDue,
  evaluationNudgesDue,
  commitmentsDue,
  digestsDue,
  messagesDue,
];
const kinds = questions.map(({ kind }) => kind);

/** Wakes once a minute and asks "what is due now?"; a beat that was missed is repaired by the next one. */
export function createHeartbeat(parts: HeartbeatParts): Heartbeat {
  const { store, queue, clock } = parts;
  let last: Date | undefined;
  let running: Promise<void> = Promise.resolve();

  const ask = async (): Promise<void> => {
    for (let found = 1, rounds = 0; found > 0 && rounds < 50; rounds += 1) {
      const by = clock.now().toJSDate();
      found = 0;
      const waiting = await kindsDue(store, kinds, by);
      last = parts.realNow();
      for (const { ask: carryOut } of questions.filter(({ kind }) => waiting.has(kind))) {
        found += await carryOut(parts, by);
        last = parts.realNow();
      }
    }
    await filesEnded(parts, clock.now().toJSDate());
    await timesKept(parts, clock.now().toJSDate());
    await sweepUnfinished(store, queue, parts.carryOn);
    for (const chore of parts.chores) await chore();
    queue.wake();
    last = parts.realNow();
  };

  const beat = (): Promise<void> => {
    running = running.then(ask, ask);
    return running;
  };

  const surely = (work: () => Promise<void>): Promise<void> =>
    work().catch((fault: unknown) =>
      parts.log.warn(
        { event: 'heartbeat.failed', fault: fault instanceof Error ? fault.name : 'unknown' },
        'A heartbeat failed; the next one repairs it.',
      ),
    );

  const task = cron.createTask(
    '* * * * *',
    () =>
      surely(async () => {
        const minute = parts.realNow().toISOString().slice(0, 16);
        if (await claimFire(store, `heartbeat:${minute}`, parts.realNow())) await beat();
        else last = parts.realNow();
      }),
    { noOverlap: true, name: 'heartbeat' },
  );

  return {
    async start() {
      await task.start();
      await surely(beat);
    },
    beat,
    nextDue: () => nextDue(store),
    lastBeat: () => last,
    async stop() {
      await task.stop();
      await running.catch(() => undefined);
    },
  };
}
