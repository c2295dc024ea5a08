import { useState } from 'react';
import { inWords, type Person } from './api';
import { type Cast, story } from './tourStory';

type Shown = {
  readonly people: readonly Person[];
  /** Lets the two clients show these two people. */
  readonly show: (slack: Person | undefined, teams: Person | undefined) => void;
  readonly close: () => void;
};

/** Plays the story of one request, step by step, on the real page. */
export function Tour({ people, show, close }: Shown) {
  const mentee = people.find((person) => person.teamsUser !== undefined && person.roles.includes('mentee'));
  const [at, setAt] = useState(0);
  const [cast, setCast] = useState<Cast | undefined>(mentee && { mentee, mentor: undefined });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const step = story[at];
  if (!step || !cast) return null;
  const isLast = at === story.length - 1;

  const next = (): void => (isLast ? close() : setAt(at + 1));
  const play = async (): Promise<void> => {
    if (!step.play) return next();
    setBusy(true);
    setTrouble('');
    show(cast.mentor, cast.mentee);
    try {
      const after = await step.play(cast, people);
      setCast(after);
      show(after.mentor, after.mentee);
      next();
    } catch (error) {
      setTrouble(inWords(error));
    }
    setBusy(false);
  };

  return (
    <section className="tour" aria-label="The story of one request">
      <div aria-live="polite">
        <small>
          Step {at + 1} of {story.length}
        </small>
        <h2>{step.title}</h2>
        <p>{step.says(cast)}</p>
        {trouble && <p className="error">{trouble}</p>}
      </div>
      <div className="row end">
        <button type="button" onClick={close}>
          {isLast ? 'Close' : 'Leave the tour'}
        </button>
        {step.play && (
          <>
            <button type="button" onClick={next}>
              I did it myself
            </button>
            <button type="button" className="main" disabled={busy} onClick={play}>
              {busy ? 'One moment …' : 'Do it for me'}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
