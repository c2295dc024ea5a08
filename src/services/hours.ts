import { type Hours, hoursFrom, type Settings, usualSettings } from '../mentoring';
import { type PersonView, peopleById, settingsByPerson, type Tx } from '../store';
import { zoneHere } from './caller';
import { daysOffOf } from './days-off-here';

/** When somebody may be written to by a schedule, and what she has set beside it. */
export type Told = Pick<Settings, 'reminders' | 'digest'> & { readonly hours: Hours };

/** The same for these people, by person. */
export async function toldOf(tx: Tx, people: readonly PersonView[]): Promise<ReadonlyMap<string, Told>> {
  const kept = await settingsByPerson(
    tx,
    people.map(({ personId }) => personId),
  );
  const daysOff = await daysOffOf(tx);
  const told = new Map<string, Told>();
  for (const { personId, zone } of people) {
    const settings = kept.get(personId) ?? usualSettings;
    const { reminders, digest } = settings;
    told.set(personId, { reminders, digest, hours: hoursFrom(settings, await zoneHere(tx, zone), daysOff) });
  }
  return told;
}

/** The hours of one person. */
export async function hoursOf(tx: Tx, person: PersonView): Promise<Hours> {
  const own = (await toldOf(tx, [person])).get(person.personId);
  if (!own) throw new Error('A person has lost her hours.');
  return own.hours;
}

/** Whether this person still wants reminders. */
export const wantsReminders = async (tx: Tx, personId: string): Promise<boolean> =>
  ((await settingsByPerson(tx, [personId])).get(personId) ?? usualSettings).reminders;

/** Whether this person wants the weekly digest, and on which clock and in which hours she reads it. */
export async function wantsDigest(tx: Tx, personId: string): Promise<Told | undefined> {
  const person = (await peopleById(tx, [personId])).get(personId);
  const own = person && (await toldOf(tx, [person])).get(personId);
  return own?.digest ? own : undefined;
}
