import * as fc from 'fast-check';
import { addressOf } from '../../../src/channels/slack/address';
import { homeRef } from '../../../src/channels/slack/home';
import { renderCard } from '../../../src/channels/slack/render';
import { type Block, card, prose } from '../../../src/chat';
import { words } from './arbitrary';
import { answers, type Bench, slackBench } from './driver';
import { payload } from './payload';
import { slackFaults } from './validator';

type Chart = Extract<Block, { block: 'chart' }>;

const chart = (points: Readonly<Record<string, number>>, more: Partial<Chart> = {}): Chart => ({
  block: 'chart',
  title: 'How your pairs do',
  points: Object.entries(points).map(([label, value]) => ({ label, value })),
  ...more,
});
const drawn = (...blocks: readonly Block[]) => renderCard(card('digest', 'This week', ...blocks));
const kinds = (...blocks: readonly Block[]) => drawn(...blocks).charted?.blocks.map(({ type }) => type);

const few = chart({ 'As expected': 4, 'Nothing planned yet': 1, Quiet: 0 });
const numbered = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`Unit ${at}`, at]));

describe("Slack's own chart", () => {
  it('is a bar chart, with every figure in words below it and each label whole', () => {
    const [first, second] = drawn(few).charted?.blocks ?? [];
    expect(first).toEqual({
      type: 'data_visualization',
      block_id: 'b0',
      title: 'How your pairs do',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'How your pairs do',
            data: [
              { label: 'As expected', value: 4 },
              { label: 'Nothing planned yet', value: 1 },
              { label: 'Quiet', value: 0 },
            ],
          },
        ],
        axis_config: { categories: ['As expected', 'Nothing planned yet', 'Quiet'] },
      },
    });
    expect(JSON.stringify(second)).toContain('"As expected: 4 · Nothing planned yet: 1 · Quiet: 0"');
  });

  it('says its unit at the axis, in the legend and with the figures', () => {
    const message = drawn(chart({ Nome: 4.333, Bethel: 5 }, { unit: 'of 5 points' })).charted;
    expect(message?.blocks[0]).toMatchObject({
      chart: { series: [{ name: 'of 5 points' }], axis_config: { y_label: 'of 5 points' } },
    });
    expect(JSON.stringify(message)).toContain('"Nome: 4.33 · Bethel: 5 (of 5 points)"');
  });

  it('stands at most twice in a message; further charts are drawn in letters', () => {
    expect(kinds(few, few, few)).toEqual([
      'data_visualization',
      'rich_text',
      'data_visualization',
      'rich_text',
      'rich_text',
    ]);
  });

  it.each<[string, Chart]>([
    ['seven points', chart(numbered(7))],
    ['no points', chart({})],
    ['nothing but zeros', chart({ Nome: 0, Bethel: 0 })],
    ['a figure that is none', chart({ Nome: Number.NaN, Bethel: 2 })],
    ['a figure below zero', chart({ Nome: -1, Bethel: 2 })],
    [
      'labels that are alike once they are short',
      chart({ 'Eligibility Technicians I': 1, 'Eligibility Technicians II': 2 }),
    ],
    ['a label that could ping', chart({ '<!channel>': 1, Bethel: 2 })],
    ['a title that could link', chart({ Nome: 1 }, { title: '<https://x.example|click>' })],
    ['a unit that could ping', chart({ Nome: 1 }, { unit: '<@U1>' })],
  ])('gives way to letters: %s', (_, told) => {
    const { charted, message } = drawn(told);
    expect(charted).toBeUndefined();
    expect(JSON.stringify(message.blocks)).not.toContain('data_visualization');
  });

  it('is drawn up to six points', () => {
    expect(kinds(chart(numbered(6)))).toEqual(['data_visualization', 'rich_text']);
  });

  it('keeps its limits whatever the words and the figures are', () => {
    const point = fc.record({ label: words, value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }) });
    const any = fc.record({
      block: fc.constant('chart' as const),
      title: words,
      unit: words,
      points: fc.array(point, { maxLength: 7 }),
    });
    let seen = 0;
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (charts) => {
        const { charted } = drawn(...charts);
        if (charted === undefined) return;
        seen += 1;
        expect(slackFaults(charted)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});

