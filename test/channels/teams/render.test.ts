import fc from 'fast-check';
import { answersBelow } from '../../../src/cards';
import { renderCard } from '../../../src/channels/teams/render';
import { type Block, type Card, card } from '../../../src/chat';
import { blockSamples } from '../../cards/samples';
import { actionsIn, brush, elementsIn, expectGolden, schemaFaults, smallPrint, wordsOf } from './cards';

const judge = schemaFaults();
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('${1+1}', '[a](http://b)', '<at>Bob</at>', '**b** _i_', '&amp;', '👩🏽‍🚀 עברית', '# h', '1. x', ''),
  fc.constantFrom('long '.repeat(1000), '"\\'.repeat(1000), '👩🏽‍🚀'.repeat(900)),
);
const span = fc.oneof(text, fc.record({ bold: text }), fc.record({ link: text, href: fc.oneof(fc.webUrl(), text) }));
const words = fc.oneof(text, fc.array(span, { maxLength: 6 }));
const token = fc.record({
  intent: fc.constantFrom('ask', 'find'),
  args: fc.dictionary(fc.string({ maxLength: 20 }), fc.string({ maxLength: 100 }), { maxKeys: 4 }),
});
const button = fc.oneof(
  fc.record({ label: text, token, emphasis: fc.constantFrom('main' as const, 'danger' as const) }),
  fc.record({ label: text, spoken: text, token }),
  fc.record({ label: text, href: fc.oneof(fc.webUrl(), text) }),
  fc.record({
    label: text,
    chatWith: fc.record({
      channel: fc.constantFrom('slack' as const, 'teams' as const),
      tenant: text,
      user: text,
      email: fc.emailAddress(),
    }),
  }),
);
const many = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.array(one, { maxLength: 4 }) }, fc.array(one, { minLength: 61, maxLength: 64 }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constant('heading' as const), text }),
  fc.record({ block: fc.constant('prose' as const), text: words }),
  fc.record({ block: fc.constant('facts' as const), rows: many(fc.record({ label: text, value: words })) }),
  fc.record({ block: fc.constant('person' as const), name: text, detail: text, lines: many(words), button }),
  fc.record({ block: fc.constant('progress' as const), label: text, done: fc.integer(), of: fc.integer() }),
  fc.record({
    block: fc.constant('steps' as const),
    items: many(fc.record({ text, state: fc.constantFrom('done' as const, 'now' as const, 'later' as const) })),
  }),
  fc.record({ block: fc.constant('list' as const), items: many(words), more: button }),
  fc.record({
    block: fc.constant('chart' as const),
    title: text,
    points: many(fc.record({ label: text, value: fc.double({ noNaN: true, noDefaultInfinity: true }) })),
  }),
  fc.record({
    block: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'good' as const, 'warning' as const),
    text: words,
  }),
  fc.record({ block: fc.constant('buttons' as const), buttons: many(button) }),
);
const anyCard: fc.Arbitrary<Card> = fc.record({
  name: fc.constant('any'),
  summary: fc.string({ minLength: 1 }).map((s) => `S ${s}`),
  blocks: fc.array(block, { maxLength: 12 }),
});

