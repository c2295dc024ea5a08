/**
 * Slack's rules for messages and windows, written down a second time on purpose: what the renderer believes about a
 * limit must not decide whether a test passes.
 */
type Bag = Record<string, unknown>;
type Check = (value: unknown, at: string) => string[];

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);
const none: string[] = [];

const optional =
  (check: Check): Check =>
  (value, at) =>
    value === undefined ? none : check(value, at);
const bool: Check = (value, at) => (typeof value === 'boolean' ? none : [`${at} is no boolean`]);
const text =
  (most: number, least = 1): Check =>
  (value, at) => {
    if (typeof value !== 'string') return [`${at} is no text`];
    if (!value.isWellFormed()) return [`${at} holds half a character`];
    if (value.length < least) return [`${at} is empty`];
    return value.length > most ? [`${at} has ${value.length} characters, ${most} are allowed`] : none;
  };
const word =
  (...allowed: string[]): Check =>
  (value, at) =>
    typeof value === 'string' && allowed.includes(value)
      ? none
      : [`${at} is ${String(value)}, not one of ${allowed.join(', ')}`];
const pattern =
  (form: RegExp): Check =>
  (value, at) =>
    typeof value === 'string' && form.test(value) ? none : [`${at} is ${String(value)}`];
const list =
  (check: Check, most: number, least = 1): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [`${at} is no list`];
    const count = value.length < least || value.length > most ? [`${at} has ${value.length} entries`] : none;
    return [...count, ...value.flatMap((each, index) => check(each, `${at}[${index}]`))];
  };
/** An object with exactly these keys; what is not named is a fault. */
const shape =
  (checks: Record<string, Check>): Check =>
  (value, at) => {
    if (!isBag(value)) return [`${at} is no object`];
    const unknown = Object.keys(value)
      .filter((key) => !(key in checks))
      .map((key) => `${at}.${key} is not known`);
    return [...unknown, ...Object.entries(checks).flatMap(([key, check]) => check(value[key], `${at}.${key}`))];
  };
const byType =
  (kinds: Record<string, Check>): Check =>
  (value, at) => {
    const type = isBag(value) ? value.type : undefined;
    const check = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return check === undefined ? [`${at}.type ${String(type)} is not allowed here`] : check(value, at);
  };

const plain = (most: number) => shape({ type: word('plain_text'), text: text(most), emoji: optional(bool) });
const link: Check = (value, at) =>
  typeof value === 'string' && /^(https?:\/\/|mailto:|slack:\/\/)/.test(value) && value.length <= 3000
    ? none
    : [`${at} is no link: ${String(value)}`];

const style = optional(shape({ bold: optional(bool) }));
const rich = byType({
  text: shape({ type: word('text'), text: text(3100), style }),
  link: shape({ type: word('link'), text: optional(text(3100)), url: link, style }),
});
const section = shape({ type: word('rich_text_section'), elements: list(rich, 1000) });
const richPart = byType({
  rich_text_section: section,
  rich_text_list: shape({
    type: word('rich_text_list'),
    style: word('bullet', 'ordered'),
    elements: list(section, 200),
  }),
  rich_text_preformatted: shape({ type: word('rich_text_preformatted'), elements: list(rich, 10) }),
});

const actionId = text(255);
const confirm = optional(
  shape({
    title: plain(100),
    text: plain(300),
    confirm: plain(30),
    deny: plain(30),
    style: optional(word('primary', 'danger')),
  }),
);
const button: Check = (value, at) => [
  ...shape({
    type: word('button'),
    action_id: actionId,
    text: plain(75),
    value: optional(text(2000)),
    url: optional(link),
    style: optional(word('primary', 'danger')),
    accessibility_label: optional(text(75)),
    confirm,
  })(value, at),
  ...(isBag(value) && (value.value === undefined) === (value.url === undefined)
    ? [`${at} needs a value or a url`]
    : none),
];

