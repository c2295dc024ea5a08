import { type Unsent, unsent } from '../handed';
import { type Json, recordsAt } from '../json';
import type { SlackMessage } from './chats';
import { type Found, findElement } from './elements';
import { messageClick, viewClick } from './envelopes';
import type { Offers } from './offers';
import { stateOf } from './state';
import { type Entered, elementState } from './values';
import type { SlackView } from './views';
import type { SlackUser, SlackWorld } from './world';

/** Where somebody clicks: a message, the open modal, or the Home view. */
export type ClickPlace = { readonly channel: string; readonly ts: string } | 'modal' | 'home';
export type Click = {
  /** The action_id, or the label of a button. */
  readonly action: string;
  readonly block?: string;
  /** What was chosen, for anything but a button. */
  readonly value?: string | readonly string[];
  /** What stands in the other fields of the same message or view. */
  readonly entered?: Entered;
};

type Thing = { readonly message: SlackMessage } | { readonly view: SlackView };

function thingAt(user: SlackUser, place: ClickPlace, world: SlackWorld): Thing | undefined {
  if (place === 'modal' || place === 'home') {
    const view = place === 'modal' ? world.views.openOf(user.id) : world.views.homeOf(user.id);
    return view && { view };
  }
  const message = world.chats.find(place.channel, place.ts);
  return message && { message };
}

/** The entry of `actions` for what was clicked, or why a client would not let it be clicked. */
function actionOf(
  { element, block }: Found,
  click: Click,
  world: SlackWorld,
): { readonly ok: true; readonly action: Json } | Unsent {
  const chosen = elementState(element, click.value);
  if (!chosen.ok) return unsent(chosen.says);
  const what =
    element.type === 'button'
      ? { type: 'button', text: element.text, value: element.value, url: element.url }
      : chosen.state;
  const action = {
    ...what,
    ...(element.style !== undefined && { style: element.style }),
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: String(world.now().toSeconds()),
  };
  return { ok: true, action };
}

export type ClickPayload = { readonly payload: Json; readonly conversation?: string };

/** The payload of a click, or why there is nothing to click on. */
export function clickPayload(
  user: SlackUser,
  place: ClickPlace,
  click: Click,
  offers: Offers,
  world: SlackWorld,
): ClickPayload | Unsent {
  const thing = thingAt(user, place, world);
  if (!thing) return unsent('There is no such message or view to click on.');
  const blocks = 'message' in thing ? (thing.message.blocks ?? []) : recordsAt(thing.view.shown, 'blocks');
  const found = findElement(blocks, click.action, click.block);
  if (!found) return unsent(`There is no "${click.action}" to click on here.`);
  const offered = (block: string): readonly Json[] => ('view' in thing ? offers.of(thing.view.id, block) : []);
  const state = stateOf(blocks, click.entered ?? {}, offered, 'as it is');
  if (!state.ok) return unsent('Some fields cannot be filled in like that.', state.errors);
  const made = actionOf(found, click, world);
  if (!made.ok) return made;
  const { action } = made;
  if ('view' in thing) return { payload: viewClick(user, thing.view, action, state.values, world) };
  return {
    payload: messageClick(user, thing.message, action, state.values, world),
    conversation: thing.message.channel,
  };
}
