import { setTimeout as waitFor } from 'node:timers/promises';

/**
 * What goes wrong. `answer`: this HTTP status instead of the real answer (`recorded`: the work is done all the same).
 * `slow`: the real answer after `ms`. `hang`: no answer until released. `drop`: the work is done, then the connection is
 * cut. `cut`: the connection is cut before anything is done. `error`: the platform's own refusal with this code.
 * `blocked`: this person has blocked the bot.
 */
export type Effect =
  | {
      readonly effect: 'answer';
      readonly status: number;
      readonly retryAfter?: number | undefined;
      readonly recorded?: boolean | undefined;
    }
  | { readonly effect: 'slow'; readonly ms: number }
  | { readonly effect: 'hang' | 'drop' | 'cut' | 'blocked' }
  | { readonly effect: 'error'; readonly error: string };

/** Where it goes wrong (`conversation`: one, or all the names of one; `block`: only what holds a block of this type): at the `nth` matching call from now (1), and `times` in a row (1). Nothing named matches all. */
export type FaultOrder = Effect & {
  readonly method?: string | undefined;
  readonly conversation?: string | readonly string[] | undefined;
  readonly block?: string | undefined;
  readonly nth?: number | undefined;
  readonly times?: number | undefined;
};

type MetCall = {
  readonly method: string;
  readonly conversation?: string | undefined;
  /** The types of the blocks in it. */
  readonly blocks?: readonly string[];
};

export type Fault = { readonly effect: Effect; readonly released: Promise<void> };
export type FaultBook = {
  /** Puts a fault on order. The function given back withdraws it and lets go what hangs. */
  readonly order: (order: FaultOrder) => () => void;
  /** The fault that meets this call, if any. Asking counts as a call. */
  readonly meet: (call: MetCall) => Fault | undefined;
  /** Orders that can still strike. */
  readonly list: () => readonly FaultOrder[];
  /** Withdraws all orders and lets go all that hangs. */
  readonly clear: () => void;
  /** Waits as `slow` does. */
  readonly wait: (ms: number) => Promise<void>;
};

type Entry = {
  readonly order: FaultOrder;
  readonly released: Promise<void>;
  readonly release: () => void;
  seen: number;
};

const lastStrike = ({ nth = 1, times = 1 }: FaultOrder): number => nth + times - 1;

function enter(order: FaultOrder): Entry {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { order, released, release, seen: 0 };
}

/** A book of faults on order. `wait` is how slowness passes; tests hand in their own. */
export function createFaults({ wait = async (ms: number) => waitFor(ms) } = {}): FaultBook {
  let entries: Entry[] = [];
  const matches = ({ order }: Entry, { method, conversation, blocks = [] }: MetCall): boolean =>
    (order.method === undefined || order.method === method) &&
    (order.block === undefined || blocks.includes(order.block)) &&
    (order.conversation === undefined ||
      (conversation !== undefined && [order.conversation].flat().includes(conversation)));

  return {
    wait,
    order: (order) => {
      const entry = enter(order);
      entries = [...entries, entry];
      return () => {
        entries = entries.filter((other) => other !== entry);
        entry.release();
      };
    },
    meet: (call) => {
      let struck: Entry | undefined;
      for (const entry of entries) {
        if (!matches(entry, call)) continue;
        entry.seen += 1;
        const strikes = entry.seen >= (entry.order.nth ?? 1) && entry.seen <= lastStrike(entry.order);
        if (strikes) struck ??= entry;
      }
      return struck && { effect: struck.order, released: struck.released };
    },
    list: () => entries.filter((entry) => entry.seen < lastStrike(entry.order)).map((entry) => entry.order),
    clear: () => {
      const all = entries;
      entries = [];
      for (const entry of all) entry.release();
    },
  };
}
