import type { Json } from '../json';
import type { SlackView } from './views';
import { botIdOf, type SlackWorld } from './world';

/** A view as Slack gives it back: in answers of views.* and in payloads, there with the state of its inputs. */
export function viewObject(world: SlackWorld, view: SlackView, values: Json = {}): Json {
  const { shown } = view;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    ...shown,
    id: view.id,
    hash: view.hash,
    team_id: world.teamId,
    app_id: world.appId,
    app_installed_team_id: world.teamId,
    bot_id: botIdOf(world.botUser),
    state: { values },
    root_view_id: view.root,
    previous_view_id: view.previous ?? null,
  };
}
