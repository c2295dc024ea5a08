import {
  type Action,
  AdaptiveCard,
  ChoiceSetInput,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
} from 'adaptivecards';
import { useEffect, useId, useRef } from 'react';
import { isAction, isDrawn } from '../teams/cardParts';
import { isRecord, type Json, type Values } from './api';
import { knowCharts } from './cardCharts';
import { hostConfig } from './hostConfig';
import { markdown } from './markdown';
import { useDark } from './theme';
import { withTyped } from './typed';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

knowCharts();

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

/** What stands in the inputs; an input that was emptied is as empty as it looks. */
function standing(card: AdaptiveCard): Readonly<Record<string, string>> {
  const text = (value: unknown): string => (value === undefined || Number.isNaN(value) ? '' : String(value));
  return Object.fromEntries(card.getAllInputs().flatMap(({ id, value }) => (id ? [[id, text(value)]] : [])));
}

const valuesOf = (card: AdaptiveCard, found: Found): Values =>
  Object.fromEntries(Object.entries(standing(card)).map(([id, value]) => [id, found.get(`${id}/${value}`) ?? value]));

/** A search field is drawn with its label at the box around it only, and with a value where its title should stand. */
function mend(input: ChoiceSetInput): void {
  const box = input.renderedElement?.querySelector<HTMLElement>('.ac-choiceSetInput-filtered-container');
  const text = box?.querySelector('input');
  if (!box || !text) return;
  text.setAttribute('aria-labelledby', box.getAttribute('aria-labelledby') ?? '');
  const chosen = input.choices.find((choice) => choice.value === text.value);
  if (chosen?.title) text.value = chosen.title;
}

/** What the drawing lacks. Names are those of the fields, and two cards' radio buttons of one name would be one group. */
function dress(card: AdaptiveCard, element: HTMLElement, id: string): void {
  for (const input of card.getAllInputs()) {
    if (input instanceof ChoiceSetInput) mend(input);
    if (!input.id || !input.renderedElement) continue;
    input.renderedElement.dataset.field = input.id;
    input.renderedElement.removeAttribute('id');
  }
  for (const radio of element.querySelectorAll<HTMLInputElement>('input[type="radio"]')) radio.name += id;
  for (const button of element.querySelectorAll<HTMLElement>('button[title]'))
    button.setAttribute('aria-label', button.title);
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
  const id = useId();
  /** What was typed into this card before its colors changed. */
  const kept = useRef<{ drawn: string; typed: Values; found: Found }>(undefined);

  useEffect(() => {
    const before = kept.current?.drawn === drawn ? kept.current : undefined;
    const found: Found = before?.found ?? new Map();
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
    adaptive.parse(marked(withTyped(JSON.parse(drawn), before?.typed ?? {})));
    const element = adaptive.render();
    if (element) dress(adaptive, element, id);
    place.current?.replaceChildren(...(element ? [element] : []));
    return () => {
      kept.current = { drawn, typed: standing(adaptive), found };
    };
  }, [drawn, dark, id]);

  return <div ref={place} className="card" />;
}
