import { useEffect, useId, useRef } from 'react';
import { api, type Dialog, textAt } from './api';
import { CardView } from './CardView';
import { openLink } from './openLink';
import { useTrap } from './useTrap';

type Shown = {
  readonly dialog: Dialog;
  readonly person: string;
  readonly act: (what: () => Promise<unknown>) => Promise<void>;
};

/** A dialog of Teams: a card to fill in over the client, or the word that the bot ended it with. */
export function DialogFrame({ dialog, person, act }: Shown) {
  const { title, card, says } = dialog;
  const frame = useRef<HTMLElement>(null);
  const id = useId();
  const close = (): void => void act(() => api.close({ person, channel: 'teams' }));
  const onKeyDown = useTrap(frame, close);
  const drawn = JSON.stringify(card);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card drawn anew has lost the focus
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('.fields :is(input, select, textarea, button)')?.focus();
  }, [drawn, says]);

  return (
    <div className="cover">
      <section
        ref={frame}
        className="modal dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        onKeyDown={onKeyDown}
      >
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" aria-label="Close the window" onClick={close}>
            ×
          </button>
        </header>
        <div className="fields">
          <p className="hidden" role="status">
            {card && textAt(card, 'speak')}
          </p>
          {card && (
            <CardView
              card={card}
              execute={(action, values) =>
                act(() => api.click({ person, channel: 'teams', message: 'dialog', action, values }))
              }
              open={openLink}
              search={async (block, text) =>
                (await api.search({ person, channel: 'teams', message: 'dialog', block, text })).options
              }
            />
          )}
          {says !== undefined && (
            <>
              <p>{says}</p>
              <div className="row end">
                <button type="button" className="main" onClick={close}>
                  Close
                </button>
              </div>
            </>
          )}
        </div>
      </section>
    </div>
  );
}
