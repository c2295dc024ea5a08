export type ChannelName = 'slack' | 'teams';

/**
 * Somebody's account in one installation: the platform's tenant id (Slack team or enterprise, Teams tenant) and the
 * platform's own user id (Slack U… or W…, Entra object id). Names and e-mail addresses are never part of it.
 */
export type Identity = { readonly channel: ChannelName; readonly tenant: string; readonly user: string };

/** A private place in which one person can be written to. `ref` is opaque to all but the channel that made it. */
export type Address = { readonly channel: ChannelName; readonly ref: string };

/** One message that was sent: where it stands, and the platform's id of it. */
export type MessageRef = { readonly address: Address; readonly message: string };

/** Whether both are the same message of one person: her platform ids are enough, as addresses can be written anew. */
export const sameMessage = (a: MessageRef, b: MessageRef): boolean =>
  a.message === b.message && a.address.channel === b.address.channel;
