import { type ReactNode, useEffect, useRef } from 'react';

type Shown = {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** A panel at the side of the page. Escape closes it, and the focus goes back to where it was. */
export function Drawer({ title, close, children }: Shown) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      className="drawer"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label={`Close: ${title}`} onClick={close}>
          ×
        </button>
      </header>
      {children}
    </aside>
  );
}
