import type { Place } from './api';
import { Avatar } from './Persona';

type Shown = {
  readonly title: string;
  readonly shared: string;
  readonly place: Place;
  readonly news: boolean;
  readonly choose: (place: Place) => void;
};

/** The conversations of a client: the one with the bot, and the one where others read along. */
export function Conversations({ title, shared, place, news, choose }: Shown) {
  const named = (one: Place): string => (one === 'private' ? 'Mentor Exchange' : shared);
  return (
    <nav className="conversations" aria-label={`Conversations in ${title}`}>
      <ul>
        {(['private', 'shared'] as const).map((one) => (
          <li key={one}>
            <button type="button" aria-current={place === one ? 'page' : undefined} onClick={() => choose(one)}>
              {one === 'private' ? <Avatar name={named(one)} kind="bot" /> : <span className="hash">#</span>}
              <span className="name">{named(one).replace(/^#/, '')}</span>
              {news && place !== one && <span className="dot">New</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
