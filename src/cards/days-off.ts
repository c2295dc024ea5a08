import { DateTime } from 'luxon';
import { type Block, type Button, bold, buttons, type Card, card, type Form, heading, notice, prose } from '../chat';
import { type ComingDayOff, type DaysOff, holidayIds, holidayNames, mostDayName, type OwnDayOff } from '../mentoring';
import { token } from './tokens';
import { count, helpButton } from './words';

/** The days off from today on, and whether the reader keeps the list. */
export type DaysOffView = { readonly coming: readonly ComingDayOff[]; readonly keeps: boolean };

export const daysOffButton: Button = { label: 'Days off', token: token('days-off', {}) };

const dated = (day: string): string =>
  DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' }).toFormat('cccc, LLLL d, yyyy');
/** A day of the list: "October 18, 2027", or "October 18, every year". */
const ownWords = (day: string): string =>
  day.length === 5
    ? `${DateTime.fromISO(`2028-${day}`, { zone: 'utc', locale: 'en-US' }).toFormat('LLLL d')}, every year`
    : DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' }).toFormat('LLLL d, yyyy');

const mostShown = 40;

const undoButton = (day: string): Button => ({
  label: 'Undo',
  spoken: 'Undo: take this day off the list',
  token: token('day-off-undo', { day }),
});

/** The days on which no schedule writes to anybody here, for a year; `added` can be taken back. */
export function daysOff({ coming, keeps }: DaysOffView, added: string | undefined, ...first: readonly Block[]): Card {
  const rest = coming.length - mostShown;
  return card(
    'days-off',
    `Days off: ${count(coming.length, 'day')} in the coming year.`,
    heading('Days off'),
    ...first,
    prose('On these days I send no reminders and no digests. What you do yourself goes out at once, as always.'),
    coming.length === 0
      ? prose('There is none in the coming year.')
      : {
          block: 'list',
          items: coming
            .slice(0, mostShown)
            .map(({ day, name, own }) => [
              bold(dated(day)),
              ` ${name}${own === undefined ? '' : own.length === 5 ? ' (your own, every year)' : ' (your own)'}`,
            ]),
        },
    ...(rest > 0 ? [prose(`And ${rest} more.`)] : []),
    buttons(
      ...(keeps
        ? [
            { label: 'Add a day', token: token('day-off-add', {}), emphasis: 'main', dialog: true } as const,
            { label: 'Change the list', token: token('days-off-change', {}), dialog: true } as const,
          ]
        : []),
      ...(added === undefined ? [] : [undoButton(added)]),
      helpButton,
    ),
  );
}

export const dayOffAdded = ({ day, name }: OwnDayOff): Block =>
  notice('good', `${name} is a day off now: ${ownWords(day)}.`);
export const dayOffTaken = (): Block => notice('good', 'It is off the list again.');
export const daysOffSame = (): Block => notice('info', 'That is how it was already, so nothing has changed.');
export const daysOffChanged = (): Block => notice('good', 'Saved. What is planned keeps to this list.');

const back: Button = { label: 'Back', token: token('days-off', { back: 'form' }) };

/** One day more on which nobody works. */
export const dayOffForm = (): Form => ({
  name: 'day-off-add',
  title: 'Add a day off',
  fields: [
    { id: 'name', label: 'What is it called?', hint: 'Like Alaska Day.', field: 'line', most: mostDayName },
    { id: 'day', label: 'On which day?', field: 'date' },
    {
      id: 'every',
      label: 'How often?',
      field: 'choice',
      options: [
        { value: 'once', label: 'Only on that day' },
        { value: 'year', label: 'On that day of every year' },
      ],
    },
  ],
  submit: 'Add',
  back,
  token: token('day-off-add', {}),
});

/** The whole list, to tick: federal holidays, and days of its own; `list` is its mark. */
export const daysOffForm = (own: readonly OwnDayOff[], list: string): Form => ({
  name: 'days-off-change',
  title: 'Days off',
  fields: [
    {
      id: 'federal',
      label: 'Federal holidays',
      hint: 'What is ticked is a day off here.',
      field: 'choices',
      optional: true,
      options: holidayIds.map((id) => ({ value: id, label: holidayNames[id] })),
    },
    ...(own.length === 0
      ? []
      : [
          {
            id: 'own',
            label: 'Your own days',
            hint: 'What is not ticked goes off the list.',
            field: 'choices',
            optional: true,
            options: own.map(({ day, name }) => ({ value: day, label: name, detail: ownWords(day) })),
          } as const,
        ]),
  ],
  submit: 'Save',
  back,
  token: token('days-off-change', { list }),
});

/** What that form starts with. */
export const daysOffValues = ({ worked }: DaysOff, own: readonly OwnDayOff[]) => ({
  federal: holidayIds.filter((id) => !worked.includes(id)),
  own: own.map(({ day }) => day),
});
