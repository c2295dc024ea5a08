import { useState } from 'react';
import { api, type Hint, type Person, recordsAt } from './api';
import { Blocks } from './Blocks';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { ModalFrame } from './ModalFrame';
import { Persona } from './Persona';
import { type Place, Rail } from './Rail';
import { useChat } from './useChat';
import { useUnread } from './useUnread';

type Shown = {
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly hints: readonly Hint[];
  readonly choose: (id: string) => void;
  readonly toast: (says: string) => void;
};

/** A client of Slack for one person: the conversation with the bot, its Home tab, and its forms. */
export function SlackClient({ people, person, hints, choose, toast }: Shown) {
  const [tab, setTab] = useState<'messages' | 'home'>('messages');
  const [place, setPlace] = useState<Place>('private');
  const { chat, typing, act } = useChat('slack', person, toast);
  const unread = useUnread(chat, place);
  const id = person?.id ?? '';
  const send = (text: string): void => {
    const as = text.trim().startsWith('/') ? 'command' : place === 'shared' ? 'mention' : 'message';
    setTab('messages');
    void act(() => api.say({ person: id, channel: 'slack', as, text }));
  };
  const openHome = (): void => {
    setTab('home');
    void act(() => api.home({ person: id }));
  };
  const go = (to: Place): void => {
    setPlace(to);
    setTab('messages');
  };

  return (
    <section className="client slack" aria-label="Slack">
      <Rail workspace="Public Assistance" person={person} shared="general" place={place} choose={go} unread={unread} />
      <div className="main">
        <header>
          <h2>{place === 'shared' ? '# general' : 'Slack'}</h2>
          <Persona label="Who you are in Slack" people={people} person={person} choose={choose} />
          {place === 'private' && (
            <div className="tabs">
              <button type="button" aria-pressed={tab === 'home'} onClick={openHome}>
                App Home
              </button>
              <button type="button" aria-pressed={tab === 'messages'} onClick={() => setTab('messages')}>
                Messages
              </button>
            </div>
          )}
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
                  <p className="empty">One moment …</p>
                )}
              </section>
            ) : (
              <MessageList
                label="Messages in Slack"
                messages={(chat?.messages ?? []).filter((message) => message.place === place)}
                typing={typing}
                empty={
                  place === 'shared'
                    ? 'Everybody reads along here. Mention the bot: its answer is for you alone.'
                    : 'Say hello, or type /mentor help. (A restart empties this chat; what was agreed is kept: write mine.)'
                }
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
            <Composer
              label="Write in Slack"
              placeholder={place === 'shared' ? 'Message @Mentor Exchange in #general' : 'Message, or /mentor'}
              hints={hints}
              send={send}
            />
          </div>
          {chat?.modal && <ModalFrame key={chat.modal.id} modal={chat.modal} person={id} people={people} act={act} />}
        </div>
      </div>
    </section>
  );
}
