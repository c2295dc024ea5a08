import { type Handed, type Unsent, unsent } from '../handed';
import { isRecord, type Json, textAt } from '../json';
import { post } from '../post';
import * as activities from './activities';
import { actionsOf } from './cardParts';
import { inputValues, type Typed } from './inputs';
import { applyInvokeAnswer } from './invoked';
import { group, type TeamsMessage } from './rooms';
import { createTeamsSearch } from './search';
import type { TeamsUser, TeamsWorld } from './world';

/** A link was opened: nothing was sent to the bot. */
export type Opened = { readonly ok: true; readonly opens: string };
export type Outcome = Promise<Handed | Unsent | Opened>;

/** What somebody does in Teams. `action` is the title of an action, or its place among the card's actions from 0. */
export type TeamsActs = {
  readonly say: (user: TeamsUser, conversation: string, text: string) => Promise<Handed>;
  readonly install: (user: TeamsUser) => Promise<Handed>;
  readonly uninstall: (user: TeamsUser) => Promise<Handed>;
  readonly act: (
    user: TeamsUser,
    message: string,
    action: string | number,
    typed: Typed,
    how: 'as is' | 'fallback',
  ) => Outcome;
  /** The choices ({title, value}) that the bot offers for what was typed into a search field of a card. */
  readonly search: (user: TeamsUser, message: string, input: string, text: string) => Promise<readonly Json[]>;
  readonly send: (what: string, activity: Json, user?: string) => Promise<Handed>;
};

const sentToBot = (action: Json): boolean => action.type === 'Action.Execute' || action.type === 'Action.Submit';

const dataOf = (action: Json, inputs: Readonly<Record<string, string>>): Json => ({
  ...(isRecord(action.data) && action.data),
  ...inputs,
});

type Pressed = { readonly action: Json; readonly inputs: Readonly<Record<string, string>> };

/** The action that is pressed, with what stands in the inputs; or what a client does instead of sending it. */
function press(
  card: Json,
  wanted: string | number,
  typed: Typed,
  offered: (input: string) => readonly Json[],
): Pressed | Unsent | Opened {
  const all = actionsOf(card);
  const action = typeof wanted === 'number' ? all[wanted] : all.find((one) => one.title === wanted);
  if (!action) return unsent(`There is no "${wanted}" on this card.`);
  if (action.type === 'Action.OpenUrl') return { ok: true, opens: textAt(action, 'url') ?? '' };
  if (!sentToBot(action)) return unsent(`"${wanted}" works inside the card only.`);
  if (action.associatedInputs === 'none') return { action, inputs: {} };
  const inputs = inputValues(card, typed, offered);
  return inputs.ok ? { action, inputs: inputs.data } : unsent('Some fields still need you.', inputs.errors);
}

export function createTeamsActs(world: TeamsWorld): TeamsActs {
  const send = async (what: string, activity: Json, user?: string): Promise<Handed> => {
    const conversation = isRecord(activity.conversation) ? textAt(activity.conversation, 'id') : undefined;
    const handed = await post(
      {
        platform: 'teams',
        what,
        logged: activity,
        url: `${world.target()}/api/messages`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        within: world.answerWithin,
        ...(conversation !== undefined && { conversation }),
      },
      world.log,
    );
    if (!handed.ok) world.trouble({ ...(user !== undefined && { user }), says: handed.says });
    return handed;
  };

  const find = (user: TeamsUser, id: string): TeamsMessage | undefined =>
    world.rooms.find(world.rooms.personal(user.id), id) ?? world.rooms.find(group, id);

  const execute = async (user: TeamsUser, message: TeamsMessage, action: Json, data: Json): Promise<Handed> => {
    const place = { conversation: message.conversation, on: message.id };
    const { fallback: _fallback, ...shown } = action;
    const handed = await send('execute', activities.execution(user, place, { ...shown, data }, world), user.id);
    if (handed.ok) applyInvokeAnswer(handed.body, message, user.id, world);
    return handed;
  };

  const search = createTeamsSearch(world, send);

  return {
    send,
    search: async (user, id, input, text) => {
      const message = find(user, id);
      return message ? search.ask(user, message, input, text) : [];
    },
    say: (user, conversation, text) => {
      const { id } = world.rooms.add({ conversation, from: user.id, text });
      world.changed(conversation === group ? undefined : user.id);
      return send('message', activities.message(user, conversation, text, id, world), user.id);
    },
    install: async (user) => {
      const conversation = world.rooms.personal(user.id);
      world.rooms.block(user.id, 'open');
      const [update, members] = activities.installation(user, conversation, world);
      const first = await send('install', update, user.id);
      return first.ok ? send('members', members, user.id) : first;
    },
    uninstall: (user) => {
      const conversation = world.rooms.personal(user.id);
      world.rooms.block(user.id, 'blocked');
      return send('uninstall', activities.removal(user, conversation, world), user.id);
    },
    act: async (user, id, wanted, typed, how) => {
      const message = find(user, id);
      if (!message?.card) return unsent('There is no such card to act on.');
      await search.settle(user, message, typed);
      const pressed = press(message.card, wanted, typed, (input) => search.offered(message, input));
      if (!('action' in pressed)) return pressed;
      const { action, inputs } = pressed;
      if (action.type === 'Action.Execute' && how === 'as is')
        return execute(user, message, action, dataOf(action, inputs));
      const submit = action.type === 'Action.Execute' && isRecord(action.fallback) ? action.fallback : action;
      const place = { conversation: message.conversation, on: message.id };
      return send('submit', activities.submission(user, place, dataOf(submit, inputs), world), user.id);
    },
  };
}
