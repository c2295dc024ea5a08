import { requestForMentee, requestForMentor } from '../../src/cards';
import { type Block, type Card, plainText } from '../../src/chat';
import { viewOf } from '../../src/services';
import { requestById } from '../../src/store';
import type { House } from '../chat';
import { menteeName, mentorName } from './crowd';
import { ownerOf } from './seen';

/** A request between two of the crowd. */
export type Story = { readonly mentee: number; readonly mentor: number; readonly request: string };

// Words on top of a card are about the moment, and the line about the contact sheet is about the person.
const isPassing = (block: Block): boolean =>
  (block.block === 'notice' &&
    (block.tone === 'warning' ||
      /^A friendly reminder|^You are on the list|^That is done already|^You have (asked|answered)|has answered your question|I have asked .* choice, with/u.test(
        String(block.text),
      ))) ||
  (block.block === 'prose' && plainText(block.text).startsWith('In their words: ')) ||
  (block.block === 'buttons' && block.buttons.some((button) => button.label === 'Take me off the list'));

const lasting = (card: Card): unknown => [card.name, card.blocks.filter((block) => !isPassing(block))];

const drawn = (house: House, organizationId: string, story: Story) =>
  house.foundation.store.inOrganization(organizationId, undefined, async (tx) => {
    const request = await requestById(tx, story.request);
    if (!request) throw new Error('The request is gone.');
    const own = house.foundation.house;
    return {
      mentor: requestForMentor(await viewOf(tx, own, request, 'mentor')),
      mentee: requestForMentee(await viewOf(tx, own, request, 'mentee')),
    };
  });

/** Every card of these requests, wherever it stands, is the one that would be drawn now; how many cards were looked at. */
export async function shownAsToday(house: House, stories: readonly Story[]): Promise<number> {
  const [{ id } = { id: '' }] = await house.foundation.store.sql(
    'select organization_id as id from organization_index',
  );
  let looked = 0;
  for (const story of stories) {
    const today = await drawn(house, String(id), story);
    const titles = new Map([
      [menteeName(story.mentee), [`Your request to ${mentorName(story.mentor)}`, today.mentee] as const],
      [mentorName(story.mentor), [`${menteeName(story.mentee)} would like you as a mentor`, today.mentor] as const],
    ]);
    for (const [key, client] of house.clients) {
      const [title, fresh] = titles.get(ownerOf(key).user) ?? [];
      for (const card of client.cards.values()) {
        const [first] = card.blocks;
        if (!fresh || first?.block !== 'heading' || first.text !== title) continue;
        looked += 1;
        expect(lasting(card)).toEqual(lasting(fresh));
      }
    }
  }
  return looked;
}
