import { useState } from 'react';
import type { Channel, Person } from './api';

export const sides = ['left', 'right'] as const;
export type Side = (typeof sides)[number];
/** Who somebody is in one half of the page, and in which client. */
export type Half = { readonly channel: Channel; readonly person: Person };

export const accountIn = ({ slackUser, teamsUser }: Person, channel: Channel): string | undefined =>
  channel === 'slack' ? slackUser : teamsUser;

const startsWith: Readonly<Record<Side, Channel>> = { left: 'slack', right: 'teams' };

/** The halves that the address names, such as `#left=slack:ben&right=teams:ana`. */
const inAddress = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));

function chosenHalf(people: readonly Person[], chosen: string | null): Half | undefined {
  const [channel, id] = chosen?.split(':') ?? [];
  const person = people.find((one) => one.id === id);
  if (!person || (channel !== 'slack' && channel !== 'teams')) return undefined;
  return accountIn(person, channel) === undefined ? undefined : { channel, person };
}

function firstHalf(people: readonly Person[], side: Side, other: Person | undefined): Half | undefined {
  const channel = startsWith[side];
  const all = people.filter((person) => accountIn(person, channel) !== undefined);
  const person = all.find(({ id }) => id !== other?.id) ?? all[0];
  return person && { channel, person };
}

/** Any two people side by side, each in Slack or in Teams; remembered in the address. */
export function useHalves(people: readonly Person[]) {
  const [chosen, setChosen] = useState(inAddress);
  const left = chosenHalf(people, chosen.get('left')) ?? firstHalf(people, 'left', undefined);
  const right = chosenHalf(people, chosen.get('right')) ?? firstHalf(people, 'right', left?.person);
  const choose = (side: Side, channel: Channel, id: string): void => {
    const next = inAddress();
    next.set(side, `${channel}:${id}`);
    history.replaceState(null, '', `#${next}`);
    setChosen(next);
  };
  return { halves: { left, right }, choose };
}
