import type { DateTime } from 'luxon';
import { type Block, type Field, type Form, prose } from '../chat';
import { meetingLengths, mostTimes, ways as wayIds } from '../mentoring';
import { zoneName } from './moments';
import { token } from './tokens';
import { firstName, ways } from './words';

export const mostPlace = 200;

/** The fields of the times, in their order: a day and a time of day each. */
export const timeFields: readonly { readonly day: string; readonly time: string }[] = [
  { day: 'first_day', time: 'first_time' },
  { day: 'second_day', time: 'second_time' },
  { day: 'third_day', time: 'third_time' },
].slice(0, mostTimes);

const labels = [
  { day: 'Day', time: 'Time' },
  { day: 'Or another day', time: 'At what time?' },
  { day: 'Or a third day', time: 'At what time?' },
];

const timeInputs = (): readonly Field[] =>
  timeFields.flatMap(({ day, time }, index): Field[] => {
    const { day: dayLabel = day, time: timeLabel = time } = labels[index] ?? {};
    const needed = index === 0 ? {} : { optional: true as const };
    return [
      { id: day, label: dayLabel, field: 'date', ...needed },
      { id: time, label: timeLabel, field: 'time', ...needed },
    ];
  });

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Proposal = {
  readonly pairing: string;
  readonly partner: string;
  /** The open meeting that these times are for, as she saw it. */
  readonly seen: { readonly meeting: string; readonly version: number; readonly isPlanned: boolean } | undefined;
  readonly zone: string;
  readonly now: DateTime;
};

const titleOf = ({ seen }: Proposal): string =>
  seen === undefined ? 'Plan a meeting' : seen.isPlanned ? 'Move the meeting' : 'Other times';

/** Proposes a meeting, other times for it, or to move it. `first` stands above, like what has changed meanwhile. */
export function meetForm(proposal: Proposal, ...first: readonly Block[]): Form {
  const { pairing, partner, seen, zone, now } = proposal;
  const name = firstName(partner);
  const { meeting, version } = seen ?? {};
  return {
    // Told apart by what it is about, so that a window which still holds an older one is drawn anew.
    name: meeting === undefined ? 'meet' : `meet-${meeting}-${version}`,
    title: titleOf(proposal),
    intro: [...first, prose(`Name up to three times, and ${name} picks one. Times are yours: ${zoneName(zone, now)}.`)],
    fields: [
      ...timeInputs(),
      {
        id: 'minutes',
        label: 'How long?',
        field: 'choice',
        options: meetingLengths.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` })),
      },
      {
        id: 'way',
        label: 'How do you meet?',
        field: 'choice',
        options: wayIds.map((value) => ({ value, label: capital(ways[value] ?? value) })),
      },
      {
        id: 'place',
        label: 'Where?',
        hint: `A room, a number or a link. Only you and ${name} see it.`,
        field: 'line',
        most: mostPlace,
        optional: true,
      },
    ],
    submit: 'Send',
    back: {
      label: 'Back',
      token: meeting === undefined ? token('pairing', { pairing }) : token('meeting', { meeting }),
    },
    token: token('meet', { pairing, meeting, version }),
  };
}
