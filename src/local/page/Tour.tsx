import { useEffect, useId, useRef, useState } from 'react';
import { type Step, steps } from './tourSteps';

type Shown = {
  /** Brings what a step is about before the eyes, where only one client fits. */
  readonly show: (at: Step['at']) => void;
  readonly leave: () => void;
};

/** Whether the page shows that a step is done, looked at anew whenever the page changes. */
function useDone(step: Step | undefined): boolean {
  const [done, setDone] = useState(false);
  useEffect(() => {
    const look = (): void => setDone(step?.isDone() ?? false);
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [step]);
  return done;
}

/** A guided tour: the story of one request, with real acts on the real page. */
export function Tour({ show, leave }: Shown) {
  const id = useId();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [stuck, setStuck] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = steps[at];
  const done = useDone(step);
  const place = step?.at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every step begins with its heading in focus
  useEffect(() => {
    if (place === undefined) return undefined;
    document.body.dataset.tour = place;
    show(place);
    heading.current?.focus();
    return () => {
      delete document.body.dataset.tour;
    };
  }, [at]);

  if (!step) return null;
  const last = at === steps.length - 1;
  const act = async (): Promise<void> => {
    setBusy(true);
    setStuck(false);
    await step.act?.().catch(() => setStuck(true));
    setBusy(false);
  };
  const go = (): void => {
    setStuck(false);
    if (last) leave();
    else setAt(at + 1);
  };

  return (
    <section
      className="tour"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <div className="story">
        <h2 id={id} ref={heading} tabIndex={-1}>
          <small>
            Step {at + 1} of {steps.length}
          </small>{' '}
          {step.title}
        </h2>
        <p>{step.says}</p>
        <p role="status">
          {stuck && 'That is not on the page right now. Try it yourself in the client, or go on with Next.'}
        </p>
      </div>
      <div className="row">
        {step.act && (
          <button type="button" className={done ? '' : 'main'} disabled={busy || done} onClick={act}>
            {done ? 'Done' : busy ? 'Working' : 'Do it for me'}
          </button>
        )}
        <button type="button" className={done ? 'main' : ''} disabled={busy || !(done || stuck)} onClick={go}>
          {last ? 'Finish' : 'Next'}
        </button>
        {!last && (
          <button type="button" onClick={leave}>
            Leave the tour
          </button>
        )}
      </div>
    </section>
  );
}
