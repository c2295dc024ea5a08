import { type FormEvent, useState } from 'react';
import { Icon } from './icons';

type Asked = {
  readonly label: string;
  readonly hint: string;
  readonly send: (text: string) => void;
};

/** The box to write in. */
export function Composer({ label, hint, send }: Asked) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    send(text);
    setText('');
  };
  return (
    <form className="composer" onSubmit={submit}>
      <input
        aria-label={label}
        value={text}
        placeholder={hint}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" aria-label="Send" disabled={text.trim() === ''}>
        <Icon name="send" />
      </button>
    </form>
  );
}
