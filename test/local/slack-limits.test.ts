import { messageRefusal } from '../../src/local/slack/limits/message';
import { viewRefusal } from '../../src/local/slack/limits/view';
import { askForm, home, mentors } from './sampleBlocks';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number) => 'x'.repeat(length);
const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const section = (more: object) => ({ type: 'section', ...more });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string, text = 'One') => ({ text: plain(text), value });
const select = (more: object) => actions({ type: 'static_select', action_id: 's', ...more });
const richText = (elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

const bars = (chart: object, more: object = {}) => ({
  type: 'data_visualization',
  title: 'Pairs',
  chart: {
    type: 'bar',
    series: [{ name: 'Pairs', data: [{ label: 'Nome', value: 4 }] }],
    axis_config: { categories: ['Nome'] },
    ...chart,
  },
  ...more,
});

/** Each a single fault: blocks, the error Slack answers, and a piece of what it says. */
const badMessages: readonly (readonly [string, readonly object[], string, string])[] = [
  ['51 blocks', times(51, () => ({ type: 'divider' })), 'invalid_blocks', 'no more than 50 items'],
  ['an unknown block', [{ type: 'banner' }], 'invalid_blocks', '/blocks/0/type'],
  ['an unknown property', [{ type: 'divider', color: 'red' }], 'invalid_blocks', 'Unrecognized key'],
  ['a section without words', [section({})], 'invalid_blocks', 'needs text or fields'],
  ['an empty text', [section({ text: mrkdwn('') })], 'invalid_blocks', 'must not be empty'],
  ['a section of 3001', [section({ text: mrkdwn(long(3001)) })], 'invalid_blocks', 'at most 3000'],
  ['a field of 2001', [section({ fields: [mrkdwn(long(2001))] })], 'invalid_blocks', 'at most 2000'],
  ['11 fields', [section({ fields: times(11, () => mrkdwn('x')) })], 'invalid_blocks', 'at most 10 fields'],
  ['a header of 151', [{ type: 'header', text: plain(long(151)) }], 'invalid_blocks', 'at most 150'],
  ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('Hi') }], 'invalid_blocks', '/blocks/0/text/type'],
  [
    '11 context elements',
    [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
    'invalid_blocks',
    'at most 10 elements',
  ],
  ['26 buttons', [actions(...times(26, (n) => button({ action_id: `a${n}` })))], 'invalid_blocks', 'at most 25'],
  ['a button of 76', [actions(button({ text: plain(long(76)) }))], 'invalid_blocks', 'at most 75'],
  ['a button in mrkdwn', [actions(button({ text: mrkdwn('Go') }))], 'invalid_blocks', '/text/type'],
  ['a value of 2001', [actions(button({ value: long(2001) }))], 'invalid_blocks', 'at most 2000'],
  ['an action_id of 256', [actions(button({ action_id: long(256) }))], 'invalid_blocks', 'at most 255'],
  ['a spoken label of 76', [actions(button({ accessibility_label: long(76) }))], 'invalid_blocks', 'at most 75'],
  ['an unknown style', [actions(button({ style: 'loud' }))], 'invalid_blocks', '/style'],
  ['a bad address', [actions(button({ url: 'nowhere' }))], 'invalid_blocks', 'must be an address'],
  [
    'a long question',
    [
      actions(
        button({ confirm: { title: plain(long(101)), text: plain('x'), confirm: plain('y'), deny: plain('n') } }),
      ),
    ],
    'invalid_blocks',
    'at most 100',
  ],
  ['three charts', times(3, () => bars({})), 'invalid_blocks', 'no more than 2 data_visualization'],
  ['a chart title of 51', [bars({}, { title: long(51) })], 'invalid_blocks', 'at most 50'],
  [
    'seven series',
    [bars({ series: times(7, (n) => ({ name: `${n}`, data: [{ label: 'Nome', value: n }] })) })],
    'invalid_blocks',
    '/chart/series',
  ],
  [
    'two series of one name',
    [bars({ series: times(2, () => ({ name: 'Pairs', data: [{ label: 'Nome', value: 1 }] })) })],
    'invalid_blocks',
    'two series of one name',
  ],
  [
    'a category without a point',
    [bars({ axis_config: { categories: ['Nome', 'Bethel'] } })],
    'invalid_blocks',
    'one point',
  ],
  ['a point without a category', [bars({ axis_config: { categories: ['Bethel'] } })], 'invalid_blocks', 'one point'],
  ['a category of 21', [bars({ axis_config: { categories: [long(21)] } })], 'invalid_blocks', 'at most 20'],
  ['a chart without categories', [bars({ axis_config: undefined })], 'invalid_blocks', '/axis_config'],
  [
    'a slice of nothing',
    [bars({}, { chart: { type: 'pie', segments: [{ label: 'Nome', value: 0 }] } })],
    'invalid_blocks',
    'more than 0',
  ],
  [
    'two blocks with one id',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    'invalid_blocks',
    'block_id `b` already exists',
  ],
  ['two actions with one id', [actions(button(), button())], 'invalid_blocks', 'action_id `a` already exists'],
  ['101 options', [select({ options: times(101, (n) => option(`${n}`)) })], 'invalid_blocks', 'at most 100 options'],
  ['no options', [select({})], 'invalid_blocks', 'needs either options'],
  ['an option of 76', [select({ options: [option('1', long(76))] })], 'invalid_blocks', 'at most 75'],
  ['an option value of 151', [select({ options: [option(long(151))] })], 'invalid_blocks', 'at most 150'],
  [
    'a strange initial option',
    [select({ options: [option('1')], initial_option: option('2') })],
    'invalid_blocks',
    'not among',
  ],
  [
    '11 radio buttons',
    [actions({ type: 'radio_buttons', options: times(11, (n) => option(`${n}`)) })],
    'invalid_blocks',
    'at most 10 options',
  ],
  [
    '6 in an overflow',
    [actions({ type: 'overflow', options: times(6, (n) => option(`${n}`)) })],
    'invalid_blocks',
    '/options',
  ],
  ['@channel in rich text', [richText([{ type: 'broadcast', range: 'channel' }])], 'invalid_blocks', '/type'],
  ['an empty rich text', [richText([{ type: 'text', text: '' }])], 'invalid_blocks', 'must not be empty'],
  ['an image without words', [{ type: 'image', image_url: 'https://e.example/i.png' }], 'invalid_blocks', '/alt_text'],
  ['an alert outside a modal', [{ type: 'alert', text: plain('x') }], 'invalid_blocks', '/type'],
  [
    'two tables',
    times(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })),
    'invalid_blocks',
    'no more than 1 table',
  ],
  ['too much in all', times(5, () => section({ text: mrkdwn(long(2900)) })), 'msg_blocks_too_long', 'at most 13200'],
];

