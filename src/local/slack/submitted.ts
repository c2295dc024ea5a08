import { isRecord, type Json, recordsAt } from '../json';
import { viewRefusal } from './limits/view';
import { named } from './methods/views';
import type { SlackView } from './views';
import type { SlackWorld } from './world';

function asErrors(answer: Json, view: SlackView): Readonly<Record<string, string>> | undefined {
  if (!isRecord(answer.errors)) return undefined;
  const inputs = recordsAt(view.shown, 'blocks').filter((block) => block.type === 'input');
  const known = Object.entries(answer.errors).every(
    ([id, says]) => typeof says === 'string' && says !== '' && inputs.some((block) => block.block_id === id),
  );
  if (!known) return undefined;
  return Object.fromEntries(Object.entries(answer.errors).map(([id, says]) => [id, String(says)]));
}

function next(answer: Json, view: SlackView, world: SlackWorld): string | undefined {
  const wrong = viewRefusal(answer.view, 'modal');
  if (wrong) return `the next view breaks a limit: ${wrong.messages.join(' ')}`;
  if (!isRecord(answer.view)) return 'there is no next view';
  if (answer.response_action === 'update') world.views.replace(view, named(answer.view));
  else if (!world.views.push(view.user, named(answer.view))) return 'more than three views would lie on each other';
  return undefined;
}

function apply(body: unknown, view: SlackView, world: SlackWorld): string | undefined {
  if (body === undefined || (isRecord(body) && body.response_action === undefined)) {
    world.views.close(view.user, 'uppermost');
    return undefined;
  }
  if (!isRecord(body)) return 'the answer is not JSON';
  switch (body.response_action) {
    case 'clear':
      world.views.close(view.user, 'all');
      return undefined;
    case 'errors': {
      const errors = asErrors(body, view);
      if (!errors) return 'errors must be sentences by the block_id of an input';
      world.views.complain(view, errors);
      return undefined;
    }
    case 'update':
    case 'push':
      return next(body, view, world);
    default:
      return `response_action "${String(body.response_action)}" is unknown`;
  }
}

/** Does to the form what the bot's answer to a submit asks for, as the client would; an answer it cannot follow is trouble. */
export function applySubmitAnswer(body: unknown, view: SlackView, world: SlackWorld): void {
  const wrong = apply(body, view, world);
  if (wrong) world.trouble({ user: view.user, says: `Slack cannot follow the answer to the form: ${wrong}.` });
  world.changed(view.user);
}
