import { useEffect, useRef, useState } from 'react';
import type { Chat, Message } from './api';
import type { Place } from './Rail';

const countIn = (messages: readonly Message[], place: Place): number =>
  messages.filter((message) => message.place === place).length;

/** How many messages came to the place that is not looked at since it was looked at last. */
export function useUnread(chat: Chat | undefined, place: Place): (place: Place) => number {
  const [seen, setSeen] = useState<Readonly<Record<Place, number>>>({ private: 0, shared: 0 });
  const person = useRef<string>(undefined);
  const messages = chat?.messages;
  useEffect(() => {
    if (chat === undefined || messages === undefined) return;
    const isAnother = person.current !== chat.person;
    person.current = chat.person;
    setSeen((before) =>
      isAnother
        ? { private: countIn(messages, 'private'), shared: countIn(messages, 'shared') }
        : { ...before, [place]: countIn(messages, place) },
    );
  }, [chat, messages, place]);
  return (own) => (own === place || messages === undefined ? 0 : Math.max(0, countIn(messages, own) - seen[own]));
}