describe('what Slack would refuse in a message', () => {
  it.each(badMessages)('%s', (_name, blocks, error, says) => {
    const refusal = messageRefusal('Hello', blocks);
    expect(refusal?.error).toBe(error);
    expect(refusal?.messages.join('\n')).toContain(says);
  });
  it.each([
    ['nothing at all', undefined, undefined, 'no_text'],
    ['empty blocks', '', [], 'no_text'],
    ['40,001 characters', long(40_001), undefined, 'msg_too_long'],
    ['blocks that are no list', 'Hello', { type: 'section' }, 'invalid_blocks'],
  ] as const)('%s', (_name, text, blocks, error) => {
    expect(messageRefusal(text, blocks)?.error).toBe(error);
  });
  it('takes the samples, and everything at its very limit', () => {
    expect(messageRefusal('Mentors', mentors)).toBeUndefined();
    expect(
      messageRefusal(
        'Pairs',
        times(2, () => bars({})),
      ),
    ).toBeUndefined();
    const full = [
      section({ text: mrkdwn(long(3000)), block_id: long(255) }),
      { type: 'header', text: plain(long(150)) },
      actions(...times(25, (n) => button({ action_id: `a${n}`, text: plain(long(75)), value: long(2000) }))),
      ...times(47, () => ({ type: 'divider' })),
    ];
    expect(messageRefusal('', full)).toBeUndefined();
  });
});

const input = (element: object) => ({ type: 'input', block_id: 'i', label: plain('Label'), element });
const modal = (more: object) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks: [{ type: 'divider' }],
  ...more,
});
const badViews: readonly (readonly [string, object, string])[] = [
  ['a title of 25', modal({ title: plain(long(25)) }), '/view/title'],
  ['a submit of 25', modal({ submit: plain(long(25)) }), '/view/submit'],
  ['a close of 25', modal({ close: plain(long(25)) }), '/view/close'],
  ['private_metadata of 3001', modal({ private_metadata: long(3001) }), 'at most 3000'],
  ['a callback_id of 256', modal({ callback_id: long(256) }), '/view/callback_id'],
  ['no title', modal({ title: undefined }), '/view/title'],
  ['no blocks', modal({ blocks: [] }), '/view/blocks'],
  ['101 blocks', modal({ blocks: times(101, () => ({ type: 'divider' })) }), 'no more than 100 items'],
  [
    'inputs without a submit',
    modal({ submit: undefined, blocks: [input({ type: 'plain_text_input' })] }),
    'missing required field: submit',
  ],
  [
    'a max_length of 3001',
    modal({ blocks: [input({ type: 'plain_text_input', max_length: 3001 })] }),
    'must be at most 3000',
  ],
  ['a button as input', modal({ blocks: [input(button())] }), '/element/type'],
  [
    'a number input that does not say decimals',
    modal({ blocks: [input({ type: 'number_input' })] }),
    'is_decimal_allowed',
  ],
  ['a bad initial date', modal({ blocks: [input({ type: 'datepicker', initial_date: '18.11.2026' })] }), 'YYYY-MM-DD'],
  ['a table', modal({ blocks: [{ type: 'table', rows: [] }] }), '/type'],
];

describe('what Slack would refuse in a view', () => {
  it.each(badViews)('%s', (_name, view, says) => {
    const refusal = viewRefusal(view, 'modal');
    expect(refusal?.error).toBe('invalid_arguments');
    expect(refusal?.messages.join('\n')).toContain(says);
  });
  it('takes the samples', () => {
    expect(viewRefusal(askForm, 'modal')).toBeUndefined();
    expect(viewRefusal(home, 'home')).toBeUndefined();
    expect(viewRefusal(home, 'modal')?.error).toBe('invalid_arguments');
  });
});
