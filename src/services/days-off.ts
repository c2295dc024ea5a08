import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import {
  type AskedDayOff,
  comingDaysOff,
  type DaysOff,
  type Decision,
  decideDayOff,
  happened,
  holidayIds,
  isHolidayId,
  may,
  type OwnDayOff,
  type Refusal,
  refuse,
  standing,
} from '../mentoring';
import { dueAnew, lockDaysOff, organizationOfTx, putDaysOff, recordEvent, type Tx, takeDaysOff } from '../store';
import { actorOf, type Caller } from './caller';
import { daysOffOf, readAnew, todayHere } from './days-off-here';
import { releaseKind } from './evaluation-ask';
import { meetingMetKind, meetingReminderKind } from './meeting-end';
import { permit } from './permit';

/** Whether this person keeps the list. */
export const keepsDaysOff = (caller: Pick<Caller, 'person' | 'roles'>): boolean =>
  may(actorOf(caller), 'write', { data: 'days-off' });

const replanned = ['request-reminder', 'request-expiry', meetingReminderKind, meetingMetKind, releaseKind];
/** A weekend and days off in a row: so far behind a day lies what it has put off. */
const reach = { days: 8 };

/** What is planned for these days, or was put off by them, is worked out anew. Whatever else falls due looks at the list itself. */
async function planAnew(tx: Tx, days: readonly string[]): Promise<void> {
  const { zone } = await organizationOfTx(tx);
  for (const day of days) {
    const from = DateTime.fromISO(day, { zone }).minus({ days: 1 });
    await dueAnew(tx, replanned, from.toJSDate(), from.plus(reach).toJSDate());
  }
}

/** Puts on the list and takes off it, and plans anew around the days that are other than before. */
async function change(tx: Tx, add: Parameters<typeof putDaysOff>[1], take: readonly string[]): Promise<void> {
  const today = await todayHere(tx);
  const daysOf = (list: DaysOff): ReadonlySet<string> => new Set(comingDaysOff(list, today).map(({ day }) => day));
  const before = daysOf(await daysOffOf(tx));
  await putDaysOff(tx, add);
  await takeDaysOff(tx, take);
  const after = daysOf(await readAnew(tx));
  await recordEvent(tx, { kind: 'days-off.changed', facts: { put: add.length, took: take.length } });
  await planAnew(tx, [
    ...[...after].filter((day) => !before.has(day)),
    ...[...before].filter((day) => !after.has(day)),
  ]);
}

/** Puts one day more on the list, as whoever keeps it asks. */
export async function addDayOff(tx: Tx, asked: AskedDayOff): Promise<Decision<OwnDayOff>> {
  await lockDaysOff(tx);
  const decision = decideDayOff(await readAnew(tx), asked, await todayHere(tx));
  const [day] = decision.ok ? decision.events : [];
  if (day) await change(tx, [day], []);
  return decision;
}

/** Takes days of the organization's own off the list, and makes federal holidays working days; whether any was on it. */
export async function dropDaysOff(tx: Tx, days: readonly string[]): Promise<boolean> {
  await lockDaysOff(tx);
  const { own, worked } = await readAnew(tx);
  const take = own.filter(({ day }) => days.includes(day)).map(({ day }) => day);
  const work = days.filter(isHolidayId).filter((id) => !worked.includes(id));
  if (take.length + work.length === 0) return false;
  await change(
    tx,
    work.map((day) => ({ day, name: null })),
    take,
  );
  return true;
}

/** Federal holidays are days off again; whether any of them was a working day. */
export async function restoreHolidays(tx: Tx, ids: readonly string[]): Promise<boolean> {
  await lockDaysOff(tx);
  const back = (await readAnew(tx)).worked.filter((id) => ids.includes(id));
  if (back.length === 0) return false;
  await change(tx, [], back);
  return true;
}

/** Why this person may not keep the list; undefined for whoever may. */
export async function mayKeepDaysOff(tx: Tx, caller: Caller): Promise<Refusal | undefined> {
  const no = await permit(tx, caller, 'write', { data: 'days-off' });
  return no && !no.ok ? no.because : undefined;
}

/** The same as `addDayOff`, for whoever has the right. */
export const addDayOffBy = async (tx: Tx, caller: Caller, asked: AskedDayOff): Promise<Decision<OwnDayOff>> =>
  (await permit(tx, caller, 'write', { data: 'days-off' })) ?? addDayOff(tx, asked);

/** Takes one of its own off again, for whoever has the right; whether it was on the list. */
export const dropDayOffBy = async (tx: Tx, caller: Caller, day: string): Promise<Decision<boolean>> =>
  (await permit(tx, caller, 'write', { data: 'days-off' })) ?? happened(await dropDaysOff(tx, [day]));

/** A mark of the list as it is, by which a form that shows an older one is known. */
export const markOf = (list: DaysOff): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12);

/**
 * What is ticked stays on the list: holidays by their ids, days of its own as the list has them. Whether anything changes
 * by that. Refused where the list is another one than was `seen`: what was not shown cannot be left out.
 */
export async function keepDaysOffBy(
  tx: Tx,
  caller: Caller,
  kept: readonly string[],
  seen: string | undefined,
): Promise<Decision<boolean>> {
  const no = await permit(tx, caller, 'write', { data: 'days-off' });
  if (no) return no;
  await lockDaysOff(tx);
  const list = await readAnew(tx);
  if (seen !== markOf(list)) return refuse({ code: 'days-off-changed' });
  const own = standing(list, await todayHere(tx)).map(({ day }) => day);
  const restored = await restoreHolidays(tx, kept);
  const dropped = await dropDaysOff(
    tx,
    [...holidayIds, ...own].filter((each) => !kept.includes(each)),
  );
  return happened(restored || dropped);
}
