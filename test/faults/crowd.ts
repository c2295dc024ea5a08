import type { ChannelName } from '../../src/chat';
import { queueAtRest } from '../at-rest';
import type { House } from '../chat';

const pad = (index: number): string => String(index).padStart(3, '0');

/** A list of people in the form of an import: mentees in both clients by turns, mentors likewise, one topic; and the coordinator nora in Slack. */
export function crowd({ mentees, mentors, places }: { mentees: number; mentors: number; places: number }): string {
  const header =
    'name,email,unit,time_zone,slack_team,slack_user,teams_tenant,teams_user,roles,mentor_topics,mentor_capacity';
  const person = (name: string, index: number, mentor: string): string => {
    const account = channelOf(index) === 'slack' ? `T1,${name},,` : `,,t1,${name}`;
    return `${name},${name}@crowd.example.gov,Crowd,America/Anchorage,${account},,${mentor}`;
  };
  return [
    header,
    `nora,nora@crowd.example.gov,Crowd,America/Anchorage,T1,nora,,,coordinator,,`,
    ...Array.from({ length: mentees }, (_, index) => person(menteeName(index), index, ',')),
    ...Array.from({ length: mentors }, (_, index) => person(mentorName(index), index, `interviewing,${places}`)),
  ].join('\n');
}

export const menteeName = (index: number): string => `mentee${pad(index)}`;
export const mentorName = (index: number): string => `mentor${pad(index)}`;
export const channelOf = (index: number): ChannelName => (index % 2 === 0 ? 'slack' : 'teams');

/** Ids of people by the name of their account. */
export async function idsByName(house: House): Promise<ReadonlyMap<string, string>> {
  const rows = await inside(house, 'select name, person_id as id from person');
  return new Map(rows.map((row) => [String(row.name), String(row.id)]));
}

/** Reads rows of the one organization there is. */
export async function inside(
  house: House,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const { store } = house.foundation;
  const [{ id } = { id: '' }] = await store.sql('select organization_id as id from organization_index');
  return store.inOrganization(String(id), undefined, (tx) => tx.manager.query(sql, [...values]));
}

/** Waits until no job is left, not even one that is put off for a moment. */
export const atRest = ({ foundation: { store, queue } }: Pick<House, 'foundation'>): Promise<void> =>
  queueAtRest(store, queue, 5);

/** What must be true of the ledger at rest: nothing under way, nothing sent twice, nothing said to be sent that was not. */
export async function ledgerIsTrue(house: House): Promise<void> {
  const states = await inside(
    house,
    `select state, count(*)::int as n from message m where state in ('queued', 'sending') and not exists (
       select 1 from notice n where n.message_id = m.message_id and n.not_before is not null) group by state`,
  );
  expect(states).toEqual([]);
  const keys = house.sends.map((send) => send.key);
  expect(keys.length).toBe(new Set(keys).size);
  const [{ n } = { n: -1 }] = await inside(
    house,
    `select count(*)::int as n from message where state = 'sent' and key = any($1)`,
    [keys],
  );
  expect(n).toBe(keys.length);
}
