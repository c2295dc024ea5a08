import {
  type Action,
  AdaptiveCard,
  ChoiceSetInput,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
} from 'adaptivecards';
import { useEffect, useRef } from 'react';
import { isAction, isDrawn } from '../teams/cardParts';
import { isRecord, type Json, type Values } from './api';
import { hostConfig } from './hostConfig';
import { markdown } from './markdown';
import { useDark } from './theme';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

const mark = 'local-action-';

/** The card with a name on every action that tells its place, counted as the stand-in counts: body first, then the card's own. */
function marked(card: Json): Json {
  let count = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    const place = isAction(value) ? { id: `${mark}${count++}` } : {};
    const inner = Object.entries(value).map(([key, part]) => (isDrawn(key) ? [key, visit(part)] : [key, part]));
    return { ...Object.fromEntries(inner), ...place };
  };
  const body = visit(card.body);
  return { ...card, body, actions: visit(card.actions ?? []) };
}

type Shown = {
  readonly card: Json;
  readonly execute: (action: number, values: Values) => Promise<void>;
  readonly open: (address: string) => void;
  readonly search: (input: string, text: string) => Promise<readonly Json[]>;
};

/** What was found in the search fields, by input and title: the drawing gives back titles, the bot wants values. */
type Found = Map<string, string>;

function valuesOf(card: AdaptiveCard, found: Found): Values {
  return Object.fromEntries(
    card
      .getAllInputs()
      .flatMap((input) =>
        input.id && input.value !== undefined
          ? [[input.id, found.get(`${input.id}/${input.value}`) ?? String(input.value)]]
          : [],
      ),
  );
}

/** A search field is drawn with its label at the box around it only, and with a value where its title should stand. */
function mend(input: ChoiceSetInput): void {
  const box = input.renderedElement?.querySelector<HTMLElement>('.ac-choiceSetInput-filtered-container');
  const text = box?.querySelector('input');
  if (!box || !text) return;
  text.setAttribute('aria-labelledby', box.getAttribute('aria-labelledby') ?? '');
  const chosen = input.choices.find((choice) => choice.value === text.value);
  if (chosen?.title) text.value = chosen.title;
}

async function offer(input: ChoiceSetInput, search: Shown['search'], found: Found): Promise<void> {
  const text = input.getFilterForDynamicSearch()?.trim() ?? '';
  if (text === '' || !input.id) return;
  const options = await search(input.id, text).catch(() => []);
  for (const option of options) found.set(`${input.id}/${option.title}`, String(option.value));
  const choices = options.map((option) => ({ title: String(option.title), value: String(option.value) }));
  input.renderChoices(input.getFilterForDynamicSearch() ?? '', choices);
  input.getDropdownElement()?.classList.add('ac-choiceSetInput-filtered-dropdown-open');
}

/** A real Adaptive Card with a Teams-like look, whose actions go to the bot. */
export function CardView({ card, execute, open, search }: Shown) {
  const dark = useDark();
  const place = useRef<HTMLDivElement>(null);
  const acts = useRef({ execute, open, search });
  acts.current = { execute, open, search };
  const drawn = JSON.stringify(card);

  useEffect(() => {
    const found: Found = new Map();
    const adaptive = new AdaptiveCard();
    adaptive.hostConfig = new HostConfig(hostConfig(dark ? 'dark' : 'light'));
    adaptive.onExecuteAction = (action: Action) => {
      if (action instanceof OpenUrlAction) return acts.current.open(action.url ?? '');
      if (!(action instanceof ExecuteAction || action instanceof SubmitAction)) return undefined;
      place.current?.classList.add('busy');
      void acts.current
        .execute(Number(action.id?.slice(mark.length)), valuesOf(adaptive, found))
        .finally(() => place.current?.classList.remove('busy'));
      return undefined;
    };
    adaptive.onInputValueChanged = (input) => {
      if (input instanceof ChoiceSetInput && input.isDynamicTypeahead()) void offer(input, acts.current.search, found);
    };
    adaptive.parse(marked(JSON.parse(drawn)));
    const element = adaptive.render();
    for (const input of adaptive.getAllInputs()) {
      if (input instanceof ChoiceSetInput) mend(input);
      if (input.id && input.renderedElement) input.renderedElement.dataset.field = input.id;
    }
    for (const button of element?.querySelectorAll<HTMLElement>('button[title]') ?? [])
      button.setAttribute('aria-label', button.title);
    place.current?.replaceChildren(...(element ? [element] : []));
  }, [drawn, dark]);

  return <div ref={place} className="card" />;
}
