import { asideButtons, chooseTopic, mentorsFound, nobodyFree, topicList } from '../../src/cards';
import type { Card } from '../../src/chat';

const typed = 'TYPED';
const topic = { id: 'word', label: 'Word' };
const look = { topic: topic.id, place: typed, page: 2 };
const aside = { place: typed, near: 'Nome', also: { id: 'excel', label: 'Excel' } };
const context = { look, after: { topic: topic.id, page: 3 }, awaited: [], aside };

describe('what somebody typed', () => {
  it.each<[string, Card]>([
    ['a search', mentorsFound(topic, [], context)],
    ['a search that finds nobody', nobodyFree(topic, 'no-more', context)],
    ['a choice', chooseTopic('word', [topic], 'ambiguous', { place: typed, near: 'nome' })],
    ['the topics', topicList([{ ...topic, group: 'G', mentors: 1 }], { page: 1, after: 2, place: typed })],
  ])('stands in the words of %s, and in none of its buttons', (_, card) => {
    const inButtons = card.blocks.filter((block) => block.block === 'buttons' || block.block === 'person');
    expect(JSON.stringify(inButtons)).not.toContain(typed);
    expect(JSON.stringify(card.blocks)).toContain(typed);
  });

  it('is not in the buttons for what else was named', () => {
    expect(JSON.stringify(asideButtons(aside, topic))).not.toContain(typed);
  });
});
