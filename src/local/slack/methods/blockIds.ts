import { isRecord, type Json } from '../../json';

const withActionId = (element: unknown, name: string): unknown =>
  isRecord(element) &&
  typeof element.type === 'string' &&
  !element.type.startsWith('rich_text') &&
  !('text' in element && element.type === 'mrkdwn')
    ? { action_id: name, ...element }
    : element;

const interactive = new Set(['section', 'actions', 'input']);

/** Slack names the blocks and elements that the bot left without an id; so does the stand-in. */
export function withIds(blocks: unknown): readonly Json[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isRecord).map((block, index) => {
    const id = typeof block.block_id === 'string' ? block.block_id : `b${index}`;
    if (!interactive.has(String(block.type))) return { ...block, block_id: id };
    const elements = Array.isArray(block.elements) ? block.elements : undefined;
    return {
      ...block,
      block_id: id,
      ...(isRecord(block.accessory) && { accessory: withActionId(block.accessory, `${id}.a`) }),
      ...(isRecord(block.element) && { element: withActionId(block.element, `${id}.a`) }),
      ...(elements && { elements: elements.map((element, at) => withActionId(element, `${id}.${at}`)) }),
    };
  });
}
