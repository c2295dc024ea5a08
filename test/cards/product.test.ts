import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersBelow } from '../../src/cards';
import { formView } from '../../src/channels/slack/form';
import { renderMessage } from '../../src/channels/slack/render';
import { renderForm } from '../../src/channels/teams/form';
import { renderCard } from '../../src/channels/teams/render';
import { slackFaults } from '../channels/slack/validator';
import { brush as plainBrush, schemaFaults, smallPrint } from '../channels/teams/cards';
import { productCards, productForms } from './product';

const source = join(__dirname, '..', '..', 'src', 'cards');
const official = schemaFaults();
const brush = { ...plainBrush, answersBelow };

describe('every card that the product says', () => {
  it.each(productCards())('keeps within what Slack takes: $title', ({ card }) => {
    expect(slackFaults(renderMessage(card))).toEqual([]);
  });

  it.each(productCards())('keeps within what Teams takes: $title', ({ card }) => {
    const drawn = renderCard(card, brush);
    expect(smallPrint(drawn)).toEqual([]);
    expect(official?.(drawn) ?? '').toBe('');
    expect(JSON.stringify(drawn).length).toBeLessThan(25_000);
  });

  it('has a summary that is a sentence, and shows at most six buttons', () => {
    for (const { card } of productCards()) {
      expect(card.summary).toMatch(/\S.*[.!?:]/u);
      const buttons = card.blocks.reduce(
        (sum, block) =>
          sum +
          (block.block === 'buttons'
            ? block.buttons.filter(({ inMenu }) => !inMenu).length
            : block.block === 'person' && block.button
              ? 1
              : 0),
        0,
      );
      expect({ card: card.name, buttons: buttons <= 6 }).toEqual({ card: card.name, buttons: true });
    }
  });
});

describe('every form of the product', () => {
  it.each(productForms())('keeps within what both clients take: $title', ({ form }) => {
    expect(slackFaults(formView(form, {}))).toEqual([]);
    const drawn = renderForm(form, {}, brush);
    expect(smallPrint(drawn)).toEqual([]);
    expect(official?.(drawn) ?? '').toBe('');
  });
});

describe('the sentences', () => {
  it('never name a chat platform: they are the same in both', () => {
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.endsWith('.ts'),
    ))
      expect(readFileSync(join(source, file), 'utf8')).not.toMatch(/['"`][^'"`\n]*\b(Slack|Teams)\b/);
  });
});
