import { z } from 'zod';
import { address, anyText, confirm, markedOption, option, optionGroup, plain, words } from './texts';

const actionable = { action_id: words(255).optional() };
const confirmable = { confirm: confirm.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plain(150).optional() };
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:mm');
const dispatch = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
    .optional(),
};

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  text: plain(75),
  value: words(2000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: words(75).optional(),
});

const imageSource = { image_url: address.optional(), slack_file: z.looseObject({}).optional() };
export const image = z.strictObject({ type: z.literal('image'), ...imageSource, alt_text: words(2000) });

const chosen = (offered: readonly { value: string }[], picked: readonly { value: string }[]): boolean =>
  picked.every((one) => offered.some((other) => JSON.stringify(other) === JSON.stringify(one)));

const selectBase = { ...actionable, ...confirmable, ...focusable, ...placeholder };
const staticChoices = {
  options: z.array(option).min(1).max(100, 'must be at most 100 options').optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
type Choices = {
  options?: readonly { value: string }[] | undefined;
  option_groups?: readonly { options: readonly { value: string }[] }[] | undefined;
};
const all = ({ options, option_groups }: Choices) => options ?? option_groups?.flatMap((group) => group.options) ?? [];
const oneSource = ({ options, option_groups }: Choices): boolean =>
  (options === undefined) !== (option_groups === undefined);

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...selectBase,
    ...staticChoices,
    initial_option: option.optional(),
  })
  .refine(oneSource, 'needs either options or option_groups')
  .refine(
    (it) => !it.initial_option || chosen(all(it), [it.initial_option]),
    'initial_option is not among the options',
  );

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...selectBase,
    ...staticChoices,
    initial_options: z.array(option).min(1).optional(),
    max_selected_items: z.int().min(1).optional(),
  })
  .refine(oneSource, 'needs either options or option_groups')
  .refine((it) => chosen(all(it), it.initial_options ?? []), 'initial_options are not among the options');

const queried = { min_query_length: z.int().min(0).optional() };
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...selectBase,
  ...queried,
  initial_option: option.optional(),
});
const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...selectBase,
  ...queried,
  initial_options: z.array(option).optional(),
  max_selected_items: z.int().min(1).optional(),
});
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...selectBase,
  initial_user: z.string().optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(option).min(1).max(5),
});

const marked = z.array(markedOption).min(1).max(10, 'must be at most 10 options');
const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...actionable,
    ...confirmable,
    ...focusable,
    options: marked,
    initial_option: markedOption.optional(),
  })
  .refine((it) => !it.initial_option || chosen(it.options, [it.initial_option]), 'initial_option is not an option');
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...actionable,
    ...confirmable,
    ...focusable,
    options: marked,
    initial_options: z.array(markedOption).min(1).optional(),
  })
  .refine((it) => chosen(it.options, it.initial_options ?? []), 'initial_options are not among the options');

const datepicker = z.strictObject({ type: z.literal('datepicker'), ...selectBase, initial_date: day.optional() });
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...selectBase,
  initial_time: hour.optional(),
  timezone: z.string().optional(),
});

const typed = { ...actionable, ...focusable, ...placeholder, ...dispatch };
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000, 'must be at most 3000').optional(),
});
const numberText = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number as text');
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: numberText.optional(),
  min_value: numberText.optional(),
  max_value: numberText.optional(),
});
const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...typed,
  initial_value: z.string().optional(),
});
const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() });

const selects = [staticSelect, multiStaticSelect, externalSelect, multiExternalSelect, usersSelect] as const;
const pickers = [radioButtons, checkboxes, datepicker, timepicker] as const;

export const sectionAccessory = z.discriminatedUnion('type', [button, image, overflow, ...selects, ...pickers]);
export const actionsElement = z.discriminatedUnion('type', [button, overflow, ...selects, ...pickers]);
export const contextElement = z.union([image, anyText(3000)]);
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  numberInput,
  emailInput,
  urlInput,
  ...selects,
  ...pickers,
]);