describe('where Slack has not rolled its charts out', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await slackBench();
  });
  afterEach(() => bench.close());

  const ben = addressOf({ team: 'T0001', user: 'U1' });
  const week = card('digest', 'This week', prose('Hello'), few);
  const refused = { body: { ok: false, error: 'invalid_blocks' } };
  const sent = () =>
    bench.slack.calls.map(({ method, args }) => [
      method,
      JSON.stringify(args).includes('data_visualization') ? 'native' : 'letters',
    ]);

  it('a message is posted once, in letters, under the same key', async () => {
    bench.slack.answer('chat.postMessage', refused);
    expect(await bench.channel.deliver(ben, week, 'key-1')).toMatchObject({ ok: true });
    expect(sent()).toEqual([
      ['chat.postMessage', 'native'],
      ['chat.postMessage', 'letters'],
    ]);
    expect(bench.slack.calls[1]?.args).toMatchObject({ metadata: { event_payload: { id: 'key-1' } } });
    expect(JSON.stringify(bench.slack.calls[1]?.args)).toContain('█');
    expect(bench.slack.faults).toEqual([]);
  });

  it('a message is drawn again in letters', async () => {
    bench.slack.answer('chat.update', refused);
    const address = addressOf({ team: 'T0001', user: 'U1', channel: 'D1' });
    expect(await bench.channel.update({ address, message: '1.1' }, week)).toEqual({ ok: true });
    expect(sent()).toEqual([
      ['chat.update', 'native'],
      ['chat.update', 'letters'],
    ]);
  });

  it.each<[string, Parameters<typeof bench.slack.answer>[1], string]>([
    ['may have arrived', 'cut', 'unknown'],
    ['Slack does not know', { body: { ok: false, error: 'internal_error' } }, 'unknown'],
    ['comes too early', { status: 429 }, 'busy'],
    ['reaches nobody', { body: { ok: false, error: 'channel_not_found' } }, 'unreachable'],
    ['is refused for its length', { body: { ok: false, error: 'msg_blocks_too_long' } }, 'refused'],
  ])('what %s is not sent a second time', async (_, answered, because) => {
    bench.slack.answer('chat.postMessage', answered);
    expect(await bench.channel.deliver(ben, week, 'k')).toMatchObject({ ok: false, because });
    expect(bench.slack.calls).toHaveLength(1);
  });

  it('what is refused in letters too stays refused, after two calls', async () => {
    bench.slack.answer('chat.postMessage', refused, refused);
    expect(await bench.channel.deliver(ben, week, 'k')).toEqual({
      ok: false,
      because: 'refused',
      code: 'invalid_blocks',
    });
    expect(bench.slack.calls).toHaveLength(2);
  });

  it('a card without a chart is not sent twice', async () => {
    bench.slack.answer('chat.postMessage', refused);
    await bench.channel.deliver(ben, card('hello', 'Hello', prose('Hello')), 'k');
    expect(bench.slack.calls).toHaveLength(1);
  });

  it('an answer to a button keeps its chart by redrawing, and its letters where Slack refuses', async () => {
    bench.receiveWith(answers({ kind: 'card', card: week, as: 'replace' }));
    const redrawn = bench.slack.next('chat.update');
    await bench.send(payload('button'));
    await redrawn;
    expect(sent()).toEqual([['chat.update', 'native']]);
    bench.slack.answer('chat.update', refused);
    const twice = Promise.all([bench.slack.next('chat.update'), bench.slack.next('chat.update')]);
    await bench.send(payload('button'));
    await twice;
    expect(sent().slice(1)).toEqual([
      ['chat.update', 'native'],
      ['chat.update', 'letters'],
    ]);
  });
});

describe('where a message does not last, and in the Home tab', () => {
  it('charts are drawn in letters', async () => {
    const bench = await slackBench();
    const week = card('digest', 'This week', few);
    bench.receiveWith(answers({ kind: 'card', card: week }));
    const command = await bench.send(payload('command'));
    const mentioned = bench.slack.next('chat.postEphemeral');
    await bench.send(payload('mention'));
    await mentioned;
    await bench.channel.update(homeRef('T0001', 'U1'), week);
    const told = [command.text, ...bench.slack.calls.map(({ args }) => JSON.stringify(args))];
    expect(bench.slack.calls.map(({ method }) => method)).toEqual(['chat.postEphemeral', 'views.publish']);
    for (const one of told) {
      expect(one).toContain('█');
      expect(one).not.toContain('data_visualization');
    }
    await bench.close();
  });
});
