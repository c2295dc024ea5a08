import { type Handed, type Unsent, unsent } from '../handed';
import { isRecord, type Json, recordsAt, textAt } from '../json';
import { type Click, type ClickPlace, clickPayload } from './click';
import { closing, submission, suggestion } from './envelopes';
import { createOffers } from './offers';
import { send } from './send';
import { stateOf } from './state';
import { applySubmitAnswer } from './submitted';
import type { Entered } from './values';
import type { SlackView } from './views';
import type { SlackUser, SlackWorld } from './world';

/** What somebody does in Slack with buttons and forms. `unsent`: the client itself refused, nothing reached the bot. */
export type Acts = {
  readonly click: (user: SlackUser, place: ClickPlace, click: Click) => Promise<Handed | Unsent>;
  readonly submit: (user: SlackUser, viewId: string, entered: Entered) => Promise<Handed | Unsent>;
  readonly close: (user: SlackUser) => Promise<Handed | Unsent>;
  /** The options the bot offers for what was typed in a search field. */
  readonly suggest: (user: SlackUser, blockId: string, text: string) => Promise<readonly Json[]>;
};

export function createActs(world: SlackWorld): Acts {
  const offers = createOffers();
  const trouble = <Sent extends Handed>(user: SlackUser, handed: Sent): Sent => {
    if (!handed.ok) world.trouble({ user: user.id, says: handed.says });
    return handed;
  };

  const suggest = async (user: SlackUser, blockId: string, text: string): Promise<readonly Json[]> => {
    const view = world.views.openOf(user.id);
    const block = view && recordsAt(view.shown, 'blocks').find((one) => one.block_id === blockId);
    const element = block && (isRecord(block.element) ? block.element : block.accessory);
    if (!view || !isRecord(element)) return [];
    const where = { blockId, actionId: textAt(element, 'action_id') ?? '', text };
    const payload = suggestion(user, view, where, world);
    const handed = trouble(user, await send({ what: 'search', payload, form: 'interaction' }, world));
    return handed.ok && isRecord(handed.body) ? offers.add(view.id, blockId, handed.body) : [];
  };

  const searchForUnknown = async (user: SlackUser, view: SlackView, entered: Entered): Promise<void> => {
    for (const block of recordsAt(view.shown, 'blocks')) {
      const id = textAt(block, 'block_id') ?? '';
      const wanted = entered[id];
      const external = isRecord(block.element) && block.element.type === 'external_select';
      if (!external || typeof wanted !== 'string' || wanted === '') continue;
      if (!offers.of(view.id, id).some((option) => option.value === wanted)) await suggest(user, id, wanted);
    }
  };

  return {
    suggest,
    click: async (user, place, click) => {
      const made = clickPayload(user, place, click, offers, world);
      if ('unsent' in made) return made;
      return trouble(user, await send({ what: 'click', form: 'interaction', ...made }, world));
    },
    submit: async (user, viewId, entered) => {
      const view = world.views.openOf(user.id);
      if (!view || view.id !== viewId) return unsent('This form is not open any more.');
      await searchForUnknown(user, view, entered);
      const state = stateOf(recordsAt(view.shown, 'blocks'), entered, (block) => offers.of(view.id, block), 'complete');
      if (!state.ok) {
        world.views.complain(view, state.errors);
        world.changed(user.id);
        return unsent('Some fields still need you.', state.errors);
      }
      const payload = submission(user, view, state.values, world);
      const handed = trouble(user, await send({ what: 'submit', payload, form: 'interaction' }, world));
      if (handed.ok) applySubmitAnswer(handed.body, view, world);
      return handed;
    },
    close: async (user) => {
      const view = world.views.openOf(user.id);
      if (!view) return unsent('No form is open.');
      world.views.close(user.id, view.shown.clear_on_close === true ? 'all' : 'uppermost');
      world.changed(user.id);
      if (view.shown.notify_on_close !== true) return { ok: true, status: 200, body: undefined };
      const payload = closing(user, view, view.shown.clear_on_close === true, world);
      return trouble(user, await send({ what: 'close', payload, form: 'interaction' }, world));
    },
  };
}
