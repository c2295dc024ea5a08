import { type FormEvent, useId, useRef, useState } from 'react';
import type { Channel, Place } from './api';
import { Icon } from './icons';
import { useHints } from './useHints';

type Asked = {
  readonly label: string;
  readonly hint: string;
  readonly channel: Channel;
  readonly place: Place;
  /** Whether what is written so far opens the list of commands. */
  readonly suggests: (text: string) => boolean;
  readonly send: (text: string) => void;
};

/** The box to write in, with the commands that the bot knows. */
export function Composer({ label, hint, channel, place, suggests, send }: Asked) {
  const id = useId();
  const [text, setText] = useState('');
  const [inside, setInside] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const take = (chosen: string): void => {
    setText(chosen);
    box.current?.focus();
  };
  const open = inside && suggests(text);
  const { found, here, choose, leave, onKeyDown } = useHints({ channel, place, text, open, take });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    send(text);
    setText('');
    leave();
  };
  return (
    <form className="composer" onSubmit={submit}>
      <input
        ref={box}
        aria-label={label}
        aria-controls={`${id}-hints`}
        aria-activedescendant={found[here] && `${id}-${here}`}
        aria-autocomplete="list"
        value={text}
        placeholder={hint}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
      />
      <div id={`${id}-hints`} className="hints" role="listbox" aria-label="Commands" hidden={found.length === 0}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the box, which keeps the focus
          <div
            key={command.text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === here}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(command)}
          >
            {command.text}
            <small>{command.says}</small>
          </div>
        ))}
      </div>
      <button type="submit" aria-label="Send" disabled={text.trim() === ''}>
        <Icon name="send" />
      </button>
    </form>
  );
}
