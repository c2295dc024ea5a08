import type { Person } from './api';

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
  const color = kind === 'bot' ? 'var(--bot)' : `hsl(${hue(name)} 50% 30%)`;
  return (
    <span className={`avatar ${kind}`} style={{ background: color }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

const about = ({ roles, unit }: Person): string => [roles.join(', '), unit].filter(Boolean).join(', ');

type Asked = {
  readonly label: string;
  readonly people: readonly Person[];
  readonly person: Person | undefined;
  readonly choose: (id: string) => void;
};

export function Persona({ label, people, person, choose }: Asked) {
  return (
    <label className="persona">
      <span className="hidden">{label}</span>
      {person && <Avatar name={person.name} kind="person" />}
      <select value={person?.id ?? ''} onChange={(event) => choose(event.target.value)}>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
            {about(one) && ` (${about(one)})`}
          </option>
        ))}
      </select>
    </label>
  );
}
