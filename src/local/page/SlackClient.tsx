import { type ReactNode, useState } from 'react';
import { api, type Channel, type Message, type Person, recordsAt } from './api';
import { Blocks } from './Blocks';
import { Composer } from './Composer';
import { Conversations } from './Conversations';
import { MessageList } from './MessageList';
import { ModalFrame } from './ModalFrame';
import { Avatar, Persona } from './Persona';
import { Said } from './Said';
import { Thread } from './Thread';
import { ThreadLine } from './ThreadLine';
import { threadsIn } from './threads';
import { useChat } from './useChat';
import { useConversation } from './useConversation';

type Shown = {
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly choose: (channel: Channel, id: string) => void;
  readonly toast: (says: string) => void;
};

/** A client of Slack for one person: the conversations, the bot's Home tab, and its forms. */
export function SlackClient({ people, person, choose, toast }: Shown) {
  const { chat, typing, act } = useChat('slack', person, toast);
  const id = person?.id ?? '';
  const [chosen, setChosen] = useState<{ id: string; tab: 'messages' | 'home' }>({ id, tab: 'messages' });
  // Another person begins at her messages.
  const tab = chosen.id === id ? chosen.tab : 'messages';
  const setTab = (next: 'messages' | 'home'): void => setChosen({ id, tab: next });
  const talk = useConversation(chat?.messages ?? [], id);
  const isShared = talk.place === 'shared';
  const shown = isShared ? 'messages' : tab;
  const send = (text: string): void => {
    const as = text.trim().startsWith('/') ? 'command' : isShared ? 'mention' : 'message';
    setTab('messages');
    void act(() => api.say({ person: id, channel: 'slack', as, text }));
  };
  const threads = threadsIn(talk.here);
  const [opened, setOpened] = useState<{ id: string; root: string }>();
  const root =
    shown === 'messages' && opened?.id === id ? threads.main.find((message) => message.id === opened.root) : undefined;
  const body = (message: Message): ReactNode =>
    message.blocks ? (
      <Blocks
        blocks={message.blocks}
        people={people}
        click={(clicked) => act(() => api.click({ person: id, channel: 'slack', message: message.id, ...clicked }))}
      />
    ) : (
      <Said message={message} channel="slack" person={id} />
    );
  const openHome = (): void => {
    setTab('home');
    void act(() => api.home({ person: id }));
  };

  return (
    <section className="client slack" aria-label="Slack">
      <header className="titlebar">
        <h2>Slack</h2>
        <Persona people={people} person={person} channel="slack" choose={choose} />
      </header>
      <div className="stage">
        <div className="under" inert={chat?.modal !== undefined}>
          <aside className="side">
            <p className="workspace">Public Assistance</p>
            <Conversations title="Slack" shared="#general" place={talk.place} news={talk.news} choose={talk.choose} />
          </aside>
          <div className="talk">
            <header className="head">
              {isShared ? <span className="hash">#</span> : <Avatar name="Mentor Exchange" kind="bot" />}
              <h3>{isShared ? 'general' : 'Mentor Exchange'}</h3>
              {!isShared && (
                <div className="tabs">
                  <button type="button" aria-pressed={shown === 'home'} onClick={openHome}>
                    Home
                  </button>
                  <button type="button" aria-pressed={shown === 'messages'} onClick={() => setTab('messages')}>
                    Messages
                  </button>
                </div>
              )}
            </header>
            {shown === 'home' ? (
              <section className="messages home" aria-label="App Home" aria-live="polite">
                {chat?.home ? (
                  <Blocks
                    blocks={recordsAt(chat.home.view, 'blocks')}
                    people={people}
                    click={(clicked) =>
                      act(() => api.click({ person: id, channel: 'slack', message: 'home', ...clicked }))
                    }
                  />
                ) : (
                  <p className="empty">Nothing here yet.</p>
                )}
              </section>
            ) : (
              <MessageList
                label="Messages in Slack"
                messages={threads.main}
                typing={typing && !root}
                empty={
                  isShared
                    ? 'Everybody reads what is written here. Only you see what the bot answers.'
                    : 'Say hello, or type /mentor help. (A restart empties this chat; what was agreed is kept: write mine.)'
                }
                body={body}
                foot={(message) =>
                  !message.ephemeral &&
                  message.thread === undefined && (
                    <ThreadLine
                      replies={threads.repliesTo(message.id)}
                      open={root?.id === message.id}
                      toggle={() => setOpened(root?.id === message.id ? undefined : { id, root: message.id })}
                    />
                  )
                }
              />
            )}
            {shown === 'messages' && (
              <Composer
                key={talk.place}
                label="Write in Slack"
                channel="slack"
                place={talk.place}
                suggests={(text) => text.startsWith('/')}
                hint={isShared ? 'Ask @Mentor Exchange in #general' : 'Message, or /mentor find interviewing'}
                send={send}
              />
            )}
          </div>
          {root && (
            <Thread
              key={root.id}
              root={root}
              replies={threads.repliesTo(root.id)}
              typing={typing}
              body={body}
              send={(text) =>
                void act(() => api.say({ person: id, channel: 'slack', as: 'message', thread: root.id, text }))
              }
              close={() => setOpened(undefined)}
            />
          )}
        </div>
        {chat?.modal && <ModalFrame key={chat.modal.id} modal={chat.modal} person={id} people={people} act={act} />}
      </div>
    </section>
  );
}
