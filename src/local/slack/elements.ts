import { isRecord, type Json, recordAt, recordsAt, textAt } from '../json';

/** The interactive elements of a block, wherever they stand in it. */
export function elementsOf(block: unknown): readonly Json[] {
  if (!isRecord(block)) return [];
  const single = ['accessory', 'element'].map((key) => block[key]).filter(isRecord);
  return [...single, ...recordsAt(block, 'elements'), ...recordsAt(block, 'actions')];
}

export type Found = { readonly block: Json; readonly element: Json };

const label = (element: Json): string | undefined => textAt(recordAt(element, 'text'), 'text');

/** The element with this action_id, or else the button with this label; in the block `blockId` if that is given. */
export function findElement(blocks: readonly Json[], action: string, blockId?: string): Found | undefined {
  const all = blocks
    .filter((block) => blockId === undefined || block.block_id === blockId)
    .flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
  return (
    all.find(({ element }) => element.action_id === action) ??
    all.find(({ element }) => element.type === 'button' && label(element) === action)
  );
}
