import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

const stops = ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled, [type="hidden"])';

const stopsIn = (frame: HTMLElement): readonly HTMLElement[] =>
  [...frame.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());

/** When the frame is gone, the focus goes back to where it was, or to the client's composer if that is gone too. */
export function useFocusBack(frame: RefObject<HTMLElement | null>): void {
  // Asked while it is drawn for the first time: once it stands, what is below is inert and has lost the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const client = frame.current?.closest('.client');
    return () => {
      const goal = before?.isConnected ? before : client?.querySelector('.composer input');
      if (goal instanceof HTMLElement) goal.focus();
    };
  }, [frame, before]);
}

/** The keys of a window that lies over one client: Tab goes round inside it, Escape closes it, and then the focus goes back. */
export function useTrap(frame: RefObject<HTMLElement | null>, close: () => void) {
  useFocusBack(frame);
  return (event: KeyboardEvent): void => {
    const { current } = frame;
    // A question before a button acts lies over the window and has keys of its own.
    if (!current || event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog')))
      return;
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab') return;
    const all = stopsIn(current);
    const [end, start] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
    if (event.target !== end && current.contains(document.activeElement)) return;
    start?.focus();
    event.preventDefault();
  };
}
