import { type FormEvent, useId, useState } from 'react';
import type { Hint } from './api';

type Asked = {
  readonly label: string;
  readonly placeholder: string;
  /** What the client offers while somebody begins to type. */
  readonly hints: readonly Hint[];
  readonly send: (text: string) => void;
};

const mostHints = 6;

/** The box to write in. While its text begins like a command, commands are offered; the arrow keys and Enter choose one. */
export function Composer({ label, placeholder, hints, send }: Asked) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [closed, setClosed] = useState(false);
  const list = useId();
  const typed = text.toLowerCase();
  const offered =
    closed || typed === '' ? [] : hints.filter(({ command }) => command.startsWith(typed)).slice(0, mostHints);
  const open = offered.length > 0 && offered[0]?.command !== typed;

  const take = (hint: Hint | undefined): void => {
    if (hint) setText(hint.command);
    setChosen(-1);
    setClosed(true);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (open && chosen >= 0) take(offered[chosen]);
    else if (text.trim() !== '') {
      send(text);
      setText('');
    }
  };
  return (
    <form className="composer" onSubmit={submit}>
      {open && (
        <div className="hints" id={list} role="listbox" aria-label="Commands">
          {offered.map((hint, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the box below, as in a combobox
            <div
              key={hint.command}
              id={`${list}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === chosen}
              onClick={() => take(hint)}
            >
              <strong>{hint.command}</strong>
              <small>{hint.says}</small>
            </div>
          ))}
        </div>
      )}
      <input
        aria-label={label}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen >= 0 ? `${list}-${chosen}` : undefined}
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          setChosen(-1);
          setClosed(false);
        }}
        onKeyDown={(event) => {
          if (!open) return;
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step !== 0) {
            event.preventDefault();
            setChosen((before) => (before + step + offered.length) % offered.length);
          }
          if (event.key === 'Escape') setClosed(true);
        }}
      />
      <button type="submit" disabled={text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
