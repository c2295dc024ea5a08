import type { DateTime } from 'luxon';
import type { CallLog } from '../calls';
import { createDirectory, type Directory } from '../directory';
import type { FaultBook } from '../faults';
import { createDialogs, type Dialogs } from './dialogs';
import { createRooms, type Rooms } from './rooms';

/** A Teams account: `id` is the Entra object id. `zone` is IANA. */
export type TeamsUser = {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly zone?: string;
  readonly locale?: string;
};

export type TeamsChange = { readonly user?: string };
export type TeamsTrouble = { readonly user?: string; readonly says: string };

export type TeamsSetting = {
  /** Where this stand-in is mounted, without a slash at the end; it is the serviceUrl of all activities ... */
  readonly base: () => string;
  /** ... but for people for whom this gives another one. */
  readonly serviceUrlOf?: (user: string) => string | undefined;
  /** The bot's origin: activities go to `<target>/api/messages`. */
  readonly target: () => string;
  readonly users: () => Promise<readonly TeamsUser[]>;
  /** Real time. */
  readonly now: () => DateTime;
  /** The time that messages show; real time unless given. */
  readonly shownNow?: () => DateTime;
  readonly ids: () => string;
  readonly log: CallLog;
  readonly faults: FaultBook;
  /** The bot's app id; its Teams id is `28:<botId>`. */
  readonly botId?: string;
  readonly botName?: string;
  readonly tenantId?: string;
  /** How long the bot may take to answer, in milliseconds of real time. */
  readonly answerWithin?: number;
};

export type TeamsWorld = Required<TeamsSetting> & {
  readonly directory: Directory<TeamsUser>;
  readonly rooms: Rooms;
  readonly dialogs: Dialogs;
  readonly changed: (user?: string) => void;
  readonly watch: (tell: (change: TeamsChange) => void) => () => void;
  readonly trouble: (trouble: TeamsTrouble) => void;
  readonly troubles: () => readonly TeamsTrouble[];
};

/** The id under which the bot knows somebody. It is an address, not an identity. */
export const addressOf = (user: string): string => `29:${user}`;

export function createTeamsWorld(setting: TeamsSetting): TeamsWorld {
  const shownNow = setting.shownNow ?? setting.now;
  const watchers = new Set<(change: TeamsChange) => void>();
  const troubles: TeamsTrouble[] = [];
  const changed = (user?: string): void => {
    for (const tell of watchers) tell(user === undefined ? {} : { user });
  };
  return {
    botId: '00000000-0000-4000-8000-0000000000b0',
    botName: 'Mentor Exchange',
    tenantId: '00000000-0000-4000-8000-0000000000d0',
    answerWithin: 15_000,
    serviceUrlOf: () => undefined,
    ...setting,
    shownNow,
    directory: createDirectory(setting.users, (user) => [user.id, addressOf(user.id)]),
    rooms: createRooms({ ids: setting.ids, shownNow }),
    dialogs: createDialogs(),
    changed,
    watch: (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    trouble: (trouble) => {
      troubles.push(trouble);
      changed(trouble.user);
    },
    troubles: () => [...troubles],
  };
}
