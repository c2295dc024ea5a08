import type { DateTime } from 'luxon';
import { cleanText, clip } from '../../chat';
import { shortcutSchema } from './payloads';
import { envelope, whoActed } from './read-interaction';
import { unescapeText } from './unescape';
import type { Read } from './way';
import { words } from './words';

/** The shortcuts of `manifests/slack.yaml`, by their `callback_id`. */
const findMentor = 'find_mentor';
const findMentorForThis = 'find_mentor_for_this';

/** As much of a message as anybody would type as a wish. */
const longestWish = 1000;

/**
 * A shortcut; see `read`. It counts as something said to the bot alone: the global one as "find a mentor", the one of a
 * message as that message's words. The message's author and place are not looked at.
 */
export function readShortcut(body: unknown, at: DateTime): Read | undefined {
  const payload = shortcutSchema.safeParse(body).data;
  const who = payload && whoActed(payload, undefined);
  if (payload === undefined || who === undefined) return undefined;
  const { callback_id, trigger_id: trigger } = payload;
  if (callback_id !== (payload.type === 'shortcut' ? findMentor : findMentorForThis)) return undefined;
  const said =
    payload.type === 'shortcut' ? '' : clip(cleanText(unescapeText(payload.message.text ?? '')).trim(), longestWish);
  const { team, user } = who;
  return {
    inbound: {
      ...envelope(who, `slack:shortcut:${team}:${user}:${trigger}`, at),
      kind: 'message',
      text: said === '' ? words.findMentor : said,
    },
    way: { from: 'shortcut', team, user, trigger },
  };
}
