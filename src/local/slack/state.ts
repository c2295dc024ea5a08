import { type Json, textAt } from '../json';
import { elementsOf } from './elements';
import { type Entered, elementState, isEmpty, type Offered } from './values';

export type ReadState =
  | { readonly ok: true; readonly values: Json }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const stateless = new Set(['button', 'overflow', 'image', 'plain_text', 'mrkdwn']);

type Place = {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Json;
  readonly required: boolean;
};

function places(blocks: readonly Json[]): readonly Place[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => typeof element.action_id === 'string' && !stateless.has(String(element.type)))
      .map((element) => ({
        blockId: textAt(block, 'block_id') ?? '',
        actionId: textAt(element, 'action_id') ?? '',
        element,
        required: block.type === 'input' && block.optional !== true,
      })),
  );
}

const entries = (values: Json, place: Place, state: Json): void => {
  const held = values[place.blockId];
  values[place.blockId] = { ...(typeof held === 'object' && held), [place.actionId]: state };
};

/** `state.values` of a view or message after `entered`, or the sentences a client shows at the fields. Names it has no field for are an error. */
export function stateOf(
  blocks: readonly Json[],
  entered: Entered,
  offered: Offered,
  check: 'complete' | 'as it is',
): ReadState {
  const all = places(blocks);
  const values: Json = {};
  const errors: Record<string, string> = {};
  for (const name of Object.keys(entered))
    if (!all.some((place) => place.blockId === name || place.actionId === name))
      errors[name] = `There is no field "${name}" here.`;
  for (const place of all) {
    const read = elementState(place.element, entered[place.blockId] ?? entered[place.actionId], offered(place.blockId));
    if (!read.ok) errors[place.blockId] = read.says;
    else if (check === 'complete' && place.required && isEmpty(read.state))
      errors[place.blockId] = 'Please complete this required field.';
    else entries(values, place, read.state);
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, values };
}
