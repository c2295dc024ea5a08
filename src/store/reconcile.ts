import { lacksJob } from './doubts';
import { organizationIds } from './installations';
import type { Store, Tx } from './store';

/** What each event says to somebody, in its own transaction: the kinds of notice, and what they are about. */
const toldOf = `(values
    ('request.asked', array['request-asked'], 'request'),
    ('request.withdrawn', array['request-withdrawn'], 'request'),
    ('pairing.started', array['request-answered'], 'request'),
    ('pairing.ended', array['pairing-ended', 'pairing-partner-left', 're-paired-mentee', 're-paired-mentor'], 'pairing'),
    ('supervisor.told', array['supervisor-told'], 'pairing'),
    ('meeting.proposed', array['meeting-proposed'], 'meeting'),
    ('meeting.planned', array['meeting-planned'], 'meeting'),
    ('session.logged', array['session-logged'], 'session'),
    ('session.corrected', array['session-logged'], 'session'),
    ('session.confirmed', array['session-confirmed'], 'session')) told (event, kinds, about)`;

const there = (table: string, id: string): string =>
  `exists (select 1 from ${table} s where s.organization_id = $1 and s.${id} = d.subject_id)`;

/** Whether what is due is about something that exists. A kind that is not here counts as about nothing. */
const hasSubject = `case
    when d.kind in ('retention', 'evaluations-released', 'digest-readers', 'nudges-begin') then d.subject_id = $1
    when d.kind in ('request-reminder', 'request-expiry') then ${there('request', 'request_id')}
    when d.kind in ('meeting-over', 'meeting-reminder', 'meeting-met') then ${there('meeting', 'meeting_id')}
    when d.kind = 'nudge' then ${there('pairing', 'pairing_id')}
    when d.kind = 'evaluation-nudge' then ${there('session', 'session_id')}
    when d.kind = 'message' then ${there('message', 'message_id')}
    when d.kind in ('person-leaves', 'digest', 'mentor-resume', 'wishes-next', 'commitment') then ${there('person', 'person_id')}
    when d.kind = 'file-ends' then ${there('file', 'file_id')}
    else false end`;

/**
 * What must be 0 in an organization, by name. $1: the organization; $2: since when events are looked at; $3: the queues.
 * A message that was joined by another, or is not wanted any more, may have lost its notices; a dead or uncertain one may
 * still be told.
 */
const faultSql = {
  'events-without-notice': `select count(*) from event e join ${toldOf} on told.event = e.kind
    where e.organization_id = $1 and e.at > $2 and not exists (select 1 from notice n where n.organization_id = $1
      and n.about_kind = told.about and n.kind = any(told.kinds) and n.about_id = case told.about
        when 'request' then e.request_id when 'pairing' then e.pairing_id else (e.facts->>told.about)::uuid end)`,
  'notices-without-message': `select count(*) from notice n
    left join message m on m.organization_id = $1 and m.message_id = n.message_id
    where n.organization_id = $1 and n.state = 'waiting'
      and (m.state is null or m.state not in ('queued', 'sending', 'uncertain', 'dead'))`,
  'messages-without-notice': `select count(*) from message m
    where m.organization_id = $1 and m.state not in ('canceled', 'suppressed')
      and 0 = (select count(*) from notice n where n.organization_id = $1 and n.message_id = m.message_id)`,
  'told-and-not-sent': `select count(*) from notice n
    left join message m on m.organization_id = $1 and m.message_id = n.message_id
    where n.organization_id = $1 and n.state = 'told' and m.state is distinct from 'sent'`,
  'messages-without-job': `select count(*) from message m where m.organization_id = $1 and ${lacksJob('$3')}`,
  'sending-too-long': `select count(*) from message m
    where m.organization_id = $1 and m.state = 'sending' and m.sending_since < now() - interval '3 minutes'`,
  // Read out first: where rows are kept apart, the database looks nothing up by what it still has to read out of a text.
  'jobs-without-message': `with jobs as materialized (
      select (j.data->>'messageId')::uuid as id from pgboss.job j
      where j.name = any($3) and j.state < 'completed' and j.data->>'organizationId' = $1::text)
    select count(*) from jobs
    where 0 = (select count(*) from message m where m.organization_id = $1 and m.message_id = jobs.id)`,
  'places-counted-wrongly': `select count(*) from mentor_profile p
    where p.organization_id = $1 and p.load <> (select count(*) from pairing r
      where r.organization_id = $1 and r.mentor_id = p.person_id and r.state <> 'ended')`,
  'due-without-subject': `select count(*) from due d where d.organization_id = $1 and not ${hasSubject}`,
} as const;

export type FaultName = keyof typeof faultSql;

/** How the books of all organizations stand: counts only. */
export type Books = {
  readonly organizations: number;
  /** Each must be 0. */
  readonly faults: Readonly<Record<FaultName, number>>;
  /** Messages of which nobody knows whether they arrived, and how many of them the platform is still asked about. */
  readonly uncertain: number;
  readonly sought: number;
};

const columns = Object.entries({
  ...faultSql,
  uncertain: `select count(*) from message m where m.organization_id = $1 and m.state = 'uncertain'`,
  sought: `select count(*) from message m
    where m.organization_id = $1 and m.state = 'uncertain' and m.sending_since is not null`,
}).map(([name, sql]) => `(${sql})::int as "${name}"`);

type Row = Readonly<Record<FaultName | 'uncertain' | 'sought', number>>;

/** Notices are kept for a year, events longer: only what happened since then can have its notice. */
const monthsBack = 10;

const none: Row = {
  'events-without-notice': 0,
  'notices-without-message': 0,
  'messages-without-notice': 0,
  'told-and-not-sent': 0,
  'messages-without-job': 0,
  'sending-too-long': 0,
  'jobs-without-message': 0,
  'places-counted-wrongly': 0,
  'due-without-subject': 0,
  uncertain: 0,
  sought: 0,
};

/** All in one statement, so that a running program is seen at one moment. */
async function rowOf(tx: Tx, queues: readonly string[]): Promise<Row> {
  const since = tx.at.minus({ months: monthsBack }).toJSDate();
  const rows: Row[] = await tx.manager.query(`select ${columns.join(',\n')}`, [tx.organizationId, since, [...queues]]);
  return rows[0] ?? none;
}

/** Jobs of organizations that are not here. */
async function strayJobs(store: Store, queues: readonly string[]): Promise<number> {
  const [row] = await store.sql(
    `select count(*)::int as n from pgboss.job j where j.name = any($1) and j.state < 'completed' and not exists (
       select 1 from organization_index o where o.organization_id::text = j.data->>'organizationId')`,
    [[...queues]],
  );
  return typeof row?.n === 'number' ? row.n : 0;
}

const isFault = (name: string): name is FaultName => Object.hasOwn(faultSql, name);

/** Compares events, notices, messages, jobs and counters of all organizations, and changes nothing. */
export async function reconcile(store: Store, queues: readonly string[]): Promise<Books> {
  const ids = await organizationIds(store);
  const sum: Record<FaultName | 'uncertain' | 'sought', number> = { ...none };
  for (const id of ids) {
    const row = await store.inOrganization(id, undefined, (tx) => rowOf(tx, queues));
    for (const name of Object.keys(faultSql).filter(isFault)) sum[name] += row[name];
    sum.uncertain += row.uncertain;
    sum.sought += row.sought;
  }
  sum['jobs-without-message'] += await strayJobs(store, queues);
  const { uncertain, sought, ...counted } = sum;
  return { organizations: ids.length, faults: counted, uncertain, sought };
}
