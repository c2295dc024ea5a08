import { z } from 'zod';
import { words } from './texts';

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  underline: z.boolean().optional(),
  code: z.boolean().optional(),
});
const styled = { style: style.optional() };

const piece = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1, 'must not be empty'), ...styled }),
  z.strictObject({
    type: z.literal('link'),
    url: words(3000),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    ...styled,
  }),
  z.strictObject({ type: z.literal('emoji'), name: words(100), unicode: z.string().optional(), ...styled }),
  z.strictObject({ type: z.literal('user'), user_id: words(30), ...styled }),
  z.strictObject({ type: z.literal('channel'), channel_id: words(30), ...styled }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: words(200),
    url: z.string().optional(),
    fallback: z.string().optional(),
  }),
]);

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(piece) });
const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };

/** A rich_text block; broadcasts (@channel, @here) are refused, as this bot never makes one. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: words(255).optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          ...border,
          elements: z.array(section).min(1),
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), ...border, elements: z.array(piece) }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), ...border, elements: z.array(piece) }),
      ]),
    )
    .min(1),
});
