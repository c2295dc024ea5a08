import { z } from 'zod';
import { isRecord } from '../../json';
import { blockFindings, findings, type Refusal } from './findings';
import { plain, words } from './texts';

const shared = {
  blocks: z.array(z.unknown()).min(1),
  private_metadata: z.string().max(3000, 'must be at most 3000 characters').optional(),
  callback_id: words(255).optional(),
  external_id: words(255).optional(),
};
const modal = z.strictObject({
  type: z.literal('modal'),
  ...shared,
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});
const home = z.strictObject({ type: z.literal('home'), ...shared });

/** Checks a modal or a Home view; undefined when Slack would take it. */
export function viewRefusal(view: unknown, type: 'modal' | 'home'): Refusal | undefined {
  const read = (type === 'modal' ? modal : home).safeParse(view);
  const blocks: readonly unknown[] = isRecord(view) && Array.isArray(view.blocks) ? view.blocks : [];
  const asks = blocks.some((block) => isRecord(block) && block.type === 'input');
  const messages = [
    ...(read.success ? [] : findings(read.error, '/view')),
    ...blockFindings(blocks, type, '/view/blocks'),
    ...(type === 'modal' && asks && isRecord(view) && view.submit === undefined
      ? ['[ERROR] missing required field: submit [json-pointer:/view/submit]']
      : []),
  ];
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : undefined;
}
