import type { ChannelName } from '../chat';
import { type Budget, changeBudget, type Installation, pauseLeft, type Tx, takeChat } from '../store';
import { type Limits, newBudget, slowDown, type Turn, takeTurn } from './budget';
import type { Meter } from './meter';
import type { Job } from './queue';

/** Keeps what is sent below what the platforms take, whatever the number of processes. */
export type Pacing = {
  /** Whether this job may send to that account now; where not, when it should ask again. */
  turn(tx: Tx, to: Installation & { readonly user: string }, job: Pick<Job, 'lane' | 'number'>): Promise<Turn>;
  /** The same for a card that is drawn anew in its place: no new message in the chat. */
  redraw(tx: Tx, at: Installation, job: Pick<Job, 'lane' | 'number'>): Promise<Turn>;
  /** The platform asked to wait so many seconds. */
  slow(tx: Tx, at: Installation, seconds: number): Promise<void>;
};

/** `meter` counts what is sent without asking here. */
export function createPacing(limits: Readonly<Record<ChannelName, Limits>>, meter: Meter): Pacing {
  const change = <Result>(
    tx: Tx,
    at: Installation,
    decide: (budget: Budget, now: number) => { readonly budget: Budget; readonly result: Result },
  ): Promise<Result> =>
    changeBudget(tx, at, (budget, now) => decide(budget ?? newBudget(limits[at.channel], now), now));

  const redraw: Pacing['redraw'] = async (tx, at, { lane, number }) => {
    if (lane === 'schedule') {
      const answered = meter.collect(at);
      return change(tx, at, (budget, now) => takeTurn(budget, { number, answered }, limits[at.channel], now));
    }
    const left = await pauseLeft(tx, at);
    if (left > 0) return { go: false, afterSeconds: left, number };
    meter.answered(at);
    return { go: true };
  };
  return {
    redraw,
    async turn(tx, to, job) {
      const left = await takeChat(tx, to, limits[to.channel].chat);
      return left > 0 ? { go: false, afterSeconds: left, number: job.number } : redraw(tx, to, job);
    },
    async slow(tx, at, seconds) {
      await change(tx, at, (budget, now) => ({
        budget: slowDown(budget, seconds, limits[at.channel], now),
        result: undefined,
      }));
    },
  };
}
