import { useEffect } from 'react';

type Told = { readonly channel: string; readonly user?: string };

const listeners = new Set<(told: Told) => void>();
let source: EventSource | undefined;

function listen(listener: (told: Told) => void): () => void {
  if (!source) {
    source = new EventSource('api/events');
    // Whatever changed before the stream was there, or while it was cut, was told to nobody.
    source.onopen = () => {
      for (const channel of ['slack', 'teams', 'clock']) for (const tell of listeners) tell({ channel });
    };
    source.onmessage = (event: MessageEvent<string>) => {
      const told: Told = JSON.parse(event.data);
      for (const tell of listeners) tell(told);
    };
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls `changed` soon after something that concerns it was told, at most every 60 ms. */
function gathered(concerns: (told: Told) => boolean, changed: () => void): () => void {
  let soon: number | undefined;
  const stop = listen((told) => {
    if (!concerns(told) || soon !== undefined) return;
    soon = window.setTimeout(() => {
      soon = undefined;
      changed();
    }, 60);
  });
  return () => {
    stop();
    window.clearTimeout(soon);
  };
}

/** Calls `changed` soon after something changed in this channel for this account. */
export function useEvents(channel: string, account: string | undefined, changed: () => void): void {
  useEffect(
    () => gathered((told) => told.channel === channel && (told.user === undefined || told.user === account), changed),
    [channel, account, changed],
  );
}

/** Calls `changed` soon after anything changed anywhere. */
export function useAnyEvent(changed: () => void): void {
  useEffect(() => gathered(() => true, changed), [changed]);
}
