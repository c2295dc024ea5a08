import { useEffect, useId, useRef, useState } from 'react';
import { Refusal } from './api';
import { type Before, Missing } from './tourActs';
import { clockShows, type Step, steps } from './tourSteps';

type Shown = {
  /** The messages that were there when the tour began. */
  readonly messages: ReadonlySet<string>;
  /** Brings what a step is about, and its people, before the eyes. */
  readonly show: (at: Step['at']) => void;
  /** Everything anew, and the tour from its beginning; rejects with a sentence where that cannot be. */
  readonly startOver: () => Promise<void>;
  readonly leave: () => void;
};

/** Whether the page shows that a step is done, looked at anew whenever the page changes. */
function useDone(step: Step | undefined, before: Before): boolean {
  const [done, setDone] = useState(false);
  useEffect(() => {
    const look = (): void => setDone(step?.isDone(before) ?? false);
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    return () => observer.disconnect();
  }, [step, before]);
  return done;
}

const fresh = 'In a fresh demo the story plays from its beginning; what was tried here is gone then.';

function inWords(fault: unknown): string {
  if (fault instanceof Missing) return `${fault.message} ${fresh}`;
  return fault instanceof Refusal ? fault.message : 'The local server does not answer. Is it still running?';
}

/** A guided tour: the story of one request, with real acts on the real page. */
export function Tour({ messages, show, startOver, leave }: Shown) {
  const id = useId();
  const [at, setAt] = useState(0);
  const [before, setBefore] = useState<Before>({ messages, clock: clockShows() });
  const [busy, setBusy] = useState<'Working' | 'Starting over'>();
  const [missing, setMissing] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = steps[at];
  const done = useDone(step, before);
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
    show(step.at);
    setMissing(undefined);
    setBusy('Working');
    await step.act?.(before).catch((fault) => setMissing(inWords(fault)));
    setBusy(undefined);
  };
  const again = async (): Promise<void> => {
    setBusy('Starting over');
    setMissing('A fresh demo organization is being made. That takes some seconds.');
    await startOver().catch((fault) => setMissing(inWords(fault)));
    setBusy(undefined);
  };
  const go = (): void => {
    setMissing(undefined);
    setBefore({ messages, clock: clockShows() });
    if (last) leave();
    else setAt(at + 1);
  };
  const stuck = missing !== undefined && !done;

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
        <p role="status">{stuck && missing}</p>
      </div>
      <div className="row">
        {step.act && (
          <button
            type="button"
            className={done || stuck ? '' : 'main'}
            disabled={busy !== undefined || done}
            onClick={act}
          >
            {done ? 'Done' : (busy ?? (stuck ? 'Try again' : 'Do it for me'))}
          </button>
        )}
        {stuck && (
          <button type="button" className="main" disabled={busy !== undefined} onClick={again}>
            Start over with a fresh demo
          </button>
        )}
        <button
          type="button"
          className={done ? 'main' : ''}
          disabled={busy !== undefined || !(done || stuck)}
          onClick={go}
        >
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
