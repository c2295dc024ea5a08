import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { Message } from './api';
import { Avatar } from './Persona';
import { dayOf, longTime, timeOfDay } from './times';

type Shown = {
  readonly label: string;
  readonly messages: readonly Message[];
  readonly typing: boolean;
  readonly empty: string;
  readonly body: (message: Message) => ReactNode;
  /** What stands under a message. */
  readonly foot?: (message: Message) => ReactNode;
};

const atEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < 120;

export function MessageList({ label, messages, typing, empty, body, foot }: Shown) {
  const box = useRef<HTMLElement>(null);
  const stay = useRef(true);
  const count = messages.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message or the typing note is what moves the view
  useEffect(() => {
    if (box.current && stay.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count, typing]);

  return (
    <section
      ref={box}
      className="messages"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onScroll={(event) => {
        stay.current = atEnd(event.currentTarget);
      }}
    >
      <ol aria-live="polite" aria-relevant="additions text">
        {count === 0 && <li className="empty">{empty}</li>}
        {messages.map((message, index) => (
          <Fragment key={message.id}>
            {dayOf(message.at) !== dayOf(messages[index - 1]?.at ?? '1970-01-01T00:00:00') && (
              <li className="day">
                <span>{dayOf(message.at)}</span>
              </li>
            )}
            <li className={`message ${message.from}`} data-message={message.id}>
              <Avatar name={message.author} kind={message.from === 'bot' ? 'bot' : 'person'} />
              <div className="content">
                <p className="byline">
                  <strong>{message.author}</strong>
                  {message.from === 'bot' && <span className="tag">App</span>}
                  <time dateTime={message.at} title={longTime(message.at)}>
                    {timeOfDay(message.at)}
                  </time>
                  {message.replaced && <span className="note">updated</span>}
                </p>
                {message.ephemeral && <p className="ephemeral">Only visible to you</p>}
                {body(message)}
                {foot?.(message)}
              </div>
            </li>
          </Fragment>
        ))}
        {typing && (
          <li className="typing">
            <span aria-hidden="true" className="dots">
              <i />
              <i />
              <i />
            </span>
            Mentor Exchange is writing
          </li>
        )}
      </ol>
    </section>
  );
}
