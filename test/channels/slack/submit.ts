/** Plays Slack's part for a window: takes what it shows and hands it back as Slack would on submit. */
type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

function stateOf(element: Bag): Bag {
  const type = element.type;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null };
    case 'radio_buttons':
    case 'static_select':
    case 'external_select':
      return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: element.initial_options ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    default:
      throw new Error(`Slack has no ${String(type)}`);
  }
}

/** The `state.values` of a window that is submitted as it stands. */
export function stateOfView(view: unknown): Record<string, Bag> {
  const blocks = isBag(view) && Array.isArray(view.blocks) ? view.blocks : [];
  const state: Record<string, Bag> = {};
  for (const block of blocks) {
    if (!isBag(block) || block.type !== 'input' || !isBag(block.element)) continue;
    state[String(block.block_id)] = { [String(block.element.action_id)]: stateOf(block.element) };
  }
  return state;
}
