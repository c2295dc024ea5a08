import { useId, useState } from 'react';
import { api, type Channel, type Message, Refusal } from './api';

type Shown = { readonly message: Message; readonly channel: Channel; readonly person: string };

/** What somebody said; under one's own words the way to see how they were understood. */
export function Said({ message, channel, person }: Shown) {
  const steps = useId();
  const [why, setWhy] = useState<readonly string[]>();
  const toggle = async (): Promise<void> => {
    if (why) return setWhy(undefined);
    try {
      setWhy((await api.why({ person, channel, message: message.id })).why);
    } catch (fault) {
      setWhy([fault instanceof Refusal ? fault.message : 'That could not be read just now.']);
    }
  };
  return (
    <>
      <p className="said">{message.text}</p>
      {message.understood && (
        <button
          type="button"
          className="why"
          aria-expanded={why !== undefined}
          {...(why && { 'aria-controls': steps })}
          onClick={() => void toggle()}
        >
          why?
        </button>
      )}
      {why && (
        <ol id={steps} className="steps-of-why" aria-label="How this was understood">
          {why.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps are told once, and never move
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
    </>
  );
}
