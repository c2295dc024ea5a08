import type { Message } from '../../src/local/page/api';
import { repliesInWords, threadsIn } from '../../src/local/page/threads';

const message = (id: string, thread?: string): Message => ({
  id,
  from: 'bot',
  author: 'Mentor Exchange',
  text: id,
  ephemeral: false,
  replaced: false,
  place: 'private',
  at: '2026-11-18T09:00:00.000-09:00',
  ...(thread !== undefined && { thread }),
});

describe('threads', () => {
  it('hold the replies, which the conversation then does not show', () => {
    const all = [message('1'), message('2'), message('3', '1'), message('4', '1'), message('5', '2')];
    const { main, repliesTo } = threadsIn(all);
    expect(main.map(({ id }) => id)).toEqual(['1', '2']);
    expect(repliesTo('1').map(({ id }) => id)).toEqual(['3', '4']);
  });

  it('leave nothing out: a reply to what is gone stands in the conversation', () => {
    expect(threadsIn([message('1'), message('3', '0')]).main.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('are counted in words', () => {
    expect([0, 1, 2].map(repliesInWords)).toEqual(['Reply in thread', '1 reply', '2 replies']);
  });
});
