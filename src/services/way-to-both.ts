import type { WayToBoth } from '../cards';
import { peopleById, type Tx } from '../store';
import { contactOf } from './request-view';

/**
 * How somebody writes to two people at once: in one chat, where all three read in the same Teams, which opens it by a link.
 * Slack has no such link for an app that reads no other chats, so there the bot brings her words.
 */
export async function wayToBoth(
  tx: Tx,
  readerId: string,
  { menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string },
): Promise<WayToBoth> {
  const people = await peopleById(tx, [menteeId, mentorId]);
  const all = [];
  for (const id of [menteeId, mentorId]) {
    const person = people.get(id);
    const contact = person && (await contactOf(tx, readerId, person));
    if (contact?.by !== 'chat' || contact.with.channel !== 'teams') return { by: 'bot' };
    all.push(contact.with);
  }
  return { by: 'chat', with: all };
}
