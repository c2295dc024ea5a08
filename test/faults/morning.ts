import { createMeter, type Meter } from '../../src/delivery';
import { newBudget, slowDown, takeTurn } from '../../src/delivery/budget';
import { pace } from '../../src/start/pace';

export type Morning = {
  readonly notices: number;
  readonly processes: number;
  /** Seconds between two things that somebody does. */
  readonly actEvery: number;
  /** What the platform takes a second. */
  readonly perSecond?: number;
  /** Of a hundred who wait, so many are not wanted any more when their time comes. */
  readonly dropped?: number;
};

const limits = pace({ slack: 285, teams: 1500 }).slack;
const at = { channel: 'slack', tenant: 'T1' } as const;
/** Seconds between two looks at the queue, for one look, and for one send; and how much a process does at once. */
const [tick, look, send, atOnce] = [0.5, 0.005, 0.2, 8] as const;

/** A token bucket that says no to what comes too fast. */
function platform(perSecond: number, burst: number) {
  let [tokens, since, refused] = [burst, 0, 0];
  return {
    refused: () => refused,
    takes(now: number): boolean {
      tokens = Math.min(burst, tokens + Math.max(0, now - since) * perSecond);
      since = Math.max(since, now);
      const has = tokens >= 1;
      if (has) tokens -= 1;
      else refused += 1;
      return has;
    },
  };
}

type Waiting = { readonly id: number; readonly number: number | undefined };
type Slot = { free: number; readonly meter: Meter };

/** What is due now, in the order in which it came, and what is put off until a later look. */
function waitingLine(notices: number) {
  let due: Waiting[] = Array.from({ length: notices }, (_, id) => ({ id, number: undefined }));
  let next = 0;
  const later = new Map<number, Waiting[]>();
  return {
    putOff(job: Waiting, until: number): void {
      const step = Math.floor(until / tick) + 1;
      later.set(step, [...(later.get(step) ?? []), job]);
    },
    look(step: number): void {
      due = [...due.slice(next), ...(later.get(step) ?? [])];
      next = 0;
      later.delete(step);
    },
    take(): Waiting | undefined {
      next += 1;
      return due[next - 1];
    },
  };
}

/**
 * Monday at nine, in virtual time: what the schedule says to everybody at once, and people who go on asking meanwhile. The
 * real decision and the real meters; the queue, the workers and the platform are small models beside them.
 */
export function playMorning({ notices, processes, actEvery, perSecond = 5, dropped = 0 }: Morning) {
  let now = 0;
  let budget = newBudget(limits, 0);
  const wire = platform(perSecond, 30);
  const line = waitingLine(notices);
  const slots: readonly Slot[] = Array.from({ length: processes }, () => createMeter(() => now * 1000)).flatMap(
    (meter) => Array.from({ length: atOnce }, () => ({ free: 0, meter })),
  );
  const answeredAfter: number[] = [];
  let [over, looks, last, nextAct] = [0, 0, 0, actEvery];

  /** Every other act is answered by the channel itself, at once; the others by a worker's job, found at the next look. */
  const act = (slot: Slot): void => {
    const byWorker = Math.round(nextAct / actEvery) % 2 === 0;
    now = byWorker ? Math.max(now, nextAct + tick) : nextAct;
    wire.takes(now);
    slot.meter.answered(at);
    answeredAfter.push(now + send - nextAct);
    if (byWorker) slot.free = now + look + send;
    nextAct += actEvery;
  };

  const notice = (slot: Slot, { id, number }: Waiting): void => {
    looks += 1;
    slot.free = now + look;
    if (number !== undefined && id % 100 < dropped) {
      over += 1;
      return;
    }
    const turn = takeTurn(budget, { number, answered: slot.meter.collect(at) }, limits, now);
    budget = turn.budget;
    if (!turn.result.go) {
      line.putOff({ id, number: turn.result.number }, now + turn.result.afterSeconds);
      return;
    }
    slot.free = now + look + send;
    if (wire.takes(now)) {
      over += 1;
      last = now;
    } else {
      budget = slowDown(budget, 30, limits, now);
      line.putOff({ id, number }, now + 30);
    }
  };

  /** One thing that the first free worker does; false where there is nothing more to do until then. */
  const work = (end: number): boolean => {
    const slot = slots.reduce((first, other) => (other.free < first.free ? other : first));
    now = Math.max(slot.free, end - tick);
    if (now >= end) return false;
    if (nextAct < end) {
      act(slot);
      return true;
    }
    const job = line.take();
    if (job) notice(slot, job);
    return job !== undefined;
  };

  for (let step = 0; over < notices; step += 1) {
    line.look(step);
    while (work((step + 1) * tick));
    if (step > 200_000) throw new Error('It does not end.');
  }
  return {
    minutes: last / 60,
    refused: wire.refused(),
    slowest: Math.max(...answeredAfter),
    looksEach: looks / notices,
    answered: answeredAfter.length,
  };
}
