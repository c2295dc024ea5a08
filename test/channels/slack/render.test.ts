import * as fc from 'fast-check';
import { renderCard, renderHome, renderMessage } from '../../../src/channels/slack/render';
import { type Block, buttons, type Card, cleanText, decodeToken, encodeToken, facts, prose } from '../../../src/chat';
import { blockSamples } from '../../cards/samples';
import * as any from './arbitrary';
import { expectGolden } from './golden';
import { slackFaults } from './validator';

const strings = (value: unknown, key: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => strings(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === key && typeof each === 'string' ? [each] : strings(each, key),
  );
};
const shown = (card: Card): string => strings(renderMessage(card).blocks, 'text').join('');
const ask = { intent: 'ask', args: { mentor: 'm-1' } };

describe('a card as a Slack message', () => {
  it.each(Object.entries(blockSamples))('%s is drawn as its golden file says, within every limit', (name, card) => {
    const { message, charted } = renderCard(card);
    expect(slackFaults(message)).toEqual([]);
    expectGolden(name, message);
    if (charted === undefined) return;
    expect(slackFaults(charted)).toEqual([]);
    expectGolden(`${name}-native`, charted);
  });

  it('shows hostile words as they are, and nothing in them pings, links or formats', () => {
    const hostile = blockSamples.hostile;
    if (hostile === undefined) throw new Error('the sample is gone');
    const message = renderMessage(hostile);
    expect(JSON.stringify(message.blocks)).not.toMatch(/"mrkdwn"|"type":"(user|broadcast|emoji|link)"/);
    expect(shown(hostile)).toContain(
      '<!channel> <@U1|x> **b** _i_ [a](https://x.example) <at>Bob</at> ${1+1} &amp; evil',
    );
    expect(message.text).toContain('&lt;!channel&gt; &lt;@U1|x&gt;');
    expect(message.text).toContain('&amp;amp;');
    expect(JSON.stringify(message)).not.toContain('\u202e');
  });

  it('has a line between one person and the next, unless there is no room for it', () => {
    const person = (name: string): Block => ({ block: 'person', name, button: { label: 'Ask', token: ask } });
    const kinds = (blocks: readonly Block[]): readonly string[] =>
      renderMessage({ name: 'x', summary: 'x', blocks }).blocks.map(({ type }) => type);
    const drawn = ['rich_text', 'actions'];
    expect(kinds([prose('Two:'), person('Joan'), person('Maya'), prose('end')])).toEqual([
      'rich_text',
      ...drawn,
      'divider',
      ...drawn,
      'rich_text',
    ]);
    const many = kinds(Array.from({ length: 24 }, (_, index) => person(`P${index}`)));
    expect(many).toHaveLength(48);
    expect(many).not.toContain('divider');
  });

  it('keeps every limit, whatever it is given', () => {
    fc.assert(
      fc.property(any.card, (card) => {
        const { message, charted = message } = renderCard(card);
        expect(slackFaults(message)).toEqual([]);
        expect(slackFaults(charted)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every limit of the Home tab too', () => {
    fc.assert(
      fc.property(fc.array(any.card, { maxLength: 3 }), (cards) => {
        expect(slackFaults(renderHome(cards))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('shows a short text whole, as it is once it is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(shown({ name: 'x', summary: 'x', blocks: [prose(text), prose('end')] })).toBe(`${cleanText(text)}end`);
      }),
    );
  });

  it('ends a text that is too long in an ellipsis', () => {
    const text = shown({ name: 'x', summary: 'x', blocks: [prose('a'.repeat(5000))] });
    expect(text).toHaveLength(3000);
    expect(text.endsWith('…')).toBe(true);
  });

  it('marks the cut also where it falls between two spans', () => {
    const text = shown({ name: 'x', summary: 'x', blocks: [prose(['a'.repeat(3000), { bold: 'b' }])] });
    expect(text).toHaveLength(3000);
    expect(text.endsWith('…')).toBe(true);
  });

  it('says how many entries of a long list are missing, and keeps its button', () => {
    const items = Array.from({ length: 80 }, (_, index) => `entry ${index}`);
    const card: Card = {
      name: 'x',
      summary: 'x',
      blocks: [{ block: 'list', items, more: { label: 'Show more', token: ask } }],
    };
    expect(shown(card)).toContain('entry 58and 21 more');
    expect(strings(renderMessage(card).blocks, 'value')).toEqual([encodeToken(ask)]);
  });

  it('shortens everything alike before it leaves anything out, and the buttons stay', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [`label ${index}`, 'w'.repeat(1500)] as const);
    const card: Card = { name: 'x', summary: 'x', blocks: [facts(...rows), buttons({ label: 'Accept', token: ask })] };
    const message = renderMessage(card);
    expect(slackFaults(message)).toEqual([]);
    expect(shown(card)).toContain('label 29');
    expect(shown(card)).toContain('Accept');
  });

  it('says so when whole blocks do not fit, and still keeps the buttons', () => {
    const blocks = [
      ...Array.from({ length: 70 }, (_, index) => prose(`part ${index}`)),
      buttons({ label: 'Accept', token: ask }),
    ];
    const card: Card = { name: 'x', summary: 'x', blocks };
    expect(slackFaults(renderMessage(card))).toEqual([]);
    expect(shown(card)).toContain('part 47… and 22 more parts that did not fit here.Accept');
  });

  it('gives every button its token back, however often the same one stands in a card', () => {
    const card: Card = {
      name: 'x',
      summary: 'x',
      blocks: [buttons({ label: 'A', token: ask }, { label: 'B', token: ask }), buttons({ label: 'C', token: ask })],
    };
    const { blocks } = renderMessage(card);
    expect(strings(blocks, 'value').map(decodeToken)).toEqual([ask, ask, ask]);
    expect(new Set(strings(blocks, 'action_id')).size).toBe(3);
  });

  it('opens no address but web and mail', () => {
    const card: Card = {
      name: 'x',
      summary: 'x',
      blocks: [
        prose([{ link: 'here', href: 'javascript:alert(1)' }]),
        buttons({ label: 'Read', href: 'file:///etc/passwd' }),
      ],
    };
    expect(strings(renderMessage(card).blocks, 'url')).toEqual([]);
    expect(shown(card)).toBe('hereRead');
  });

  it('never names the other platform, and draws nothing for somebody who cannot be reached', () => {
    const elsewhere = { channel: 'teams', tenant: 't', user: 'o' } as const;
    const card: Card = {
      name: 'x',
      summary: 'hello',
      blocks: [buttons({ label: 'Write to Ana', chatWith: elsewhere })],
    };
    expect(shown(card)).toBe('hello');
    const reachable: Card = {
      name: 'x',
      summary: 'hello',
      blocks: [buttons({ label: 'Write to Ana', chatWith: { ...elsewhere, email: 'ana@x.example' } })],
    };
    expect(shown(reachable)).toBe('Write to Ana: ana@x.example');
    expect(JSON.stringify(renderMessage(reachable))).not.toMatch(/teams/i);
  });

  it('writes to several by mail: there is no chat of several that a link would open', () => {
    const all = ['ana', 'joan'].map(
      (user) => ({ channel: 'slack', tenant: 'T1', user, email: `${user}@x.example` }) as const,
    );
    const card: Card = { name: 'x', summary: 'hello', blocks: [buttons({ label: 'Message both', chatAmong: all })] };
    expect(shown(card)).toBe('Message both: ana@x.example,joan@x.example');
    expect(strings(renderMessage(card).blocks, 'url')).toEqual(['mailto:ana@x.example,joan@x.example']);
  });

  it('refuses a token that no button can hold instead of cutting it', () => {
    const args = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, 'x'.repeat(150)]));
    expect(() =>
      renderMessage({ name: 'x', summary: 'x', blocks: [buttons({ label: 'A', token: { intent: 'a', args } })] }),
    ).toThrow(RangeError);
  });
});
