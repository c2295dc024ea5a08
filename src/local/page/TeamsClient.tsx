import { useState } from 'react';
import { api, type Hint, type Person } from './api';
import { CardView } from './CardView';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { openLink } from './openLink';
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

/** A client of Teams for one person: the chat with the bot, and a group chat where others read along. */
export function TeamsClient({ people, person, hints, choose, toast }: Shown) {
  const [place, setPlace] = useState<Place>('private');
  const { chat, typing, act } = useChat('teams', person, toast);
  const unread = useUnread(chat, place);
  const id = person?.id ?? '';
  const send = (text: string): void => {
    const as = place === 'shared' ? 'mention' : 'message';
    void act(() => api.say({ person: id, channel: 'teams', as, text }));
  };
  return (
    <section className="client teams" aria-label="Teams">
      <Rail workspace="Chat" person={person} shared="Team chat" place={place} choose={setPlace} unread={unread} />
      <div className="main">
        <header>
          <h2>{place === 'shared' ? 'Team chat' : 'Teams'}</h2>
          <Persona label="Who you are in Teams" people={people} person={person} choose={choose} />
          {place === 'private' && (
            <div className="tabs">
              <button type="button" onClick={() => act(() => api.install({ person: id }))}>
                Add the app
              </button>
            </div>
          )}
        </header>
        <div className="stage">
          <div className="under">
            <MessageList
              label="Messages in Teams"
              messages={(chat?.messages ?? []).filter((message) => message.place === place)}
              typing={typing}
              empty={
                place === 'shared'
                  ? 'Everybody reads along here. Mention the bot: its answer comes to your own chat.'
                  : 'Say hello. (A restart empties this chat; what was agreed is kept: write mine.)'
              }
              body={(message) =>
                message.card ? (
                  <CardView
                    card={message.card}
                    execute={(action, values) =>
                      act(() => api.click({ person: id, channel: 'teams', message: message.id, action, values }))
                    }
                    open={openLink}
                    search={async (block, text) =>
                      (await api.search({ person: id, channel: 'teams', message: message.id, block, text })).options
                    }
                  />
                ) : (
                  <p className="said">{message.text}</p>
                )
              }
            />
            <Composer
              label="Write in Teams"
              placeholder={place === 'shared' ? 'Type a message to @Mentor Exchange' : 'Type a message'}
              hints={hints}
              send={send}
            />
          </div>
        </div>
      </div>
    </section>
  );
}
