import type { Budget } from '../store';

/** How fast a platform is written to. */
export type Limits = {
  /** To one workspace or tenant, in a minute, at most. */
  readonly perMinute: number;
  /** So many of them at once, after a quiet time. */
  readonly burst: number;
  /** To one person's chat: one each so many seconds on average, and so many at once. */
  readonly chat: { readonly seconds: number; readonly burst: number };
};

/** What the schedule says leaves this share of the burst to what people do. */
const reserve = 0.2;
/** After 429 half as fast; then a twentieth of the most is added for each ten minutes without one. */
const slower = 0.5;
const step = 0.05;
const stepSeconds = 600;
/** Whoever waits asks again a little before its time, in seconds: others may have dropped out, and the rate may have changed. */
const early = 0.75;
const [shortestWait, longestWait] = [1, 3600] as const;
/** Numbers are not called in strict order: so far before its turn one may go, and so far behind it a new one is drawn. */
const slack = 50;
/** In seconds: what is lost in arithmetic. */
const aHair = 0.001;

export type Asked = {
  /** The number that it was given when it had to wait. */
  readonly number: number | undefined;
  /** What else was sent there since the last question, answers that wait for nobody: how many seconds ago, oldest first. */
  readonly answered: readonly number[];
};
export type Turn =
  | { readonly go: true }
  | { readonly go: false; readonly afterSeconds: number; readonly number: number | undefined };

const most = ({ perMinute }: Limits): number => perMinute / 60;

/** A budget of which nothing was used yet. */
export const newBudget = (limits: Limits, now: number): Budget => ({
  rate: most(limits),
  freeAt: now - limits.burst / most(limits),
  pausedUntil: now,
  quietSince: now,
  drawn: 0,
  passed: 0,
});

/** As fast as the quiet time since the last refusal allows. Where a whole burst was saved up, nobody stands in line any more. */
function today(budget: Budget, answered: Asked['answered'], limits: Limits, now: number): Budget {
  const steps = Math.max(0, Math.floor((now - budget.quietSince) / stepSeconds));
  const rate = Math.min(most(limits), budget.rate + steps * step * most(limits));
  const burst = limits.burst / rate;
  const used = answered.reduce((free, ago) => Math.max(free, now - ago - burst) + 1 / rate, budget.freeAt);
  const full = now - burst;
  return {
    ...budget,
    rate,
    quietSince: budget.quietSince + steps * stepSeconds,
    freeAt: Math.max(used, full),
    passed: used <= full ? budget.drawn : budget.passed,
  };
}

/**
 * Whether a message that nobody waits for may go now. It goes where the burst, less the share that is kept free, has room
 * for it and for all who stand in line before it; else it is given a number, and asks again when all before it will have
 * gone. Numbers only say when to come back: one that never does holds up nobody.
 */
export function takeTurn(
  before: Budget,
  { number: given, answered }: Asked,
  limits: Limits,
  now: number,
): { readonly budget: Budget; readonly result: Turn } {
  const budget = today(before, answered, limits, now);
  const { freeAt } = budget;
  const gap = 1 / budget.rate;
  const number = given === undefined || given < budget.passed - slack ? budget.drawn + 1 : given;
  const drawn = Math.max(budget.drawn, number);
  const line = Math.max(1, number - budget.passed);
  const ready = (places: number): number => freeAt + gap * (reserve * limits.burst + places);
  const isNext = given !== undefined && line <= slack;
  if (ready(isNext ? 1 : line) <= now + aHair) {
    const passed = Math.max(budget.passed, number);
    return { budget: { ...budget, freeAt: freeAt + gap, drawn, passed }, result: { go: true } };
  }
  const left = Math.max(budget.pausedUntil - now, early * (ready(line) - now));
  const afterSeconds = Math.min(longestWait, Math.max(shortestWait, left));
  return { budget: { ...budget, drawn }, result: { go: false, afterSeconds, number } };
}

/** The platform asked to wait: nothing goes meanwhile, and then half as fast. Said several times of one wait, it slows once. */
export function slowDown(before: Budget, seconds: number, limits: Limits, now: number): Budget {
  const budget = today(before, [], limits, now);
  const until = Math.max(budget.pausedUntil, now + seconds);
  const isNews = now >= budget.pausedUntil;
  return {
    ...budget,
    rate: isNews ? Math.max(budget.rate * slower, most(limits) * step) : budget.rate,
    pausedUntil: until,
    quietSince: until,
    freeAt: Math.max(budget.freeAt, until),
  };
}
