import type { DateTime } from 'luxon';
import type { CallLog } from '../calls';
import { createDirectory, type Directory } from '../directory';
import type { FaultBook } from '../faults';
import { type Chats, createChats } from './chats';
import { createResponseUrls, type ResponseUrls } from './responseUrls';
import { createTriggers, type Triggers } from './triggers';
import { createViews, type Views } from './views';

/** A Slack account of the stand-in workspace. `zone` is IANA; without one, users.info tells no time zone. */
export type SlackUser = {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly zone?: string;
  readonly deleted?: boolean;
};

/** What the stand-in tells those who watch: something in this person's client (or in a channel: nobody) has changed. */
export type SlackChange = { readonly user?: string };

/** A failure a real client would show, or that must not happen: shown on the page, asserted in tests. */
export type Trouble = { readonly user?: string; readonly says: string };

export type SlackSetting = {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Where this stand-in is mounted, without a slash at the end: the Web API is at `<base>/api/`. */
  readonly base: () => string;
  /** The app's origin: events go to `<target>/slack/events`. */
  readonly target: () => string;
  readonly users: () => Promise<readonly SlackUser[]>;
  /** Real time: signatures, triggers, response URLs, message ids. */
  readonly now: () => DateTime;
  /** The time that messages show; real time unless given. */
  readonly shownNow?: () => DateTime;
  /** A new short id each time, letters and digits. */
  readonly ids: () => string;
  readonly log: CallLog;
  readonly faults: FaultBook;
  readonly teamId?: string;
  readonly appId?: string;
  readonly botUser?: string;
  readonly botName?: string;
  readonly command?: string;
  /** What the bot may do; everything that it asks for unless given. */
  readonly scopes?: readonly string[];
  /** Whether the bot is a member of #general. */
  readonly inGeneral?: boolean;
  /** How long the app may take to acknowledge, in milliseconds of real time. */
  readonly ackWithin?: number;
};

export type SlackWorld = Required<SlackSetting> & {
  readonly directory: Directory<SlackUser>;
  readonly chats: Chats;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly changed: (user?: string) => void;
  readonly watch: (tell: (change: SlackChange) => void) => () => void;
  readonly trouble: (trouble: Trouble) => void;
  readonly troubles: () => readonly Trouble[];
};

/** What the manifest asks for. */
const askedScopes = [
  'commands',
  'chat:write',
  'im:write',
  'users:read',
  'app_mentions:read',
  'users:read.email',
  'im:history',
  'files:write',
];

/** The id of the one public channel. */
export const general = 'C0GENERAL';

/** The id of the bot as an app, beside its user id. */
export const botIdOf = (botUser: string): string => `B${botUser.slice(1)}`;

/** The id of the conversation between a person and the bot. */
export const directOf = (user: string): string => `D${user}`;

export function createSlackWorld(setting: SlackSetting): SlackWorld {
  const shownNow = setting.shownNow ?? setting.now;
  const watchers = new Set<(change: SlackChange) => void>();
  const troubles: Trouble[] = [];
  const changed = (user?: string): void => {
    for (const tell of watchers) tell(user === undefined ? {} : { user });
  };
  return {
    teamId: 'T0DEMO',
    appId: 'A0MENTOR',
    botUser: 'U0MENTOR',
    botName: 'Mentor Exchange',
    command: '/mentor',
    inGeneral: false,
    scopes: askedScopes,
    ackWithin: 3000,
    ...setting,
    shownNow,
    directory: createDirectory(setting.users, (user) => [user.id]),
    chats: createChats({ now: setting.now, shownNow }),
    views: createViews(setting.ids),
    triggers: createTriggers(setting),
    responseUrls: createResponseUrls(setting),
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
