import { nudgeAt } from '../mentoring';
import { peopleById, type Tx, wasNudgedSince } from '../store';
import { hoursOf } from './hours';

/** What counts as a nudge: a person gets at most one message a day with any of these. */
const nudgeNotices: readonly string[] = [
  'nudge-first',
  'nudge-met',
  'evaluation-outstanding',
  'commitment-ending',
  'request-reminder',
  'request-question-reminder',
];

async function hoursOfPerson(tx: Tx, personId: string) {
  const reader = (await peopleById(tx, [personId])).get(personId);
  if (!reader) throw new Error('Somebody who is to be nudged is not known.');
  return hoursOf(tx, reader);
}

/** Whether she was nudged today already, on her own clock. */
export async function wasNudgedToday(tx: Tx, personId: string): Promise<boolean> {
  const { zone } = await hoursOfPerson(tx, personId);
  return wasNudgedSince(tx, personId, nudgeNotices, tx.at.setZone(zone).startOf('day').toJSDate());
}

/** Her next morning, where she was nudged today already; undefined where she may be nudged now. */
export async function nextFreeMorning(tx: Tx, personId: string): Promise<Date | undefined> {
  if (!(await wasNudgedToday(tx, personId))) return undefined;
  const hours = await hoursOfPerson(tx, personId);
  return nudgeAt(tx.at.setZone(hours.zone).plus({ days: 1 }).startOf('day'), hours).toJSDate();
}
