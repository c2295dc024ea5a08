import { isRecord } from '../../json';
import { blockFindings, type Refusal } from './findings';

const longestText = 40_000;
/** Seen at about this sum; every object in the blocks costs some of it beside its words. */
const longestBlocks = 13_200;
const costOfAnObject = 20;

/** The characters of a message's blocks, as the platform seems to count them. */
function weight(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + weight(one), 0);
  if (!isRecord(value)) return 0;
  const own = ['text', 'alt_text', 'title', 'label'].map((key) => value[key]).filter((one) => typeof one === 'string');
  return Object.values(value).reduce<number>(
    (sum, one) => sum + weight(one),
    own.join('').length + ('type' in value ? costOfAnObject : 0),
  );
}

/** Checks the text and the blocks of a message that is to be posted or updated; undefined when Slack would take it. */
export function messageRefusal(text: string | undefined, blocks: unknown): Refusal | undefined {
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (!text && !hasBlocks && blocks === undefined) return { error: 'no_text', messages: [] };
  if (!text && !hasBlocks && Array.isArray(blocks)) return { error: 'no_text', messages: [] };
  if (text !== undefined && text.length > longestText) return { error: 'msg_too_long', messages: [] };
  if (blocks === undefined) return undefined;
  const found = blockFindings(blocks, 'message');
  if (found.length > 0) return { error: 'invalid_blocks', messages: found };
  const weighs = weight(blocks);
  if (weighs <= longestBlocks) return undefined;
  return { error: 'msg_blocks_too_long', messages: [`[ERROR] the blocks weigh ${weighs}, at most ${longestBlocks}`] };
}
