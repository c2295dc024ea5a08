import { useState } from 'react';
import { api, type Person, recordsAt } from './api';
import { Blocks } from './Blocks';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { ModalFrame } from './ModalFrame';
import { Persona } from './Persona';
import { useChat } from './useChat';

type Shown = {
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly choose: (id: string) => void;
  readonly toast: (says: string) => void;
};

/** A client of Slack for one person: the conversation with the bot, its Home tab, and its forms. */
export function SlackClient({ people, person, choose, toast }: Shown) {
  const [tab, setTab] = useState<'messages' | 'home'>('messages');
  const { chat, typing, act } = useChat('slack', person, toast);
  const id = person?.id ?? '';
  const send = (text: string, place: 'private' | 'shared'): void => {
    const as = text.trim().startsWith('/') ? 'command' : place === 'shared' ? 'mention' : 'message';
    setTab('messages');
    void act(() => api.say({ person: id, channel: 'slack', as, text }));
  };
  const openHome = (): void => {
    setTab('home');
    void act(() => api.home({ person: id }));
  };

  return (
    <section className="client slack" aria-label="Slack">
      <header>
        <h2>Slack</h2>
        <Persona label="Who you are in Slack" people={people} person={person} choose={choose} />
        <div className="row">
          <button type="button" aria-pressed={tab === 'messages'} onClick={() => setTab('messages')}>
            Messages
          </button>
          <button type="button" aria-pressed={tab === 'home'} onClick={openHome}>
            App Home
          </button>
        </div>
      </header>
      <div className="stage">
        <div className="under" inert={chat?.modal !== undefined}>
          {tab === 'home' ? (
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
              messages={chat?.messages ?? []}
              typing={typing}
              empty="Say hello, or type /mentor help. (A restart empties this chat; what was agreed is kept: write mine.)"
              sharedPlace="#general"
              body={(message) =>
                message.blocks ? (
                  <Blocks
                    blocks={message.blocks}
                    people={people}
                    click={(clicked) =>
                      act(() => api.click({ person: id, channel: 'slack', message: message.id, ...clicked }))
                    }
                  />
                ) : (
                  <p className="said">{message.text}</p>
                )
              }
            />
          )}
          <Composer label="Write in Slack" hint="Message, or /mentor find interviewing" shared="#general" send={send} />
        </div>
        {chat?.modal && <ModalFrame key={chat.modal.id} modal={chat.modal} person={id} people={people} act={act} />}
      </div>
    </section>
  );
}
