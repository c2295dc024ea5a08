import { z } from 'zod';
import { dataVisualization } from './charts';
import { actionsElement, button, contextElement, image, inputElement, sectionAccessory } from './elements';
import { richText } from './richText';
import { address, anyText, mrkdwn, plain, words } from './texts';

const base = { block_id: words(255).optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...base,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10, 'must be at most 10 fields').optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((it) => it.text !== undefined || it.fields !== undefined, 'needs text or fields');
const header = z.strictObject({
  type: z.literal('header'),
  ...base,
  text: plain(150),
  level: z.int().min(1).max(4).optional(),
});
const divider = z.strictObject({ type: z.literal('divider'), ...base });
const context = z.strictObject({
  type: z.literal('context'),
  ...base,
  elements: z.array(contextElement).min(1).max(10, 'must be at most 10 elements'),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  ...base,
  elements: z.array(actionsElement).min(1).max(25, 'must be at most 25 elements'),
});
const input = z.strictObject({
  type: z.literal('input'),
  ...base,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});
const imageBlock = z.strictObject({
  type: z.literal('image'),
  ...base,
  image_url: address.optional(),
  slack_file: z.looseObject({}).optional(),
  alt_text: words(2000),
  title: plain(2000).optional(),
});
const markdown = z.strictObject({ type: z.literal('markdown'), ...base, text: words(12_000) });
const alert = z.strictObject({
  type: z.literal('alert'),
  ...base,
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});
const card = z.strictObject({
  type: z.literal('card'),
  ...base,
  hero_image: image.optional(),
  icon: image.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(200).optional(),
  actions: z.array(button).min(1).max(3).optional(),
});
const carousel = z.strictObject({ type: z.literal('carousel'), ...base, elements: z.array(card).min(1).max(10) });

const cell = z.union([
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  richText,
]);
const table = z.strictObject({
  type: z.literal('table'),
  ...base,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z.array(z.looseObject({})).max(20).optional(),
});

const everywhere = [section, header, divider, context, actions, input, imageBlock, richText] as const;

/** Blocks by surface: what Slack draws there. */
export const blocksOf = {
  message: z.discriminatedUnion('type', [...everywhere, markdown, card, carousel, table, dataVisualization]),
  modal: z.discriminatedUnion('type', [...everywhere, alert]),
  home: z.discriminatedUnion('type', [...everywhere, card, carousel]),
};

export type Surface = keyof typeof blocksOf;
