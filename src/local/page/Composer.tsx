import { type FormEvent, useState } from 'react';

type Asked = {
  readonly label: string;
  readonly hint: string;
  readonly shared: string;
  readonly send: (text: string, place: 'private' | 'shared') => void;
};

/** The box to write in, to the bot alone or where others read along. */
export function Composer({ label, hint, shared, send }: Asked) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState<'private' | 'shared'>('private');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    send(text, place);
    setText('');
  };
  return (
    <form className="composer" onSubmit={submit}>
      <select
        aria-label={`${label}: where`}
        value={place}
        onChange={(event) => setPlace(event.target.value === 'shared' ? 'shared' : 'private')}
      >
        <option value="private">To the bot</option>
        <option value="shared">In {shared}</option>
      </select>
      <input
        aria-label={label}
        value={text}
        placeholder={hint}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
