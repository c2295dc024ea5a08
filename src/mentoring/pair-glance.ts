/** A pair as its coordinator sees it at a glance: whether it runs, that the two met or are going to. */
export type Glance = {
  readonly state: 'trial' | 'active' | 'ended';
  readonly version: number;
  readonly sessions: number;
  readonly isPlanned: boolean;
};

/** What has happened between two people since somebody looked. */
export type SinceThen = 'ended' | 'met' | 'planned' | 'other';

/** The glance as a word that a button can carry: `3-2-1`. */
export const glanceOf = ({ version, sessions, isPlanned }: Glance): string =>
  `${version}-${sessions}-${isPlanned ? 1 : 0}`;

/** What a coordinator should know before she acts on what she saw; undefined where all is as it was, or she has not looked. */
export function changedSince(seen: string | undefined, now: Glance): SinceThen | undefined {
  if (now.state === 'ended') return 'ended';
  if (seen === undefined || seen === glanceOf(now)) return undefined;
  const [, sessions, planned] = seen.split('-').map(Number);
  if (sessions !== undefined && now.sessions > sessions) return 'met';
  return now.isPlanned && planned === 0 ? 'planned' : 'other';
}
