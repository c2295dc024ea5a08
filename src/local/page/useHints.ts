import { type KeyboardEvent, useEffect, useState } from 'react';
import { api, type Channel, type Command, type Place } from './api';

type Asked = {
  readonly channel: Channel;
  readonly place: Place;
  readonly text: string;
  /** Whether the list stands open for what is written so far. */
  readonly open: boolean;
  readonly take: (text: string) => void;
};

/** The commands that fit what is written so far, and the keys that choose among them. */
export function useHints({ channel, place, text, open, take }: Asked) {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const [at, setAt] = useState(-1);
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    api.commands(channel).then(
      (loaded) => setCommands(loaded.commands),
      () => undefined,
    );
  }, [channel]);

  const fits = (command: Command): boolean =>
    command.places.includes(place) && command.text.startsWith(text.toLowerCase()) && command.text !== text;
  const found = open && left !== text ? commands.filter(fits) : [];
  const here = at < found.length ? at : -1;
  const choose = (command: Command): void => {
    setAt(-1);
    setLeft(command.text);
    take(command.text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (found.length === 0) return;
    const chosen = found[here];
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) setAt((here + move + (here < 0 && move < 0 ? 1 : 0) + found.length) % found.length);
    else if (event.key === 'Escape') setLeft(text);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { found, here, choose, leave: () => setLeft(''), onKeyDown };
}
