import { mostPlace, proposalFaults, refusalWords, timeFields } from '../cards';
import type { FieldErrors, FormValues } from '../chat';
import { isWay, localTime, type MeetingPlan, meetingLengths, type Refusal, timesFault } from '../mentoring';
import type { Turn } from './intent';
import { typed } from './values';

export type Proposal = {
  readonly plan: MeetingPlan;
  readonly place: string | null;
  /** Times that come twice that night, of which the first was taken. */
  readonly ambiguous: MeetingPlan['options'];
};

type Fields = (typeof timeFields)[number];
type Time =
  | { readonly fields: Fields; readonly at: MeetingPlan['options'][number]; readonly comesTwice: boolean }
  | { readonly errors: FieldErrors };

/** Reads one day with its time; nothing where both may be empty and are. */
function readTime(values: FormValues, fields: Fields, isNeeded: boolean, zone: string): readonly Time[] {
  const [day, time] = [typed(values, fields.day), typed(values, fields.time)];
  if (day === '' && time === '' && !isNeeded) return [];
  if (day === '' || time === '')
    return [
      {
        errors: {
          ...(day === '' ? { [fields.day]: proposalFaults.noDay } : {}),
          ...(time === '' ? { [fields.time]: proposalFaults.noTime } : {}),
        },
      },
    ];
  const read = localTime(day, time, zone);
  switch (read.is) {
    case 'moment':
      return [{ fields, at: read.at, comesTwice: read.comesTwice }];
    case 'no-such-day':
      return [{ errors: { [fields.day]: proposalFaults.noSuchDay } }];
    case 'no-such-time':
      return [{ errors: { [fields.time]: proposalFaults.noSuchTime } }];
    case 'skipped':
      return [{ errors: { [fields.time]: proposalFaults.skipped(time) } }];
  }
}

/** The day is wrong where it is over or too far, the time where only the hour is. */
const fieldOf = ({ code }: Refusal, { day, time }: Fields, isToday: boolean): string =>
  code === 'time-twice' || (code === 'time-is-over' && isToday) ? time : day;

/** Reads a form about a meeting, its times on the proposer's clock; each fault stands at its field. */
export function readProposal(values: FormValues, { tx, caller }: Turn): Proposal | { readonly errors: FieldErrors } {
  const times = timeFields.flatMap((fields, index) => readTime(values, fields, index === 0, caller.zone));
  const named = times.flatMap((each) => ('at' in each ? [each] : []));
  const options = named.map(({ at }) => at);
  const fault = timesFault(options, tx.at);
  const wrong = fault && named[fault.option];
  const today = tx.at.setZone(caller.zone);
  const [minutes, way, place] = [Number(typed(values, 'minutes')), typed(values, 'way'), typed(values, 'place')];
  const errors: FieldErrors = {
    ...Object.fromEntries(times.flatMap((each) => ('errors' in each ? Object.entries(each.errors) : []))),
    ...(fault && wrong
      ? { [fieldOf(fault.because, wrong.fields, wrong.at.hasSame(today, 'day'))]: refusalWords(fault.because) }
      : {}),
    ...(meetingLengths.includes(minutes) ? {} : { minutes: proposalFaults.noLength }),
    ...(isWay(way) ? {} : { way: proposalFaults.noWay }),
    ...(place.length > mostPlace ? { place: proposalFaults.tooLong(place.length, mostPlace) } : {}),
  };
  if (Object.keys(errors).length > 0 || !isWay(way)) return { errors };
  const ambiguous = named.filter(({ comesTwice }) => comesTwice).map(({ at }) => at);
  return { plan: { options, minutes, way }, place: place === '' ? null : place, ambiguous };
}
