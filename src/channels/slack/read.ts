import type { DateTime } from 'luxon';
import { cleanText } from '../../chat';
import { addressOf } from './address';
import { commandSchema } from './payloads';
import { readEvent } from './read-event';
import { readActions, readSubmission, readSuggestion } from './read-interaction';
import { readShortcut } from './read-shortcut';
import { tenantOf } from './tenant';
import { unescapeText } from './unescape';
import type { Read } from './way';

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/**
 * A slash command is private wherever it is typed: nobody else sees it, and it is answered to her alone.
 */
function readCommand(body: unknown, at: DateTime): Read | undefined {
  const command = commandSchema.safeParse(body).data;
  const team = command && tenantOf(command.is_enterprise_install, command.enterprise_id, command.team_id);
  if (command === undefined || team === undefined) return undefined;
  const { user_id: user, trigger_id: trigger, response_url } = command;
  return {
    inbound: {
      kind: 'message',
      id: `slack:command:${team}:${user}:${trigger}`,
      from: { channel: 'slack', tenant: team, user },
      at,
      place: 'private',
      home: addressOf({ team, user }),
      text: cleanText(unescapeText(command.text)).trim(),
    },
    way: { from: 'command', team, user, trigger, ...(response_url !== undefined && { responseUrl: response_url }) },
  };
}

/**
 * Reads a verified payload as something a person did, at the time it arrived. Undefined for what is none of our business
 * (bots, edits, other kinds of events) and for what is no payload at all; it never throws.
 */
export function read(body: unknown, at: DateTime): Read | undefined {
  if (!isRecord(body)) return undefined;
  if (isRecord(body.event)) return readEvent(body, at);
  if (typeof body.command === 'string') return readCommand(body, at);
  switch (body.type) {
    case 'block_actions':
      return readActions(body, at);
    case 'view_submission':
      return readSubmission(body, at);
    case 'block_suggestion':
      return readSuggestion(body, at);
    case 'shortcut':
    case 'message_action':
      return readShortcut(body, at);
    default:
      return undefined;
  }
}
