import { DateTime } from 'luxon';
import { type Button, buttons, type Card, card, prose } from '../chat';
import { token } from './tokens';
import { firstName } from './words';

/** A meeting that is to be planned, with whom, in which conversation, and on her clock. */
export type ToPlan = {
  readonly partner: string;
  readonly pairing: string;
  readonly of: string;
  readonly zone: string;
  readonly now: DateTime;
  /** The ISO week that was named, if no day was. */
  readonly week: string | undefined;
};

const workdays = 5;
const quickDays = 3;

/** The working days of that week that are not over; without a week, the next three from tomorrow on. */
function daysOf({ week, zone, now }: ToPlan): readonly DateTime[] {
  const today = now.setZone(zone).startOf('day');
  const monday = week === undefined ? undefined : DateTime.fromISO(week, { zone });
  const first = monday?.isValid ? monday : today;
  const all = Array.from({ length: monday?.isValid ? workdays : workdays + quickDays }, (_, index) =>
    first.plus({ days: index }),
  );
  const open = all.filter((day) => day > today && day.weekday <= workdays);
  return monday?.isValid ? open : open.slice(0, quickDays);
}

const label = (day: DateTime): string => day.setLocale('en-US').toFormat('cccc, LLL d');

/** When the two would meet: a day by one tap, a day and a time in words, or the form for up to three times. */
export function askWhen(plan: ToPlan): Card {
  const { partner, pairing, of } = plan;
  const days = daysOf(plan).flatMap((day): Button[] => {
    const when = day.toISODate();
    return when === null
      ? []
      : [{ label: label(day), token: token('fill', { intent: 'schedule_meeting', of, pairing, when }), dialog: true }];
  });
  const words = `When would you like to meet ${firstName(partner)}? A day and a time is best, like “Thursday 2pm”.`;
  const form: Button = { label: 'Open the form', token: token('meet', { pairing }), dialog: true };
  return card('ask-when', words, prose(words), buttons(...days, form));
}
