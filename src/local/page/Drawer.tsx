import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icons';

type Shown = {
  readonly title: string;
  readonly about: string;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** A panel below the clients. Escape closes it, and the focus goes back to where it was. */
export function Drawer({ title, about, close, children }: Shown) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shut = useRef(close);
  shut.current = close;

  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      const inDialog = event.target instanceof Element && event.target.closest('dialog, [role="dialog"]');
      if (event.key === 'Escape' && !event.defaultPrevented && !inDialog) shut.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <section className="drawer" aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{about}</p>
        </div>
        <button type="button" className="plain" aria-label={`Close: ${title}`} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  );
}