describe('a card in Teams', () => {
  it.each(Object.entries(blockSamples))('%s is drawn as ever', (name, sample) => {
    const drawn = renderCard(sample, brush);
    expectGolden(name, drawn);
    expect(smallPrint(drawn)).toEqual([]);
    if (judge !== undefined) expect(judge(drawn)).toBe('');
  });

  (judge === undefined ? it.skip : it)(
    'passes the official schema (skipped where ../shared/schemas is not at hand)',
    () => {
      expect(judge?.({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Nonsense' }] })).not.toBe('');
    },
  );

  it('keeps the small print whatever it holds', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const drawn = renderCard(any, brush);
        expect(smallPrint(drawn)).toEqual([]);
        if (judge !== undefined) expect(judge(drawn)).toBe('');
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("shows people's words as they are", () => {
    const words = wordsOf(renderCard(blockSamples.hostile ?? card('', ''), brush));
    const said = 'Eve <!channel> <@U1|x> **b** _i_ [a](https://x.example) <at>Bob</at> ${1+1} &amp; evil';
    for (const line of [said, `${said}${said}`, `• ${said}`, `ℹ ${said}`]) expect(words.split('\n')).toContain(line);
  });

  it('keeps the first six actions in sight and puts the others into the menu', () => {
    const buttons = Array.from({ length: 8 }, (_, at) => ({ label: `B${at}`, token: { intent: 'x', args: { at } } }));
    const drawn = renderCard(
      card(
        'c',
        's',
        { block: 'prose', text: [{ link: 'rules', href: 'https://example.org' }] },
        { block: 'buttons', buttons },
      ),
      brush,
    );
    expect(actionsIn(drawn).map(({ title, mode }) => [title, mode])).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((at) => [`B${at}`, undefined]),
      ['B6', 'secondary'],
      ['B7', 'secondary'],
    ]);
    expect(wordsOf(drawn)).toContain('rules (https://example.org)');
  });

  it('says what it leaves out', () => {
    const items = Array.from({ length: 67 }, (_, at) => `Item ${at}`);
    expect(wordsOf(renderCard(card('c', 's', { block: 'list', items }), brush))).toContain('… and 7 more');
    const blocks = Array.from({ length: 107 }, () => ({ block: 'heading', text: 'H' }) as const);
    expect(wordsOf(renderCard(card('c', 's', ...blocks), brush))).toContain('… and 7 more');
    const long = wordsOf(renderCard(card('c', 's', { block: 'prose', text: 'x'.repeat(30_000) }), brush));
    expect(long).toMatch(/^x+…$/);
  });

  it.each([
    ['seven points', Array.from({ length: 7 }, (_, at) => ({ label: `Unit ${at}`, value: at }))],
    ['a long label', [{ label: 'x'.repeat(3000), value: 2 }]],
    ['zeros', [{ label: 'Nome', value: 0 }]],
    ['a figure that is none', [{ label: 'Nome', value: Number.NaN }]],
    ['hostile words', [{ label: '<at>Bob</at> **b** [a](https://x.example)', value: 1 }]],
  ])("draws a chart as Teams' own, and as columns and in words beside: %s", (_, points) => {
    const drawn = renderCard(card('c', 's', { block: 'chart', title: 'Pairs', points }), brush);
    expect(smallPrint(drawn)).toEqual([]);
    if (judge !== undefined) expect(judge(drawn)).toBe('');
    const chart = elementsIn(drawn).find(({ type }) => type === 'Chart.HorizontalBar');
    const names = points.map(({ label }) => (label.length > 400 ? `${label.slice(0, 399)}…` : label));
    const figures = points.map(({ value }) => (Number.isNaN(value) ? 'NaN' : String(value)));
    expect(chart?.data).toEqual(points.map(({ value }, at) => ({ x: names[at], y: Number.isNaN(value) ? 0 : value })));
    expect(wordsOf(chart?.fallback).split('\n')).toEqual(names.flatMap((name, at) => [name, figures[at]]));
    expect(wordsOf(drawn)).toBe(['Pairs', names.map((name, at) => `${name}: ${figures[at]}`).join(' · ')].join('\n'));
  });

  it('draws no bars where there are no points', () => {
    const drawn = renderCard(card('c', 's', { block: 'chart', title: 'Pairs', points: [] }), brush);
    expect(wordsOf(drawn)).toBe('Pairs');
    expect(JSON.stringify(drawn)).not.toContain('Chart.');
  });

  it('draws the last row of buttons even where blocks are left out', () => {
    const people = Array.from({ length: 140 }, (_, at) => ({ block: 'heading', text: `H${at}` }) as const);
    const drawn = renderCard(
      card('c', 's', ...people, { block: 'buttons', buttons: [{ label: 'Back', token: { intent: 'b', args: {} } }] }),
      brush,
    );
    expect(actionsIn(drawn).map(({ title }) => title)).toEqual(['Back']);
  });

  it('never names another platform, and opens what a person without address cannot open nowhere', () => {
    const drawn = renderCard(
      card('c', 's', {
        block: 'buttons',
        buttons: [
          { label: 'A', chatWith: { channel: 'slack', tenant: 'T1', user: 'U1', email: 'ana+x@example.org' } },
          { label: 'B', chatWith: { channel: 'teams', tenant: 't', user: 'o' } },
          { label: 'C', href: 'javascript:alert(1)' },
        ],
      }),
      brush,
    );
    expect(actionsIn(drawn).map(({ url }) => url)).toEqual(['mailto:ana%2Bx@example.org']);
    expect(JSON.stringify(drawn)).not.toMatch(/slack/i);
  });

  it('opens one chat of several people, or a mail to them where one is elsewhere', () => {
    const inTeams = ['ana', 'joan'].map(
      (user) => ({ channel: 'teams', tenant: 't', user, email: `${user}+x@example.org` }) as const,
    );
    const elsewhere = { channel: 'slack', tenant: 'T1', user: 'U1', email: 'ben@example.org' } as const;
    const drawn = renderCard(
      card('c', 's', {
        block: 'buttons',
        buttons: [
          { label: 'A', chatAmong: inTeams },
          { label: 'B', chatAmong: [...inTeams, elsewhere] },
        ],
      }),
      brush,
    );
    const two = 'ana%2Bx@example.org,joan%2Bx@example.org';
    expect(actionsIn(drawn).map(({ url }) => url)).toEqual([
      `https://${brush.chatHost}/l/chat/0/0?users=${two}`,
      `mailto:${two},ben@example.org`,
    ]);
  });

  it('keeps what belongs in a menu in the menu of its own row, and spends no room in sight on it', () => {
    const button = (label: string, inMenu?: true) => ({
      label,
      token: { intent: label, args: {} },
      ...(inMenu ? { inMenu } : {}),
    });
    const row = {
      block: 'buttons',
      buttons: [button('Ask both how it goes'), button('Fine for 4 weeks', true)],
    } as const;
    const drawn = renderCard(card('c', 's', row, row, row, row), brush);
    expect(actionsIn(drawn).map(({ mode }) => mode ?? 'in sight')).toEqual(
      Array(4).fill(['in sight', 'secondary']).flat(),
    );
    expect(JSON.stringify(drawn).match(/"ActionSet"/gu)).toHaveLength(4);
  });

  it('draws a button that is answered below its card as a Submit, which needs no word for an answer', () => {
    const token = (intent: string, args = {}) => ({ label: intent, token: { intent, args } });
    const buttons = [token('help'), token('accept'), token('find'), token('find', { page: 2 })];
    const drawn = actionsIn(renderCard(card('c', 's', { block: 'buttons', buttons }), { ...brush, answersBelow }));
    const [help, accept, ...finds] = drawn;
    expect(help).toMatchObject({
      type: 'Action.Submit',
      data: { token: '["help",{}]' },
      associatedInputs: 'none',
      msteams: { feedback: { hide: true } },
    });
    expect(accept).toMatchObject({ type: 'Action.Execute' });
    expect(finds.map(({ type }) => type)).toEqual(['Action.Submit', 'Action.Execute']);
  });

  it('tells before a button acts what Slack asks back', () => {
    const drawn = renderCard(blockSamples.buttons ?? card('', ''), brush);
    expect(actionsIn(drawn).find(({ title }) => title === 'Withdraw')?.tooltip).toBe('Withdraw. Joan will be told.');
  });
});
