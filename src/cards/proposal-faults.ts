import { DateTime } from 'luxon';

/** What stands at the fields of a proposed meeting that cannot be sent so. */
export const proposalFaults = {
  noDay: 'Please pick a day.',
  noTime: 'Please pick a time for that day.',
  noSuchDay: 'There is no such day. Please pick one from the calendar.',
  noSuchTime: 'Please pick a time of day, like 14:30.',
  /** `time` as `HH:MM`. */
  skipped: (time: string): string =>
    `That night the clock skips ${DateTime.fromISO(time).toFormat('h:mm a')}. Please pick another time.`,
  notSent: 'Not sent yet: something has changed meanwhile, as it says above.',
  noLength: 'Please pick how long you would like to meet.',
  noWay: 'Please pick how you meet.',
  tooLong: (length: number, most: number): string =>
    `That is ${length} characters long. Please say it in up to ${most}.`,
} as const;
