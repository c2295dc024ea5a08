import { z } from 'zod';
import type { Address, MessageRef } from '../../chat';

const refSchema = z.strictObject({
  team: z.string().min(1).max(120),
  channel: z.string().min(1).max(120).optional(),
  user: z.string().min(1).max(120),
});

/** Where a person reads: the installation (`team`: workspace or Grid), the direct message if it is known, and the user. */
export type SlackPlace = z.infer<typeof refSchema>;

/** The address of a place. Without `channel` it means "the direct message with this user", which Slack opens by itself. */
export function addressOf({
  team,
  channel,
  user,
}: {
  team: string;
  channel?: string | undefined;
  user: string;
}): Address {
  return { channel: 'slack', ref: JSON.stringify(channel === undefined ? { team, user } : { team, channel, user }) };
}

/** Reads what `addressOf` wrote; undefined for anything else, as stored addresses may be old or another channel's. */
export function placeOf(address: Address): SlackPlace | undefined {
  if (address.channel !== 'slack') return undefined;
  try {
    return refSchema.safeParse(JSON.parse(address.ref)).data;
  } catch {
    return undefined;
  }
}

/** The message `ts` in a channel, as this user sees it. */
export const messageRef = (team: string, channel: string, user: string, ts: string): MessageRef => ({
  address: addressOf({ team, channel, user }),
  message: ts,
});
