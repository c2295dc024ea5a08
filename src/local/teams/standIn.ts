import type { Router } from 'express';
import { type Handed, type Unsent, unsent } from '../handed';
import type { Json } from '../json';
import { message } from './activities';
import { createTeamsActs, type Outcome } from './acts';
import { teamsRouter } from './api';
import type { TeamsDialog } from './dialogs';
import type { Typed } from './inputs';
import { group, type TeamsMessage } from './rooms';
import {
  createTeamsWorld,
  type TeamsChange,
  type TeamsSetting,
  type TeamsTrouble,
  type TeamsUser,
  type TeamsWorld,
} from './world';

/** A stand-in for Teams: the connector for the bot, and people who use the Teams client. People are named by Entra object id. */
export type TeamsStandIn = {
  readonly router: Router;
  readonly setting: Pick<TeamsWorld, 'botId' | 'botName' | 'tenantId'>;
  readonly install: (user: string) => Promise<Handed | Unsent>;
  readonly uninstall: (user: string) => Promise<Handed | Unsent>;
  readonly message: (user: string, text: string) => Promise<Handed | Unsent>;
  /** Words in the group chat, with a mention of the bot. */
  readonly groupMessage: (user: string, text: string) => Promise<Handed | Unsent>;
  /** Presses an action of a card: an Execute as invoke, a Submit as message or for a dialog, a link gives its address. */
  readonly execute: (user: string, message: string, action: string | number, typed?: Typed) => Outcome;
  /** Presses an Execute in a client that only knows its Submit fallback. */
  readonly submitFallback: (user: string, message: string, action: string | number, typed?: Typed) => Outcome;
  /** The choices that the bot offers for what was typed into a search field of a card. */
  readonly search: (user: string, message: string, input: string, text: string) => Promise<readonly Json[]>;
  readonly closeDialog: (user: string) => Promise<Handed | Unsent>;
  readonly dialogOf: (user: string) => TeamsDialog | undefined;
  /** Any activity, as it is. */
  readonly activity: (activity: Json) => Promise<Handed>;
  /** The body of a plain message from this person, to be changed and sent by `activity`. */
  readonly draft: (user: string, text: string) => Promise<Json | Unsent>;
  readonly seenBy: (user: string) => readonly TeamsMessage[];
  readonly isTyping: (user: string) => boolean;
  readonly conversationOf: (user: string) => string;
  readonly troubles: () => readonly TeamsTrouble[];
  readonly watch: (tell: (change: TeamsChange) => void) => () => void;
};

export function createTeamsStandIn(setting: TeamsSetting): TeamsStandIn {
  const world = createTeamsWorld(setting);
  const acts = createTeamsActs(world);
  const { rooms } = world;

  const as = async <Done>(id: string, act: (user: TeamsUser) => Promise<Done>): Promise<Done | Unsent> => {
    const user = await world.directory.find(id);
    return user ? act(user) : unsent(`Nobody in this tenant has the id ${id}.`);
  };

  return {
    router: teamsRouter(world),
    setting: world,
    install: (id) => as(id, acts.install),
    uninstall: (id) => as(id, acts.uninstall),
    message: (id, text) => as(id, (user) => acts.say(user, rooms.personal(user.id), text)),
    groupMessage: (id, text) => as(id, (user) => acts.say(user, group, text)),
    execute: (id, on, action, typed = {}) => as(id, (user) => acts.act(user, on, action, typed, 'as is')),
    submitFallback: (id, on, action, typed = {}) => as(id, (user) => acts.act(user, on, action, typed, 'fallback')),
    search: async (id, on, input, text) => {
      const user = await world.directory.find(id);
      return user ? acts.search(user, on, input, text) : [];
    },
    closeDialog: (id) => as(id, acts.closeDialog),
    dialogOf: world.dialogs.openOf,
    activity: (activity) => acts.send('activity', activity),
    draft: (id, text) =>
      as(id, async (user) => message(user, rooms.personal(user.id), text, `draft${setting.ids()}`, world)),
    seenBy: (id) => [...rooms.of(rooms.personal(id)), ...rooms.of(group)].toSorted((one, other) => one.n - other.n),
    isTyping: (id) => rooms.isTyping(rooms.personal(id)),
    conversationOf: rooms.personal,
    troubles: world.troubles,
    watch: world.watch,
  };
}
