import { type ReactNode, useId } from 'react';
import { isRecord, type Json, recordsAt, textAt } from './api';
import { Search } from './Search';

type Value = string | readonly string[];
type Asked = {
  readonly block: Json;
  readonly value: Value;
  readonly error: string | undefined;
  readonly change: (value: Value) => void;
  readonly search: (text: string) => Promise<readonly Json[]>;
};
type Control = {
  readonly id: string;
  readonly described: string | undefined;
  readonly invalid: boolean;
};

const words = (holder: Json, key: string): string | undefined => {
  const text = holder[key];
  return isRecord(text) ? textAt(text, 'text') : undefined;
};
const elementOf = (block: Json): Json => (isRecord(block.element) ? block.element : {});
const optionsOf = (element: Json): readonly Json[] => [
  ...recordsAt(element, 'options'),
  ...recordsAt(element, 'option_groups').flatMap((group) => recordsAt(group, 'options')),
];
const asText = (value: Value): string => (typeof value === 'string' ? value : value.join(','));
const asList = (value: Value): readonly string[] => (typeof value === 'string' ? [] : value);
const several = new Set(['checkboxes', 'multi_static_select']);

/** What stands in a field before anybody touches it. */
export function startValue(block: Json): Value {
  const element = elementOf(block);
  if (several.has(String(element.type)))
    return recordsAt(element, 'initial_options').map((option) => String(option.value));
  if (isRecord(element.initial_option)) return String(element.initial_option.value);
  const initial = element.initial_value ?? element.initial_date ?? element.initial_time;
  return typeof initial === 'string' ? initial : '';
}

function Choices({
  element,
  value,
  change,
  name,
}: {
  element: Json;
  value: Value;
  change: (value: Value) => void;
  name: string;
}) {
  const many = several.has(String(element.type));
  const chosen = many ? asList(value) : [asText(value)];
  const pick = (one: string, on: boolean): void => {
    if (!many) change(one);
    else change(on ? [...chosen, one] : chosen.filter((other) => other !== one));
  };
  return optionsOf(element).map((option) => {
    const one = String(option.value);
    return (
      <label key={one} className="choice">
        <input
          type={many ? 'checkbox' : 'radio'}
          name={name}
          value={one}
          checked={chosen.includes(one)}
          onChange={(event) => pick(one, event.target.checked)}
        />
        <span>
          {words(option, 'text')}
          {words(option, 'description') && <small>{words(option, 'description')}</small>}
        </span>
      </label>
    );
  });
}

const plainType: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  number_input: 'number',
  email_text_input: 'email',
  url_text_input: 'url',
};

function control(asked: Asked, { id, described, invalid }: Control): ReactNode {
  const { block, value, change, search } = asked;
  const element = elementOf(block);
  const shared = {
    id,
    'aria-describedby': described,
    'aria-invalid': invalid,
    placeholder: words(element, 'placeholder'),
  };
  const typing = {
    value: asText(value),
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  };
  const most = typeof element.max_length === 'number' ? { maxLength: element.max_length } : {};
  if (element.type === 'plain_text_input' && element.multiline === true)
    return <textarea rows={4} {...shared} {...typing} {...most} />;
  if (element.type === 'static_select')
    return (
      <select {...shared} {...typing}>
        <option value="">{words(element, 'placeholder') ?? 'Choose one'}</option>
        {optionsOf(element).map((option) => (
          <option key={String(option.value)} value={String(option.value)}>
            {words(option, 'text')}
          </option>
        ))}
      </select>
    );
  if (element.type === 'external_select') {
    const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
    const initial = isRecord(element.initial_option) ? words(element.initial_option, 'text') : undefined;
    return <Search {...shared} least={least} initial={initial} choose={change} search={search} />;
  }
  const bounds = { min: textAt(element, 'min_value'), max: textAt(element, 'max_value') };
  return <input type={plainType[String(element.type)] ?? 'text'} {...shared} {...typing} {...most} {...bounds} />;
}

/** One input block of a form, as a plain labeled control with its hint and its error. */
export function Field(asked: Asked) {
  const id = useId();
  const { block, value, error, change } = asked;
  const element = elementOf(block);
  const hint = words(block, 'hint');
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const isGroup = element.type === 'radio_buttons' || several.has(String(element.type));
  const label = (
    <>
      {words(block, 'label')}
      {block.optional === true && <small> (optional)</small>}
    </>
  );
  const notes = (
    <>
      {hint && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
      {error && (
        <strong id={`${id}-error`} className="error">
          {error}
        </strong>
      )}
    </>
  );
  if (isGroup)
    return (
      <fieldset
        className="field"
        aria-describedby={described}
        aria-invalid={error !== undefined}
        tabIndex={-1}
        data-field={String(block.block_id)}
      >
        <legend>{label}</legend>
        <Choices element={element} value={value} change={change} name={id} />
        {notes}
      </fieldset>
    );
  return (
    <div className="field" data-field={String(block.block_id)}>
      <label htmlFor={id}>{label}</label>
      {control(asked, { id, described, invalid: error !== undefined })}
      {notes}
    </div>
  );
}
