import { useEffect, useState } from 'react';
import { isRecord, type Json, textAt } from './api';

type Asked = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly placeholder: string | undefined;
  readonly least: number;
  readonly initial: string | undefined;
  readonly choose: (value: string) => void;
  readonly search: (text: string) => Promise<readonly Json[]>;
};

const caption = (option: Json): string => (isRecord(option.text) ? (textAt(option.text, 'text') ?? '') : '');

/** A field that asks the bot for options while one types (external_select). */
export function Search({ least, initial, choose, search, ...shared }: Asked) {
  const [text, setText] = useState(initial ?? '');
  const [options, setOptions] = useState<readonly Json[]>();
  const [chosen, setChosen] = useState(initial ?? '');
  const open = text !== chosen && text.length >= least;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed starts a search
  useEffect(() => {
    if (!open) return undefined;
    let current = true;
    const timer = setTimeout(async () => {
      const found = await search(text).catch(() => []);
      if (current) setOptions(found);
    }, 250);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, open]);

  return (
    <div className="search">
      <input
        {...shared}
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          choose('');
        }}
      />
      {open && options && (
        <ul aria-label="What the search found">
          {options.length === 0 && <li className="hint">Nothing found.</li>}
          {options.map((option) => (
            <li key={String(option.value)}>
              <button
                type="button"
                onClick={() => {
                  setText(caption(option));
                  setChosen(caption(option));
                  choose(String(option.value));
                }}
              >
                {caption(option)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
