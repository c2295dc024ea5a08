import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Address } from '../../chat';

const placeSchema = z.strictObject({
  serviceUrl: z.string(),
  conversation: z.string(),
  bot: z.string(),
  user: z.string(),
  tenant: z.string(),
});

/** Where a conversation takes place: the connector, the conversation, and the wire ids of the bot and the person. */
export type Place = z.infer<typeof placeSchema>;

export function addressOf({ serviceUrl, conversation, bot, user, tenant }: Place): Address {
  return { channel: 'teams', ref: JSON.stringify({ serviceUrl, conversation, bot, user, tenant }) };
}

/** Reads what `addressOf` wrote; undefined for anything else. */
export const placeOf = (address: Address): Place | undefined => read(address, placeSchema);

function read<T>(address: Address, schema: z.ZodType<T>): T | undefined {
  if (address.channel !== 'teams') return undefined;
  try {
    const parsed: unknown = JSON.parse(address.ref);
    return schema.safeParse(parsed).data;
  } catch {
    return undefined;
  }
}

const accountSchema = z.strictObject({ tenant: z.string(), user: z.string() });

/** Somebody's account that has not written to us yet; the chat is opened when something is sent. */
export type Account = z.infer<typeof accountSchema>;

export const teamsAddressOf = ({ tenant, user }: Account): Address => ({
  channel: 'teams',
  ref: JSON.stringify({ tenant, user }),
});

/** Reads what `teamsAddressOf` wrote; undefined for anything else. */
export const accountOf = (address: Address): Account | undefined => read(address, accountSchema);

/** The SDK's words for a place. */
export function conversationOf(place: Place): ConversationReference {
  return {
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    bot: { id: place.bot, name: '' },
    user: { id: place.user, name: '' },
    conversation: {
      id: place.conversation,
      tenantId: place.tenant,
      name: '',
      isGroup: false,
      conversationType: 'personal',
    },
  };
}
