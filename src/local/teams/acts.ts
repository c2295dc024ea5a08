import { type Handed, type Unsent, unsent } from '../handed';
import { isRecord, type Json, textAt } from '../json';
import { post } from '../post';
import * as activities from './activities';
import { actionsOf } from './cardParts';
import { applyDialogAnswer } from './dialogAnswer';
import { inputValues, type Typed } from './inputs';
import { applyInvokeAnswer } from './invoked';
import { group } from './rooms';
import { createTeamsSearch } from './search';
import { type Surface, surfaceOf } from './surface';
import type { TeamsUser, TeamsWorld } from './world';

/** A link was opened: nothing was sent to the bot. */
export type Opened = { readonly ok: true; readonly opens: string };
export type Outcome = Promise<Handed | Unsent | Opened>;

/** What somebody does in Teams. `message` is an id, or `dialog`; `action` the title of an action, or its place from 0. */
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
  /** Shuts the window; the bot does not hear of it. */
  readonly closeDialog: (user: TeamsUser) => Promise<Handed | Unsent>;
  readonly send: (what: string, activity: Json, user?: string) => Promise<Handed>;
};

const sentToBot = (action: Json): boolean => action.type === 'Action.Execute' || action.type === 'Action.Submit';

const asksForDialog = ({ data }: Json): boolean =>
  isRecord(data) && isRecord(data.msteams) && data.msteams.type === 'task/fetch';

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

  const execute = async (user: TeamsUser, place: Surface & { readonly on: string }, action: Json): Promise<Handed> => {
    const { fallback: _fallback, ...shown } = action;
    const handed = await send('execute', activities.execution(user, place, shown, world), user.id);
    const message = world.rooms.find(place.conversation, place.on);
    if (handed.ok && message) applyInvokeAnswer(handed.body, message, user.id, world);
    return handed;
  };

  const task = async (user: TeamsUser, place: Surface, name: 'task/fetch' | 'task/submit', data: Json) => {
    const handed = await send(name, activities.task(user, place, name, data, world), user.id);
    const { conversation } = place;
    const id = place.on === undefined ? place.id : `dialog${world.ids()}`;
    if (handed.ok) applyDialogAnswer(handed.body, { id, conversation, user: user.id }, world);
    return handed;
  };

  const search = createTeamsSearch(world, send);

  return {
    send,
    search: async (user, id, input, text) => {
      const surface = surfaceOf(user.id, id, world);
      return surface ? search.ask(user, surface, input, text) : [];
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
      const surface = surfaceOf(user.id, id, world);
      if (!surface) return unsent('There is no such card to act on.');
      await search.settle(user, surface, typed);
      const pressed = press(surface.card, wanted, typed, (input) => search.offered(surface, input));
      if (!('action' in pressed)) return pressed;
      const { action, inputs } = pressed;
      const { on } = surface;
      if (on === undefined) return task(user, surface, 'task/submit', dataOf(action, inputs));
      if (action.type === 'Action.Execute' && how === 'as is')
        return execute(user, { ...surface, on }, { ...action, data: dataOf(action, inputs) });
      const submit = action.type === 'Action.Execute' && isRecord(action.fallback) ? action.fallback : action;
      const data = dataOf(submit, inputs);
      if (asksForDialog(submit) && how === 'as is') return task(user, surface, 'task/fetch', data);
      return send('submit', activities.submission(user, { ...surface, on }, data, world), user.id);
    },
    closeDialog: async (user) => {
      if (!world.dialogs.openOf(user.id)) return unsent('No window is open.');
      world.dialogs.close(user.id);
      world.changed(user.id);
      return { ok: true, status: 200, body: undefined };
    },
  };
}
