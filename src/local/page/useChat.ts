import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Channel, type Chat, type Person } from './api';
import { useEvents } from './events';

export type ChatState = {
  readonly chat: Chat | undefined;
  readonly typing: boolean;
  /** Runs something the person does: shows that a turn is under way, and its refusal in words. */
  readonly act: (what: () => Promise<unknown>) => Promise<void>;
};

const patience = 2500;

/** What one person's client shows, kept up to date. */
export function useChat(channel: Channel, person: Person | undefined, toast: (says: string) => void): ChatState {
  const [chat, setChat] = useState<Chat>();
  const [waiting, setWaiting] = useState(0);
  const seen = useRef<{ person: string; troubles: number; bots: string }>(undefined);
  /** How many looks were begun; the first of them whose answer is still news. Answers can overtake each other. */
  const looks = useRef({ begun: 0, news: 0 });
  const id = person?.id;
  const account = channel === 'slack' ? person?.slackUser : person?.teamsUser;

  const load = useCallback(async () => {
    if (id === undefined) return;
    looks.current.begun += 1;
    const look = looks.current.begun;
    try {
      const loaded = await api.chat(channel, id);
      if (look < looks.current.news) return;
      looks.current.news = look;
      const before = seen.current?.person === id ? seen.current : undefined;
      for (const says of loaded.troubles.slice(before?.troubles ?? loaded.troubles.length)) toast(says);
      const bots = botsPart(loaded);
      if (before && bots !== before.bots) setWaiting(0);
      seen.current = { person: id, troubles: loaded.troubles.length, bots };
      setChat(loaded);
    } catch (error) {
      toast(inWords(error));
    }
  }, [channel, id, toast]);

  useEffect(() => {
    looks.current.news = looks.current.begun + 1;
    setChat(undefined);
    setWaiting(0);
    void load();
  }, [load]);
  useEvents(channel, account, load);

  const act = useCallback(
    async (what: () => Promise<unknown>) => {
      setWaiting((count) => count + 1);
      try {
        await what();
        setTimeout(() => setWaiting((count) => Math.max(0, count - 1)), patience);
      } catch (error) {
        setWaiting(0);
        toast(inWords(error));
      }
      await load();
    },
    [load, toast],
  );
  return { chat, typing: waiting > 0 || chat?.typing === true, act };
}

/** All that the bot shows: when it changes, the turn has been answered. */
const botsPart = ({ messages, modal, dialog, home }: Chat): string =>
  JSON.stringify([messages.filter((message) => message.from === 'bot'), modal, dialog, home?.hash]);

const inWords = (error: unknown): string =>
  error instanceof TypeError
    ? 'The local server does not answer. Is it still running?'
    : String(error instanceof Error ? error.message : error);
