import type { z } from 'zod';
import { isRecord, recordAt, textAt } from '../../json';
import { elementsOf } from '../elements';
import { blocksOf, type Surface } from './blocks';

/** What is wrong, in the words of Slack's response_metadata, and Slack's error code for it. */
export type Refusal = { readonly error: string; readonly messages: readonly string[] };

const worded = (at: string, what: string): string => `[ERROR] ${what} [json-pointer:${at}]`;

/** A zod failure as Slack words it. */
export function findings(error: z.ZodError, under: string): readonly string[] {
  return error.issues.map((issue) => worded([under, ...issue.path.map(String)].join('/'), issue.message));
}

function repeated(texts: readonly (string | undefined)[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text): text is string => text !== undefined && (seen.has(text) || !seen.add(text)));
}

/** A block_id is unique in the message or view, an action_id in its block. */
function twins(blocks: readonly unknown[], under: string): readonly string[] {
  const ids = repeated(blocks.filter(isRecord).map((block) => textAt(block, 'block_id')));
  const actions = blocks.map((block) => repeated(elementsOf(block).map((element) => textAt(element, 'action_id'))));
  return [
    ...ids.map((id) => worded(under, `block_id \`${id}\` already exists`)),
    ...actions.flatMap((twice, at) =>
      twice.map((id) => worded(`${under}/${at}`, `action_id \`${id}\` already exists`)),
    ),
  ];
}

const most: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const mostOf = { table: 1, data_visualization: 2 } as const;

/** Everything wrong with a list of blocks on this surface. */
export function blockFindings(blocks: unknown, surface: Surface, under = '/blocks'): readonly string[] {
  if (!Array.isArray(blocks)) return [worded(under, 'must be an array')];
  const count = (type: string): number => blocks.filter((block) => recordAt({ block }, 'block').type === type).length;
  return [
    ...(blocks.length > most[surface] ? [worded(under, `no more than ${most[surface]} items allowed`)] : []),
    ...Object.entries(mostOf)
      .filter(([type, limit]) => count(type) > limit)
      .map(([type, limit]) => worded(under, `no more than ${limit} ${type} per message`)),
    ...blocks.flatMap((block, index) => {
      const read = blocksOf[surface].safeParse(block);
      return read.success ? [] : findings(read.error, `${under}/${index}`);
    }),
    ...twins(blocks, under),
  ];
}
