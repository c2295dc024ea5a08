import type { Platform } from '../calls';
import type { Json } from '../json';
import type { SlackStandIn } from '../slack/standIn';
import { general } from '../slack/world';
import { group } from '../teams/rooms';
import type { TeamsStandIn } from '../teams/standIn';

type StandIns = { readonly slack: SlackStandIn; readonly teams: TeamsStandIn };

/** A message as the page draws it. `place` tells where it stands: alone with the bot, or where all read along. */
type ShownMessage = {
  readonly id: string;
  readonly from: 'bot' | 'me' | 'other';
  readonly author: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly card?: Json;
  readonly summary?: string;
  /** The message in whose thread this one stands. */
  readonly thread?: string;
  readonly ephemeral: boolean;
  readonly replaced: boolean;
  readonly place: 'private' | 'shared';
  /** One's own words, of which it is known how they were understood. */
  readonly understood?: true;
  /** ISO, the demo's time. */
  readonly at: string;
};

/** What one person's client shows. `troubles` are failures the client would show, oldest first. */
export type ShownChat = {
  readonly channel: Platform;
  readonly person: string;
  readonly messages: readonly ShownMessage[];
  readonly modal?: {
    readonly id: string;
    readonly hash: string;
    readonly view: Json;
    readonly errors: Readonly<Record<string, string>>;
  };
  readonly dialog?: {
    readonly id: string;
    readonly title: string;
    readonly card?: Json;
    readonly says?: string;
  };
  readonly home?: { readonly hash: string; readonly view: Json };
  readonly typing: boolean;
  readonly troubles: readonly string[];
};

const who = (from: string, me: string, bot: string): ShownMessage['from'] =>
  from === bot ? 'bot' : from === me ? 'me' : 'other';

/** A text as Slack's clients show it: whoever is mentioned by id appears by name. */
const withNames = (text: string, nameOf: (account: string) => string): string =>
  text.replace(/<@([UW]\w+)(?:\|[^>]*)?>/g, (_, account: string) => `@${nameOf(account)}`);

const concerns =
  (me: string) =>
  (trouble: { readonly user?: string }): boolean =>
    trouble.user === undefined || trouble.user === me;

function slackChat(person: string, me: string, names: ReadonlyMap<string, string>, slack: SlackStandIn): ShownChat {
  const { botUser, botName } = slack.setting;
  const [modal, home] = [slack.modalOf(me), slack.homeOf(me)];
  const nameOf = (account: string): string => (account === botUser ? botName : (names.get(account) ?? account));
  return {
    channel: 'slack',
    person,
    messages: slack.seenBy(me).map((message) => ({
      id: message.ts,
      from: who(message.from, me, botUser),
      author: nameOf(message.from),
      text: withNames(message.text, nameOf),
      ...(message.blocks && { blocks: message.blocks }),
      ...(message.thread !== undefined && { thread: message.thread }),
      ephemeral: message.onlyFor !== undefined,
      replaced: message.edited === true,
      place: message.channel === general ? 'shared' : 'private',
      at: message.at,
    })),
    ...(modal && { modal: { id: modal.id, hash: modal.hash, view: modal.shown, errors: modal.errors } }),
    ...(home && { home: { hash: home.hash, view: home.shown } }),
    typing: false,
    troubles: slack
      .troubles()
      .filter(concerns(me))
      .map((trouble) => trouble.says),
  };
}

function teamsChat(person: string, me: string, names: ReadonlyMap<string, string>, teams: TeamsStandIn): ShownChat {
  const dialog = teams.dialogOf(me);
  return {
    channel: 'teams',
    person,
    messages: teams.seenBy(me).map((message) => ({
      id: message.id,
      from: who(message.from, me, 'bot'),
      author: message.from === 'bot' ? teams.setting.botName : (names.get(message.from) ?? message.from),
      text: message.text ?? '',
      ...(message.card && { card: message.card }),
      ...(message.summary !== undefined && { summary: message.summary }),
      ephemeral: false,
      replaced: message.edited === true,
      place: message.conversation === group ? 'shared' : 'private',
      at: message.at,
    })),
    ...(dialog && { dialog }),
    typing: teams.isTyping(me),
    troubles: teams
      .troubles()
      .filter(concerns(me))
      .map((trouble) => trouble.says),
  };
}

/** The same chat, with a mark at one's own messages of which it is known how they were understood. */
export const withUnderstood = (chat: ShownChat, knows: (message: string) => boolean): ShownChat => ({
  ...chat,
  messages: chat.messages.map((message) =>
    message.from === 'me' && knows(message.id) ? { ...message, understood: true } : message,
  ),
});

/** The chat of this person's account `me`; `names` are display names by account. */
export const shownChat = (
  channel: Platform,
  person: string,
  me: string,
  names: ReadonlyMap<string, string>,
  { slack, teams }: StandIns,
): ShownChat => (channel === 'slack' ? slackChat(person, me, names, slack) : teamsChat(person, me, names, teams));