const option = shape({ text: plain(75), value: text(150), description: optional(plain(75)) });
const group = shape({ label: plain(75), options: list(option, 100) });
const ticks = { action_id: actionId, options: list(option, 10) };
const chosenIsOffered: Check = (value, at) => {
  if (!isBag(value)) return none;
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [value];
  const offered = groups
    .flatMap((each) => (isBag(each) && Array.isArray(each.options) ? each.options : []))
    .map((each) => JSON.stringify(each));
  const initial = value.initial_option === undefined ? value.initial_options : [value.initial_option];
  const doubles = new Set(offered).size < offered.length ? [`${at} offers an option twice`] : none;
  const chosen = Array.isArray(initial) ? initial : [];
  return [
    ...doubles,
    ...chosen.flatMap((each) =>
      offered.includes(JSON.stringify(each)) ? none : [`${at} has chosen what it does not offer`],
    ),
  ];
};
const offering =
  (check: Check): Check =>
  (value, at) => [...check(value, at), ...chosenIsOffered(value, at)];
const menu = (type: string, initial: Record<string, Check>): Check =>
  offering((value, at) => {
    const keys = { type: word(type), action_id: actionId, placeholder: optional(plain(150)), ...initial };
    const grouped = isBag(value) && 'option_groups' in value;
    return shape(grouped ? { ...keys, option_groups: list(group, 100) } : { ...keys, options: list(option, 100) })(
      value,
      at,
    );
  });
const numberInput: Check = (value, at) => {
  const { min_value: min, max_value: max, initial_value: initial } = isBag(value) ? value : {};
  const outside = initial !== undefined && (Number(initial) < Number(min) || Number(initial) > Number(max));
  return outside ? [`${at} starts outside its range`] : none;
};

const inputElement = byType({
  plain_text_input: (value, at) => [
    ...shape({
      type: word('plain_text_input'),
      action_id: actionId,
      multiline: optional(bool),
      max_length: (most, where) =>
        Number.isInteger(most) && Number(most) >= 1 && Number(most) <= 3000 ? none : [`${where} is ${String(most)}`],
      initial_value: optional(text(3000)),
    })(value, at),
    ...(isBag(value) && typeof value.initial_value === 'string' && value.initial_value.length > Number(value.max_length)
      ? [`${at} starts too long`]
      : none),
  ],
  number_input: (value, at) => [
    ...shape({
      type: word('number_input'),
      action_id: actionId,
      is_decimal_allowed: bool,
      min_value: pattern(/^-?\d+(\.\d+)?$/),
      max_value: pattern(/^-?\d+(\.\d+)?$/),
      initial_value: optional(pattern(/^-?\d+(\.\d+)?$/)),
    })(value, at),
    ...numberInput(value, at),
  ],
  radio_buttons: offering(shape({ type: word('radio_buttons'), ...ticks, initial_option: optional(option) })),
  checkboxes: offering(shape({ type: word('checkboxes'), ...ticks, initial_options: optional(list(option, 10)) })),
  static_select: menu('static_select', { initial_option: optional(option) }),
  multi_static_select: menu('multi_static_select', { initial_options: optional(list(option, 100)) }),
  external_select: shape({
    type: word('external_select'),
    action_id: actionId,
    placeholder: optional(plain(150)),
    min_query_length: (value, at) => (Number.isInteger(value) ? none : [`${at} is missing`]),
    initial_option: optional(option),
  }),
  datepicker: shape({
    type: word('datepicker'),
    action_id: actionId,
    initial_date: optional(pattern(/^\d{4}-\d{2}-\d{2}$/)),
  }),
  timepicker: shape({
    type: word('timepicker'),
    action_id: actionId,
    initial_time: optional(pattern(/^\d{2}:\d{2}$/)),
  }),
});

