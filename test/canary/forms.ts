import type { DateTime } from 'luxon';
import type { Field, Form, FormValues } from '../../src/chat';

/** Gives a word that is found again wherever it comes to light. */
export type Plant = (where: string) => string;

/** What the database holds in plain: who somebody is, typed by a coordinator about somebody else, one's own time zone, and what a day off is called. */
const inDirectory: Readonly<Record<string, readonly string[]>> = {
  'link-account': ['name', 'email'],
  'settings-form': ['zone'],
  'day-off-add': ['name'],
};

const isDirectory = (form: Form, field: Field): boolean => inDirectory[form.token.intent]?.includes(field.id) === true;

type Taste = { readonly today: DateTime; readonly days: number; readonly optional: boolean; readonly pick: number };

function plainWords(id: string, pick: number): string {
  if (id === 'zone') return 'America/Juneau';
  return id === 'email' ? `new${pick}@canary.example.gov` : 'New Person';
}

function typedInto(form: Form, field: Field, plant: Plant, { today, days, pick }: Taste): string | readonly string[] {
  switch (field.field) {
    case 'line':
    case 'paragraph': {
      if (isDirectory(form, field)) return plainWords(field.id, pick);
      return plant(`${form.name}-${field.id}`).slice(0, field.most);
    }
    case 'choice':
      return (field.options[pick] ?? field.options[0])?.value ?? '';
    case 'choices':
      return field.options.slice(0, 1).map(({ value }) => value);
    case 'scale':
      return String(field.points);
    case 'date':
      return today.plus({ days }).toISODate() ?? '';
    case 'time':
      return field.id === 'to' ? '07:00' : '10:00';
    case 'number':
      return String(Math.max(field.min, Math.min(field.max, 30)));
    case 'person':
    case 'topic':
      return '';
    case 'consent':
      return 'yes';
  }
}

/** Ways to fill a form in, one after the other, until one is taken: with and without what is optional, on several days. */
export function fillings(form: Form, plant: Plant, today: DateTime): readonly FormValues[] {
  const tastes = [0, 1].flatMap((pick) =>
    [true, false].flatMap((optional) => [0, -1, 3, 7].map((days) => ({ today, days, optional, pick }))),
  );
  const isText = ({ field }: Field): boolean => field === 'line' || field === 'paragraph';
  return tastes.map((taste) =>
    Object.fromEntries(
      form.fields
        .filter((field) => taste.optional || field.optional !== true || isText(field))
        .map((field) => [field.id, typedInto(form, field, plant, taste)]),
    ),
  );
}

/** A filling that no form takes: far too long where somebody writes, nothing where she must choose. */
export const tooMuch = (form: Form, plant: Plant): FormValues =>
  Object.fromEntries(
    form.fields.flatMap((field) =>
      (field.field === 'line' || field.field === 'paragraph') && !isDirectory(form, field)
        ? [[field.id, `${plant(`${form.name}-${field.id}-long`)} ${'x'.repeat(field.most)}`] as const]
        : [],
    ),
  );
