import type { Channel, Person } from './api';
import { accountIn } from './useHalves';

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** A steady color from a name, so that the same person always looks the same. */
export const hue = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

export function Avatar({ name, kind }: { name: string; kind: 'person' | 'bot' }) {
  if (kind === 'bot')
    return (
      <span className="avatar bot" aria-hidden="true">
        <svg viewBox="0 0 24 24" width="70%" height="70%" aria-hidden="true">
          <circle cx="8.5" cy="9" r="3.2" />
          <circle cx="16" cy="10.5" r="2.4" />
          <path d="M3.5 19c0-3.4 2.2-5.4 5-5.4s5 2 5 5.4M13.8 15.2c.7-.4 1.4-.6 2.2-.6 2.5 0 4.3 1.7 4.3 4.4" />
        </svg>
      </span>
    );
  return (
    <span className="avatar" style={{ background: `hsl(${hue(name)} 42% 32%)` }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

const about = ({ roles, unit }: Person): string => [roles.join(', '), unit].filter(Boolean).join(', ');

const clients: readonly Channel[] = ['slack', 'teams'];
export const clientName: Readonly<Record<Channel, string>> = { slack: 'Slack', teams: 'Teams' };

type Asked = {
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly channel: Channel;
  readonly choose: (channel: Channel, id: string) => void;
};

/** Who one is in this half of the page, and in which client. */
export function Persona({ people, person, channel, choose }: Asked) {
  return (
    <label className="persona">
      <span className="hidden">Who you are in {clientName[channel]}</span>
      {person && <Avatar name={person.name} kind="person" />}
      <select
        value={person ? `${channel}:${person.id}` : ''}
        onChange={(event) => {
          const [to, id = ''] = event.target.value.split(':');
          choose(to === 'slack' ? 'slack' : 'teams', id);
        }}
      >
        {clients.map((client) => (
          <optgroup key={client} label={`In ${clientName[client]}`}>
            {people
              .filter((one) => accountIn(one, client) !== undefined)
              .map((one) => (
                <option key={one.id} value={`${client}:${one.id}`}>
                  {one.name}
                  {about(one) && ` (${about(one)})`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
