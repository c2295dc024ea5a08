import type { DateTime } from 'luxon';
import { type Button, type Card, card, clip, link, prose, type Span } from '../chat';
import type { Meeting } from '../mentoring';

const mostName = 80;

/** What stands in a calendar: with whom, and nothing of what it is about. */
export const calendarTitle = (partner: string): string => `Mentoring with ${clip(partner, mostName)}`;

type Hour = { readonly title: string; readonly start: DateTime; readonly end: DateTime };

/** The hour of a meeting that is planned; undefined for any other. */
export function hourOf({ state, startsAt, minutes }: Meeting, partner: string): Hour | undefined {
  if (state !== 'planned' || startsAt === null) return undefined;
  return { title: calendarTitle(partner), start: startsAt.toUTC(), end: startsAt.toUTC().plus({ minutes }) };
}

const basic = (at: DateTime): string => at.toFormat("yyyyLLdd'T'HHmmss'Z'");
const extended = (at: DateTime): string => at.toFormat("yyyy-LL-dd'T'HH:mm:ss'Z'");

const address = (base: string, query: Readonly<Record<string, string>>): string =>
  `${base}?${new URLSearchParams(query).toString()}`;

/** Open a new entry of the reader's own calendar, filled in: nothing is stored before she says so there, and no right is asked for. */
export const calendarButtons = ({ title, start, end }: Hour): readonly Button[] => [
  {
    label: 'Add to Google',
    spoken: 'Add the meeting to Google Calendar',
    href: address('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      dates: `${basic(start)}/${basic(end)}`,
    }),
  },
  {
    label: 'Add to Outlook',
    spoken: 'Add the meeting to Outlook',
    href: address('https://outlook.office.com/calendar/deeplink/compose', {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: title,
      startdt: extended(start),
      enddt: extended(end),
    }),
  },
];

/** Makes a video meeting of that hour, which the reader can then invite the other one to. */
export const videoLink = ({ title, start, end }: Hour): Span =>
  link(
    'Video meeting link',
    address('https://teams.microsoft.com/l/meeting/new', {
      subject: title,
      startTime: extended(start),
      endTime: extended(end),
    }),
  );

/** The file for any other calendar, by a link that ends after a day; `removes`: it takes the meeting out again. */
export function calendarFileCard(href: string, removes: boolean): Card {
  const words = removes
    ? 'Open this file to take the meeting out of your calendar. The link works for 24 hours.'
    : 'Open this file to put the meeting into your calendar. The link works for 24 hours.';
  return card('calendar-file', words, prose([words, ' ', link('Calendar file', href)]));
}
