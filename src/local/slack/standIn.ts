import type { Router } from 'express';
import type { Handed, Unsent } from '../handed';
import { unsent } from '../handed';
import type { Json } from '../json';
import { createActs } from './acts';
import { slackRouter } from './api';
import type { SlackMessage } from './chats';
import type { Click, ClickPlace } from './click';
import { createSays, type EventSent } from './says';
import type { Entered } from './values';
import type { SlackView } from './views';
import {
  createSlackWorld,
  directOf,
  general,
  type SlackChange,
  type SlackSetting,
  type SlackUser,
  type SlackWorld,
  type Trouble,
} from './world';

type Outcome = Promise<Handed | Unsent>;

/** A stand-in for Slack: the Web API for the bot, and people who use Slack's client. People are named by user id. */
export type SlackStandIn = {
  readonly router: Router;
  readonly setting: Pick<
    SlackWorld,
    'teamId' | 'appId' | 'botUser' | 'botName' | 'command' | 'signingSecret' | 'botToken'
  >;
  readonly slashCommand: (user: string, text: string, channel?: string) => Outcome;
  readonly message: (user: string, text: string) => Promise<EventSent | Unsent>;
  readonly mention: (user: string, text: string, channel?: string) => Promise<EventSent | Unsent>;
  /** Words in the thread of a message that this person sees. */
  readonly reply: (user: string, ts: string, text: string) => Promise<EventSent | Unsent>;
  readonly openHome: (user: string) => Promise<EventSent | Unsent>;
  readonly click: (user: string, place: ClickPlace, click: Click) => Outcome;
  readonly submitView: (user: string, viewId: string, entered: Entered) => Outcome;
  readonly closeView: (user: string) => Outcome;
  readonly suggest: (user: string, blockId: string, text: string) => Promise<readonly Json[]>;
  /** Any event, by its inner body. */
  readonly event: (event: Json) => Promise<EventSent>;
  readonly retry: (eventId: string, number: 1 | 2 | 3, reason?: string) => Promise<Handed>;
  /** What this person's client shows, oldest first: the conversation with the bot and #general. */
  readonly seenBy: (user: string) => readonly SlackMessage[];
  /** The names under which the bot can write to this person: the conversation with her, and she herself. */
  readonly conversationsOf: (user: string) => readonly string[];
  readonly modalOf: (user: string) => SlackView | undefined;
  readonly homeOf: (user: string) => SlackView | undefined;
  readonly troubles: () => readonly Trouble[];
  readonly watch: (tell: (change: SlackChange) => void) => () => void;
};

export function createSlackStandIn(setting: SlackSetting): SlackStandIn {
  const world = createSlackWorld(setting);
  const says = createSays(world);
  const acts = createActs(world);

  const as = async <Done>(user: string, act: (user: SlackUser) => Promise<Done>): Promise<Done | Unsent> => {
    const known = await world.directory.find(user);
    return known ? act(known) : unsent(`Nobody in this workspace has the id ${user}.`);
  };

  const seenBy = (user: string): readonly SlackMessage[] =>
    [...world.chats.of(directOf(user)), ...world.chats.of(general)]
      .filter((message) => message.onlyFor === undefined || message.onlyFor === user)
      .toSorted((one, other) => Number(one.ts) - Number(other.ts));

  return {
    router: slackRouter(world),
    setting: world,
    slashCommand: (user, text, channel) => as(user, (known) => says.command(known, text, channel)),
    message: (user, text) => as(user, (known) => says.message(known, text)),
    mention: (user, text, channel) => as(user, (known) => says.mention(known, text, channel)),
    reply: (user, ts, text) =>
      as(user, async (known) => {
        const to = seenBy(user).find((message) => message.ts === ts);
        return to ? says.reply(known, to, text) : unsent('There is no such message to reply to.');
      }),
    openHome: (user) => as(user, says.openHome),
    click: (user, place, click) => as(user, (known) => acts.click(known, place, click)),
    submitView: (user, viewId, entered) => as(user, (known) => acts.submit(known, viewId, entered)),
    closeView: (user) => as(user, acts.close),
    suggest: async (user, blockId, text) => {
      const known = await world.directory.find(user);
      return known ? acts.suggest(known, blockId, text) : [];
    },
    event: says.event,
    retry: says.retry,
    seenBy,
    conversationsOf: (user) => [directOf(user), user],
    modalOf: world.views.openOf,
    homeOf: world.views.homeOf,
    troubles: world.troubles,
    watch: world.watch,
  };
}
