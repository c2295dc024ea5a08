import { contentOf } from '../../src/local/teams/activity';
import { cardFaults } from '../../src/local/teams/limits';
import { answerCard, requestCard } from './sampleBlocks';

const card = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const withActions = (...actions: object[]) => ({ ...card(), actions });
const input = (kind: string, more: object = {}) => card({ type: `Input.${kind}`, id: 'i', label: 'Label', ...more });
const execute = (more: object = {}) => ({
  type: 'Action.Execute',
  title: 'Go',
  verb: 'act',
  data: { t: 1 },
  fallback: { type: 'Action.Submit', title: 'Go', data: { t: 1 } },
  ...more,
});
const seven = Array.from({ length: 7 }, (_, n) => ({ ...execute(), title: `Go ${n}` }));

const bars = {
  type: 'Chart.HorizontalBar',
  data: [{ x: 'Nome', y: 4 }],
  fallback: { type: 'Container', items: [{ type: 'TextBlock', text: 'Nome: 4' }] },
};

const bad: readonly (readonly [string, unknown, string])[] = [
  ['no card', { type: 'Card' }, 'no AdaptiveCard'],
  ['version 1.6', { ...card(), version: '1.6' }, 'must be 1.5'],
  ['an unknown element', card({ type: 'Marquee' }), 'Marquee is no element'],
  ['media', card({ type: 'Media' }), 'Media is no element'],
  ['an extension without a fallback', card({ type: 'Chart.Donut' }), 'Chart.Donut has no fallback'],
  ['bars without figures', card({ ...bars, data: [{ x: 'Nome', y: '4' }] }), 'Chart.HorizontalBar has no bars'],
  ['a chart without bars', card({ ...bars, data: [] }), 'Chart.HorizontalBar has no bars'],
  ['a fallback that cannot be drawn', card({ ...bars, fallback: { type: 'Marquee' } }), 'Marquee is no element'],
  ['7 actions', withActions(...seven), '7 actions'],
  [
    '7 actions, some in the body',
    { ...card({ type: 'ActionSet', actions: seven.slice(0, 2) }), actions: seven.slice(2) },
    '7 actions',
  ],
  ['an action without a title', withActions(execute({ title: '' })), 'has no title'],
  ['an Execute without a verb', withActions(execute({ verb: '' })), 'has no verb'],
  ['an Execute without a fallback', withActions(execute({ fallback: 'drop' })), 'no Action.Submit fallback'],
  [
    'a fallback with other data',
    withActions(execute({ fallback: { type: 'Action.Submit', data: { t: 2 } } })),
    'carries other data',
  ],
  [
    'a link to nowhere',
    withActions({ type: 'Action.OpenUrl', title: 'Open', url: 'javascript:alert(1)' }),
    'no address',
  ],
  ['an input without a label', input('Text', { label: '' }), 'has no label'],
  ['an input without an id', input('Text', { id: '' }), 'has no id'],
  ['a required input without words', input('Date', { isRequired: true }), 'no errorMessage'],
  ['two inputs with one id', card(...input('Text').body, ...input('Date').body), 'two inputs'],
  ['a choice without choices', input('ChoiceSet'), 'no choices'],
  ['a choice with a number', input('ChoiceSet', { choices: [{ title: 'One', value: 1 }] }), 'value as text'],
  [
    'two choices with one value',
    input('ChoiceSet', {
      choices: [
        { title: 'a', value: '1' },
        { title: 'b', value: '1' },
      ],
    }),
    'two choices',
  ],
  ['an image without words', card({ type: 'Image', url: 'https://e.example/i.png' }), 'altText'],
  ['a date macro', card({ type: 'TextBlock', text: '{{DATE(2026-01-01)}}' }), 'DATE()'],
];

describe('what Teams would refuse in a card', () => {
  it.each(bad)('%s', (_name, content, says) => {
    expect(cardFaults(content).join('; ')).toContain(says);
  });
  it('takes the samples, and more actions when they are secondary', () => {
    expect(cardFaults(requestCard)).toEqual([]);
    expect(cardFaults(card(bars))).toEqual([]);
    expect(cardFaults(answerCard('Done'))).toEqual([]);
    expect(cardFaults(withActions(...seven.slice(0, 6), { ...execute(), mode: 'secondary' }))).toEqual([]);
    expect(
      cardFaults(card({ type: 'Input.Rating', id: 'r', label: 'R', fallback: { type: 'TextBlock', text: '-' } })),
    ).toEqual([]);
  });
});

const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: answerCard('Hi') };

describe('what the connector would refuse in an activity', () => {
  it.each([
    ['nothing', {}, 400],
    ['text and a card', { text: 'Hi', summary: 'Hi', attachments: [attachment] }, 400],
    ['two cards', { summary: 'Hi', attachments: [attachment, attachment] }, 400],
    ['a card without a summary', { attachments: [attachment] }, 400],
    [
      'another kind of card',
      { summary: 'Hi', attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] },
      400,
    ],
    ['more than 80 KB', { text: 'x'.repeat(41_000) }, 413],
  ])('%s', (_name, activity, status) => {
    const read = contentOf({ type: 'message', ...activity }, 'new');
    expect(read.ok ? 'taken' : read.answer.status).toBe(status);
  });
  it('takes text just below the limit, a card with a summary, and an update without one', () => {
    expect(contentOf({ type: 'message', text: 'x'.repeat(40_000) }, 'new').ok).toBe(true);
    expect(contentOf({ type: 'message', summary: 'Hi', attachments: [attachment] }, 'new').ok).toBe(true);
    expect(contentOf({ type: 'message', attachments: [attachment] }, 'update').ok).toBe(true);
  });
});
