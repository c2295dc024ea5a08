import { api, type Person } from './api';
import { CardView } from './CardView';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { openLink } from './openLink';
import { Persona } from './Persona';
import { useChat } from './useChat';

type Shown = {
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly choose: (id: string) => void;
  readonly toast: (says: string) => void;
};

/** A client of Teams for one person: the chat with the bot. */
export function TeamsClient({ people, person, choose, toast }: Shown) {
  const { chat, typing, act } = useChat('teams', person, toast);
  const id = person?.id ?? '';
  const send = (text: string, place: 'private' | 'shared'): void => {
    const as = place === 'shared' ? 'mention' : 'message';
    void act(() => api.say({ person: id, channel: 'teams', as, text }));
  };
  return (
    <section className="client teams" aria-label="Teams">
      <header>
        <h2>Teams</h2>
        <Persona label="Who you are in Teams" people={people} person={person} choose={choose} />
        <div className="row">
          <button type="button" onClick={() => act(() => api.install({ person: id }))}>
            Add the app
          </button>
        </div>
      </header>
      <div className="stage">
        <div className="under">
          <MessageList
            label="Messages in Teams"
            messages={chat?.messages ?? []}
            typing={typing}
            empty="Say hello. (A restart empties this chat; what was agreed is kept: write mine.)"
            sharedPlace="the group chat"
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
            hint="Message, like: find interviewing"
            shared="the group chat"
            send={send}
          />
        </div>
      </div>
    </section>
  );
}
