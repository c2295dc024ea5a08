import { directOf, general, type SlackWorld } from '../world';

export type Room = { readonly ok: true; readonly channel: string } | { readonly ok: false; readonly error: string };

/** The person with whom this direct conversation is; undefined for channels and unknown ids. */
export async function partnerIn(channel: string, world: SlackWorld): Promise<string | undefined> {
  if (!channel.startsWith('D')) return undefined;
  return (await world.directory.find(channel.slice(1)))?.id;
}

/** The conversation in which the bot may post under this id: a D or C id, or a person's, whose DM it opens. */
export async function roomFor(id: unknown, world: SlackWorld): Promise<Room> {
  if (typeof id !== 'string' || id === '') return { ok: false, error: 'channel_not_found' };
  if (id === general) return world.inGeneral ? { ok: true, channel: general } : { ok: false, error: 'not_in_channel' };
  if (id.startsWith('D') && (await partnerIn(id, world))) return { ok: true, channel: id };
  const person = await world.directory.find(id);
  if (!person) return { ok: false, error: 'channel_not_found' };
  return person.deleted ? { ok: false, error: 'user_not_found' } : { ok: true, channel: directOf(person.id) };
}
