import { api, type Channel, type Person } from './api';
import { CardView } from './CardView';
import { Composer } from './Composer';
import { Conversations } from './Conversations';
import { DialogFrame } from './DialogFrame';
import { Icon } from './icons';
import { MessageList } from './MessageList';
import { openLink } from './openLink';
import { Avatar, Persona } from './Persona';
import { Said } from './Said';
import { useChat } from './useChat';
import { useConversation } from './useConversation';

type Shown = {
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly choose: (channel: Channel, id: string) => void;
  readonly toast: (says: string) => void;
};

/** A client of Teams for one person: the chat with the bot, and a group chat it is in. */
export function TeamsClient({ people, person, choose, toast }: Shown) {
  const { chat, typing, act } = useChat('teams', person, toast);
  const id = person?.id ?? '';
  const talk = useConversation(chat?.messages ?? [], id);
  const isShared = talk.place === 'shared';
  const send = (text: string): void => {
    const as = isShared ? 'mention' : 'message';
    void act(() => api.say({ person: id, channel: 'teams', as, text }));
  };
  return (
    <section className="client teams" aria-label="Teams">
      <header className="titlebar">
        <h2>Teams</h2>
        <Persona people={people} person={person} channel="teams" choose={choose} />
      </header>
      <div className="stage">
        <div className="under" inert={chat?.dialog !== undefined}>
          <div className="rail" aria-hidden="true">
            <Icon name="bell" />
            <span className="here">
              <Icon name="chat" />
            </span>
            <Icon name="people" />
            <Icon name="calendar" />
          </div>
          <aside className="side">
            <p className="workspace">Chat</p>
            <Conversations title="Teams" shared="Everybody" place={talk.place} news={talk.news} choose={talk.choose} />
          </aside>
          <div className="talk">
            <header className="head">
              {!isShared && <Avatar name="Mentor Exchange" kind="bot" />}
              <h3>{isShared ? 'Everybody' : 'Mentor Exchange'}</h3>
              <button type="button" className="quiet" onClick={() => act(() => api.install({ person: id }))}>
                Add the app
              </button>
            </header>
            <MessageList
              label="Messages in Teams"
              messages={talk.here}
              typing={typing}
              empty={
                isShared
                  ? 'Everybody in this group chat reads along. What the bot has to say comes to your own chat with it.'
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
                  <Said message={message} channel="teams" person={id} />
                )
              }
            />
            <Composer
              key={talk.place}
              label="Write in Teams"
              channel="teams"
              place={talk.place}
              suggests={(text) => !text.includes(' ')}
              hint={isShared ? 'Ask @Mentor Exchange in the group' : 'Message, like: find interviewing'}
              send={send}
            />
          </div>
        </div>
        {chat?.dialog && <DialogFrame key={chat.dialog.id} dialog={chat.dialog} person={id} act={act} />}
      </div>
    </section>
  );
}
