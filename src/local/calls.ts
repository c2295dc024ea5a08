import type { DateTime } from 'luxon';

export type Platform = 'slack' | 'teams';

/** One request between the bot and a platform, in either direction, as it was asked and as it was answered. */
export type Call = {
  /** 1, 2, 3 ... over both platforms. */
  readonly n: number;
  /** Real time, ISO. */
  readonly at: string;
  readonly platform: Platform;
  readonly direction: 'fromBot' | 'toBot';
  /** The Web API method, the connector's verb and path, or what the person did. */
  readonly what: string;
  readonly conversation?: string;
  readonly body: unknown;
  /** HTTP status of the answer; missing while there is none, or when the connection was cut. */
  readonly status?: number;
  readonly answer?: unknown;
  /** Why it failed, or which fault was on order, in words. */
  readonly fault?: string;
};

export type CallStart = Pick<Call, 'platform' | 'direction' | 'what' | 'body'> & { readonly conversation?: string };
export type CallEnd = { readonly status?: number; readonly answer?: unknown; readonly fault?: string };

export type CallLog = {
  /** Notes a call that starts, and gives the function that notes how it ended. */
  readonly begin: (start: CallStart) => (end: CallEnd) => void;
  /** The calls after number `since`, newest last. */
  readonly list: (since?: number) => readonly Call[];
};

/** A readable log of all calls both ways. Keeps the last `keep` calls. */
export function createCallLog({ now, keep = 10_000 }: { now: () => DateTime; keep?: number }): CallLog {
  let calls: Call[] = [];
  let count = 0;
  return {
    begin: (start) => {
      count += 1;
      const n = count;
      calls.push({ n, at: now().toUTC().toISO() ?? '', ...start });
      if (calls.length > keep) calls = calls.slice(-keep);
      return (end) => {
        calls = calls.map((call) => (call.n === n ? { ...call, ...end } : call));
      };
    },
    list: (since = 0) => calls.filter((call) => call.n > since),
  };
}
