import { z } from 'zod';
import { cleanText, clip, type FormValues } from '../../chat';
import { limits } from './limits';

const option = z.object({ value: z.string().max(2000), text: z.object({ text: z.string() }).optional() });
const element = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});

/** The `state.values` of a submitted window: by block id, then by action id. */
export const stateSchema = z.record(z.string().max(limits.id), z.record(z.string().max(limits.id), element));
export type State = z.infer<typeof stateSchema>;

type Element = z.infer<typeof element>;

const fieldId = /^[a-z][a-z0-9_]*$/;

function givenValue(actionId: string, given: Element): string | readonly string[] | undefined {
  if (given.selected_options != null) {
    const chosen = given.selected_options.map(({ value }) => value);
    return actionId.endsWith(':consent') ? chosen[0] : chosen;
  }
  const text = given.selected_option?.value ?? given.selected_date ?? given.selected_time ?? given.value;
  return typeof text === 'string' ? cleanText(text) : undefined;
}

const isEmpty = (value: string | readonly string[] | undefined): boolean => value === undefined || value.length === 0;

/** What was filled in, by field id; what was left empty is missing. */
export function valuesOf(state: State): FormValues {
  const given = Object.entries(state).flatMap(([id, elements]) => {
    const [first] = Object.entries(elements);
    const value = first === undefined ? undefined : givenValue(first[0], first[1]);
    return value === undefined || isEmpty(value) || !fieldId.test(id) ? [] : [[id, value] as const];
  });
  return Object.fromEntries(given);
}

/** How the chosen options are called, by field id, so that a window drawn again can show a person's name. */
export function labelsOf(state: State): Record<string, string> {
  const named = Object.entries(state).flatMap(([id, elements]) => {
    const label = Object.values(elements)[0]?.selected_option?.text?.text;
    return label === undefined || !fieldId.test(id) ? [] : [[id, label] as const];
  });
  return Object.fromEntries(named);
}

/** Error sentences by block id, each of a length that Slack shows. */
export const clipErrors = (errors: readonly (readonly [id: string, sentence: string])[]): Record<string, string> =>
  Object.fromEntries(errors.map(([id, sentence]) => [id, clip(cleanText(sentence), limits.input.error)]));
