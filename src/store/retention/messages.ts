import { type TableRule, untouched } from './rule';

const own = 't.person_id = $2';
const open = (about: string): string => `(
  exists (select 1 from request r where r.organization_id = $1 and r.request_id = ${about} and r.state = 'waiting')
  or exists (select 1 from pairing p where p.organization_id = $1 and p.pairing_id = ${about} and p.state <> 'ended'))`;

/** What was told to whom, and what happened: ids, kinds and times. What a message says is drawn when it is sent, and kept nowhere. */
export const messageRules: readonly TableRule[] = [
  {
    table: 'notice',
    class: 'messages',
    kept: '1 year, or as long as what it is about is open; a card about a person as long as it is kept up to date',
    expires: [
      {
        does: 'deletes',
        when: `t.state <> 'waiting' and t.created_at < $2::timestamptz - interval '1 year' and not ${open('t.about_id')}
          and (t.about_kind <> 'person' or not exists (select 1 from message m where m.organization_id = $1
            and m.message_id = t.message_id and m.platform_id is not null))`,
      },
    ],
    erased: 'what waits is canceled; ids and kinds stay',
    erases: [],
  },
  {
    table: 'message',
    class: 'messages',
    kept: 'as long as the notices that it tells; it holds no words',
    expires: [
      {
        does: 'deletes',
        when: `t.state not in ('queued', 'sending') and t.created_at < $2::timestamptz - interval '1 year'
          and not exists (select 1 from notice n where n.organization_id = $1 and n.message_id = t.message_id)`,
      },
    ],
    erased: 'where it went is removed',
    erases: [{ does: 'sets', set: 'address = null, platform_id = null, drawn = null', where: own }],
  },
  {
    table: 'file',
    class: 'passing',
    kept: '24 hours',
    expires: [{ does: 'deletes', when: `t.created_at < $2::timestamptz - interval '2 days'` }],
    erased: 'files for her are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'event',
    class: 'program records',
    kept: '3 years: ids, kinds and times of what happened',
    expires: [{ does: 'deletes', when: `t.at < $2::timestamptz - interval '3 years'` }],
    erased: 'nothing: the ids say nothing without a name',
    erases: [],
    appendOnly: true,
  },
  {
    table: 'audit',
    class: 'audit',
    kept: '3 years: who did or tried what, never content',
    expires: [{ does: 'deletes', when: `t.at < $2::timestamptz - interval '3 years'` }],
    erased: 'nothing: the ids say nothing without a name',
    erases: [],
    appendOnly: true,
  },
  {
    table: 'due',
    class: 'passing',
    kept: 'until its time has come',
    expires: [],
    erased: 'what is due about her is deleted',
    erases: [{ does: 'deletes', where: 't.subject_id = $2' }],
  },
  untouched('file_link', 'passing', '30 days after it ended; the hash of a link', 'nothing: it holds no person'),
  untouched('cron_fire', 'passing', '1 day', 'nothing: it holds no person'),
  untouched(
    'budget',
    'passing',
    'while the installation is known: how fast a workspace or tenant is written to',
    'nothing: it holds no person',
  ),
];

/** The tables of the job queue (schema pgboss) hold ids, and are cleared by the queue itself. */
export const queueRule = untouched(
  'pgboss.*',
  'passing',
  '3 weeks at most, cleared by the queue itself; ids only',
  'nothing: ids only',
);
