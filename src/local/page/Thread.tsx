import { type ReactNode, useEffect, useRef } from 'react';
import type { Message } from './api';
import { Composer } from './Composer';
import { Icon } from './icons';
import { MessageList } from './MessageList';
import { useFocusBack } from './useTrap';

type Shown = {
  readonly root: Message;
  readonly replies: readonly Message[];
  readonly typing: boolean;
  readonly body: (message: Message) => ReactNode;
  readonly send: (text: string) => void;
  readonly close: () => void;
};

/** A Slack thread beside the conversation, or in its place where there is no room. Escape closes it. */
export function Thread({ root, replies, typing, body, send, close }: Shown) {
  const pane = useRef<HTMLElement>(null);
  useFocusBack(pane);
  useEffect(() => pane.current?.querySelector<HTMLElement>('.composer input')?.focus(), []);
  return (
    <aside
      ref={pane}
      className="thread"
      aria-label="Thread in Slack"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <header className="head">
        <h3>Thread</h3>
        <button type="button" className="quiet plain" aria-label="Close the thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList label="Messages in the thread" messages={[root, ...replies]} typing={typing} empty="" body={body} />
      <Composer
        label="Reply in the thread"
        channel="slack"
        place={root.place}
        suggests={() => false}
        hint={root.place === 'shared' ? 'Ask @Mentor Exchange in this thread' : 'Reply'}
        send={send}
      />
    </aside>
  );
}
