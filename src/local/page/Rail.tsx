import type { ReactNode } from 'react';
import type { Person } from './api';
import { Avatar } from './Persona';

export type Place = 'private' | 'shared';

type Shown = {
  readonly workspace: string;
  readonly person: Person | undefined;
  readonly shared: string;
  readonly place: Place;
  readonly choose: (place: Place) => void;
  readonly unread: (place: Place) => number;
};

/** The list of conversations at the side of a client: the bot, and the one place where others read along. */
export function Rail({ workspace, person, shared, place, choose, unread }: Shown) {
  const entry = (own: Place, label: ReactNode, name: string): ReactNode => (
    <button type="button" aria-current={place === own ? 'page' : undefined} onClick={() => choose(own)}>
      {label}
      <span>{name}</span>
      {unread(own) > 0 && (
        <em>
          {unread(own)}
          <span className="hidden"> new</span>
        </em>
      )}
    </button>
  );
  return (
    <nav className="rail" aria-label={`Conversations of ${person?.name ?? 'nobody'}`}>
      <strong>{workspace}</strong>
      {entry('private', <Avatar name="Mentor Exchange" kind="bot" />, 'Mentor Exchange')}
      {entry(
        'shared',
        <span className="hash" aria-hidden="true">
          #
        </span>,
        shared,
      )}
    </nav>
  );
}
