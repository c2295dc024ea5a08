import { useState } from 'react';
import type { Message, Place } from './api';

/** Which conversation is open, what stands in it, and whether the other one has grown since it was left. */
export function useConversation(messages: readonly Message[], person: string) {
  const [place, setPlace] = useState<Place>('private');
  const [left, setLeft] = useState({ person, count: 0 });
  const elsewhere = messages.filter((message) => message.place !== place).length;
  const here = messages.filter((message) => message.place === place);
  const choose = (next: Place): void => {
    if (next !== place) setLeft({ person, count: here.length });
    setPlace(next);
  };
  const news = left.person === person ? elsewhere > left.count : elsewhere > 0 && place === 'shared';
  return { place, here, news, choose };
}
