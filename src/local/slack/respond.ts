import type { Answer } from '../answer';
import { type Json, textAt } from '../json';
import { messageRefusal } from './limits/message';
import { withIds } from './methods/blockIds';
import { no } from './methods/method';
import type { ResponsePlace } from './responseUrls';
import { directOf, type SlackWorld } from './world';

const refusal = (status: number, error: string, messages: readonly string[] = []): Answer => ({
  status,
  body: no(error, messages),
  fault: [error, ...messages].join(' '),
});

/** Shows what the bot answered to an act, as the body of its acknowledgment or by response URL: to one person unless in_channel. */
export function show(args: Json, place: ResponsePlace, world: SlackWorld): Answer {
  const original = place.message === undefined ? undefined : world.chats.find(place.channel, place.message);
  if (args.delete_original === true) {
    if (original) world.chats.remove(original);
    world.changed(place.user);
    return { status: 200, body: { ok: true } };
  }
  const wrong = messageRefusal(textAt(args, 'text'), args.blocks);
  if (wrong) {
    world.trouble({ user: place.user, says: `Slack refused an answer of the bot: ${wrong.error}.` });
    return refusal(400, wrong.error, wrong.messages);
  }
  const said = {
    text: textAt(args, 'text') ?? '',
    ...(args.blocks !== undefined && { blocks: withIds(args.blocks) }),
  };
  if (args.replace_original === true && original) world.chats.change(original, { blocks: [], ...said });
  else {
    const open = args.response_type === 'in_channel';
    const thread = textAt(args, 'thread_ts');
    world.chats.add({
      channel: place.channel,
      from: world.botUser,
      ...said,
      ...(thread !== undefined && { thread }),
      ...(!open && { onlyFor: place.user }),
    });
  }
  world.changed(args.response_type === 'in_channel' && place.channel !== directOf(place.user) ? undefined : place.user);
  return { status: 200, body: { ok: true } };
}

/** One use of a response URL. */
export async function respond(id: string, args: Json, world: SlackWorld): Promise<Answer> {
  const use = world.responseUrls.use(id);
  return use.ok ? show(args, use.place, world) : refusal(use.status, use.error);
}
