import type { DateTime } from 'luxon';
import { type Hours, lastOpenBefore, nextWorkingMoment, workingDayBefore } from './hours';

/** `meeting-day`: the working day before. `meeting-hour`: the hour before. */
export type ReminderKind = 'meeting-day' | 'meeting-hour';
export type Reminder = { readonly kind: ReminderKind; readonly at: DateTime };

/** A meeting that both have agreed on, and since when. */
export type Ahead = { readonly startsAt: DateTime; readonly plannedAt: DateTime };

/** Nobody reads a reminder of the day before earlier than that, where her quiet hours would let it through at night. */
const morning = 8;

/** In the morning of the working day before; undefined where there is no such day. */
function dayBefore({ startsAt }: Ahead, hours: Hours): DateTime | undefined {
  const spans = workingDayBefore(startsAt, hours);
  const [first] = spans ?? [];
  if (!spans || !first) return undefined;
  const at = first.from.set({ hour: morning, minute: 0, second: 0, millisecond: 0 });
  const open = spans.find(({ to }) => to > at);
  return open ? (open.from > at ? open.from : at) : first.from;
}

/** An hour before, or an hour before the end of the last time in which she may be written to: the evening before. */
function hourBefore({ startsAt }: Ahead, hours: Hours): DateTime | undefined {
  const at = startsAt.minus({ hours: 1 });
  const next = nextWorkingMoment(at, hours);
  if (+next === +at) return next;
  const evening = lastOpenBefore(at, hours);
  if (!evening) return undefined;
  const late = evening.to.minus({ hours: 1 });
  return late > evening.from ? late : evening.from;
}

/**
 * When one of the two is reminded of a meeting, on her own clock and in her own hours, in order. Where both would come on one
 * day before that of the meeting, only the later one comes; what lies before the plan was made does not come at all.
 */
export function remindersOf(meeting: Ahead, hours: Hours): readonly Reminder[] {
  const [day, hour] = [dayBefore(meeting, hours), hourBefore(meeting, hours)];
  const isTwice = day && hour?.hasSame(day, 'day');
  const all: readonly (Reminder | undefined)[] = [
    day && !isTwice ? { kind: 'meeting-day', at: day } : undefined,
    hour && { kind: 'meeting-hour', at: hour },
  ];
  return all.filter((each): each is Reminder => each !== undefined && each.at > meeting.plannedAt);
}

/** When somebody is asked whether a meeting took place: in her first hour after its end. */
export const askMetAt = (endsAt: DateTime, hours: Hours): DateTime => nextWorkingMoment(endsAt, hours);

/** For so many days it is worth asking whether a meeting took place. */
export const metDays = 7;