const id = optional(text(255));
const shared: Record<string, Check> = {
  header: shape({ type: word('header'), block_id: id, text: plain(150) }),
  divider: shape({ type: word('divider'), block_id: id }),
  rich_text: shape({ type: word('rich_text'), block_id: id, elements: list(richPart, 100) }),
  actions: shape({ type: word('actions'), block_id: id, elements: list(button, 25) }),
};
const number: Check = (value, at) => (Number.isFinite(value) ? none : [`${at} is no number`]);
const series = shape({
  name: text(20),
  data: list(shape({ label: text(20), value: number }), 6),
});
const onlyItsCategories: Check = (value, at) => {
  if (!isBag(value) || !isBag(value.axis_config) || !Array.isArray(value.series)) return none;
  const categories = JSON.stringify(value.axis_config.categories);
  const labels = value.series.map((each) => JSON.stringify(idsIn(each, 'label')));
  return labels.every((each) => each === categories) ? none : [`${at} has labels that are no categories of it`];
};
const bars: Check = (value, at) => [
  ...shape({
    type: word('bar'),
    series: list(series, 6),
    axis_config: shape({ categories: list(text(20), 6), y_label: optional(text(50)) }),
  })(value, at),
  ...onlyItsCategories(value, at),
];
const messageBlocks: Record<string, Check> = {
  ...shared,
  data_visualization: shape({ type: word('data_visualization'), block_id: id, title: text(50), chart: bars }),
};
const viewBlocks: Record<string, Check> = {
  ...shared,
  section: shape({ type: word('section'), block_id: id, text: plain(3000) }),
  input: shape({
    type: word('input'),
    block_id: text(255),
    label: plain(2000),
    hint: optional(plain(2000)),
    optional: bool,
    element: inputElement,
  }),
};

function twice(what: string, all: readonly unknown[]): string[] {
  const seen = new Set<unknown>();
  return all.flatMap((each) => {
    if (each === undefined) return none;
    const again = seen.has(each);
    seen.add(each);
    return again ? [`${what} ${String(each)} is there twice`] : none;
  });
}

function idsIn(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => idsIn(each, key));
  if (!isBag(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === key ? [each] : idsIn(each, key)));
}

const unique = (blocks: unknown): string[] => [
  ...twice('block_id', idsIn(blocks, 'block_id')),
  ...twice('action_id', idsIn(blocks, 'action_id')),
];

const message: Check = (value, at) => {
  const faults = shape({ text: text(12_000), blocks: list(byType(messageBlocks), 50) })(value, at);
  if (!isBag(value)) return faults;
  const raw = typeof value.text === 'string' ? value.text.replace(/&(amp|lt|gt);/g, '') : '';
  return [
    ...faults,
    ...unique(value.blocks),
    ...(idsIn(value.blocks, 'type').filter((type) => type === 'data_visualization').length > 2
      ? [`${at} has more than two charts`]
      : none),
    ...(/[<>&]/.test(raw) ? [`${at}.text holds an unescaped character`] : none),
    ...(JSON.stringify(value.blocks).length > 13_000 ? [`${at} is longer than Slack takes`] : none),
  ];
};

const viewBase = { blocks: list(byType(viewBlocks), 100) };
const modal: Check = (value, at) => {
  const hasInput =
    isBag(value) && Array.isArray(value.blocks) && value.blocks.some((block) => isBag(block) && block.type === 'input');
  return [
    ...shape({
      ...viewBase,
      type: word('modal'),
      title: plain(24),
      close: plain(24),
      submit: hasInput ? plain(24) : optional(plain(24)),
      callback_id: text(255),
      private_metadata: optional(text(3000)),
    })(value, at),
    ...(isBag(value) ? unique(value.blocks) : none),
  ];
};
const home: Check = (value, at) => [
  ...shape({ type: word('home'), blocks: list(byType(shared), 100, 0) })(value, at),
  ...(isBag(value) ? unique(value.blocks) : none),
];

/** Everything Slack would not take in a message (`text` and `blocks`), a modal window or a Home tab. */
export function slackFaults(what: unknown): string[] {
  const type = isBag(what) ? what.type : undefined;
  if (type === 'modal') return modal(what, 'view');
  return type === 'home' ? home(what, 'home') : message(what, 'message');
}
