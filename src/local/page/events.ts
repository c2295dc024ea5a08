import { useCallback, useEffect } from 'react';

type Told = { readonly channel: string; readonly user?: string };

const listeners = new Set<(told: Told) => void>();
let source: EventSource | undefined;

function listen(listener: (told: Told) => void): () => void {
  if (!source) {
    source = new EventSource('api/events');
    source.onmessage = (event: MessageEvent<string>) => {
      const told: Told = JSON.parse(event.data);
      for (const tell of listeners) tell(told);
    };
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls `changed` soon after something happened that `concerns` it, at most every 60 ms. */
function useTold(concerns: (told: Told) => boolean, changed: () => void): void {
  useEffect(() => {
    let soon: number | undefined;
    const stop = listen((told) => {
      if (soon !== undefined || !concerns(told)) return;
      soon = window.setTimeout(() => {
        soon = undefined;
        changed();
      }, 60);
    });
    return () => {
      stop();
      window.clearTimeout(soon);
    };
  }, [concerns, changed]);
}

/** Calls `changed` soon after something changed in this channel for this account. */
export function useEvents(channel: string, account: string | undefined, changed: () => void): void {
  const mine = useCallback(
    (told: Told) => told.channel === channel && (told.user === undefined || told.user === account),
    [channel, account],
  );
  useTold(mine, changed);
}

const anything = (): boolean => true;

/** Calls `changed` soon after anything changed anywhere. */
export const useAnyEvent = (changed: () => void): void => useTold(anything, changed);
