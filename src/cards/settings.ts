import type { DateTime } from 'luxon';
import { DateTime as Luxon } from 'luxon';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  type Form,
  facts,
  heading,
  notice,
} from '../chat';
import type { Settings } from '../mentoring';
import { zoneName } from './moments';
import { token } from './tokens';
import { helpButton, listing } from './words';

/** What somebody has set of her messages. `zone` is the one that counts for her now; `version` which change of hers this is. */
export type SettingsView = {
  readonly settings: Settings;
  readonly version: number;
  readonly zone: string;
  /** Only those who coordinate a program get a digest. */
  readonly showsDigest: boolean;
  readonly now: DateTime;
};

export const mostZone = 60;

/** Her own card; where it stands on another matter, that one stays. */
export const settingsButton: Button = { label: 'Settings', token: token('settings', {}) };

const weekdays: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const clock = (time: string): string => Luxon.fromISO(time, { locale: 'en-US' }).toFormat('h:mm a');

/** "Monday to Friday", or the days one by one. */
function daysWords(days: readonly number[]): string {
  const names = days.map((day) => weekdays[day - 1] ?? '');
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const isRow = days.length > 2 && last - first === days.length - 1;
  return isRow ? `${names[0]} to ${names.at(-1)}` : listing(names);
}

const onOff = (isOn: boolean): 'on' | 'off' => (isOn ? 'on' : 'off');

/** What of it is which way, in one line each. */
const rows = ({ settings, zone, showsDigest, now }: SettingsView): (readonly [string, string])[] => [
  ['Time zone', `${zoneName(zone, now)} (${zone})`],
  ['Quiet hours', `${clock(settings.quietFrom)} to ${clock(settings.quietTo)}`],
  ['Working days', `${daysWords(settings.days)}, without the days off here`],
  ['Reminders', onOff(settings.reminders)],
  ...(showsDigest ? [['Weekly digest', onOff(settings.digest)] as const] : []),
];

/** What she had before, as a button that brings it back; a later change of hers makes it void. */
const undoButton = (before: Settings, version: number): Button => ({
  label: 'Undo',
  spoken: 'Undo this change of your settings',
  token: token('settings-undo', {
    version,
    ...(before.zone === null ? {} : { zone: before.zone }),
    from: before.quietFrom,
    to: before.quietTo,
    days: before.days.join(''),
    reminders: onOff(before.reminders),
    digest: onOff(before.digest),
  }),
});

/** How it is set now. `first` stands on top; `before` is what the last change can be taken back to. */
export function settingsCard(view: SettingsView, before?: Settings, ...first: readonly Block[]): Card {
  const title = 'Your settings';
  return card(
    'settings',
    `${title}: when I write to you, and what about.`,
    heading(title),
    ...first,
    facts(...rows(view)),
    buttons(
      { label: 'Change', token: token('settings-form', {}), emphasis: 'main', dialog: true },
      ...(before ? [undoButton(before, view.version)] : []),
      { label: 'What messages come', token: token('messages', {}) },
      helpButton,
    ),
  );
}

/** What happened to them, on top of the card. */
export const settingsSaved = (): Block => notice('good', 'Saved. From now on I keep to this.');
export const settingsSame = (): Block => notice('info', 'That is how it was already, so nothing has changed.');
export const settingsBack = (): Block => notice('good', 'It is as it was before.');
export const settingsMoved = (): Block =>
  notice('info', 'You have changed your settings since, so nothing was done just now. Here is how they stand.');
/** Her words were not clear enough to do it at once. */
export const settingsAsked = (): Block => notice('info', 'Did I get this right? Save it, or change what is wrong.');

const switched = (id: string, label: string, hint: string): Field => ({
  id,
  label,
  hint,
  field: 'choice',
  options: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ],
});

/** Time zone, quiet hours, working days, and what comes at all. */
export function settingsForm({ showsDigest }: Pick<SettingsView, 'showsDigest'>, ...first: readonly Block[]): Form {
  return {
    name: 'settings',
    title: 'Your settings',
    intro: first,
    fields: [
      {
        id: 'zone',
        label: 'Time zone',
        hint: 'As the list of time zones has it, for example America/Anchorage.',
        field: 'line',
        most: mostZone,
      },
      { id: 'from', label: 'Quiet from', hint: 'Reminders wait until your quiet hours are over.', field: 'time' },
      { id: 'to', label: 'Quiet until', field: 'time' },
      {
        id: 'days',
        label: 'Working days',
        field: 'choices',
        options: weekdays.map((label, index) => ({ value: String(index + 1), label })),
      },
      switched('reminders', 'Reminders', 'Of meetings and of requests that wait, and whether you met.'),
      ...(showsDigest ? [switched('digest', 'Weekly digest', 'For coordinators, on Monday morning.')] : []),
    ],
    submit: 'Save',
    back: { label: 'Back', token: token('settings', { back: 'form' }) },
    token: token('settings-form', {}),
  };
}

/** What the form starts with. */
export const settingsValues = (
  settings: Settings,
  zone: string,
): Readonly<Record<string, string | readonly string[]>> => ({
  zone,
  from: settings.quietFrom,
  to: settings.quietTo,
  days: settings.days.map(String),
  reminders: onOff(settings.reminders),
  digest: onOff(settings.digest),
});
