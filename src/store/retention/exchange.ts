import { type TableRule, untouched } from './rule';

const years3 = `interval '3 years'`;
const own = 't.person_id = $2';
const none = (table: string, condition: string): string =>
  `not exists (select 1 from ${table} o where o.organization_id = $1 and ${condition})`;
const endedBefore = (ago: string): string =>
  `exists (select 1 from pairing p where p.organization_id = $1 and p.pairing_id = t.pairing_id and p.ended_at < $2::timestamptz - ${ago})`;
const ofPairing = (table: string): string => none(table, 'o.pairing_id = t.pairing_id');

/**
 * What mentors and mentees do and write, in the order in which it can be deleted. Three years is what GRS 2.6, item 010
 * (employee training program records) keeps; the other times are the product's own.
 */
export const exchangeRules: readonly TableRule[] = [
  {
    table: 'note',
    class: 'private words',
    kept: '90 days after the exchange ended',
    expires: [
      {
        does: 'deletes',
        when: `exists (select 1 from session s join pairing p on p.organization_id = $1 and p.pairing_id = s.pairing_id
          where s.organization_id = $1 and s.session_id = t.session_id and p.ended_at < $2::timestamptz - interval '90 days')`,
      },
    ],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'draft',
    class: 'private words',
    kept: '30 days, or until the form is sent',
    expires: [{ does: 'deletes', when: `t.kept_at < $2::timestamptz - interval '30 days'` }],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'evaluation',
    class: 'program records',
    kept: '3 years after its quarter',
    expires: [
      {
        does: 'deletes',
        when: `make_date(left(t.quarter, 4)::int, 1, 1) + make_interval(months => 3 * right(t.quarter, 1)::int) < $2::timestamptz - ${years3}`,
      },
    ],
    erased: 'her words are removed; the points stay for the averages, under a row without a name',
    erases: [
      {
        does: 'sets',
        set: 'helped = null, improve = null, contact_me = false, shows_partner = false',
        where: 't.writer_id = $2',
      },
    ],
  },
  {
    table: 'concern',
    class: 'private words',
    kept: '3 years after it was closed',
    expires: [{ does: 'deletes', when: `t.state = 'closed' and t.closed_at < $2::timestamptz - ${years3}` }],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: 't.writer_id = $2' }],
  },
  {
    table: 'session',
    class: 'program records',
    kept: '3 years after the day it took place',
    expires: [
      {
        does: 'deletes',
        when: `t.held_on < ($2::timestamptz - ${years3})::date
          and ${none('note', 'o.session_id = t.session_id')} and ${none('evaluation', 'o.session_id = t.session_id')}`,
      },
    ],
    erased: 'the line that she wrote is removed; day, length and topic stay for the numbers',
    erases: [{ does: 'sets', set: 'summary = null', where: 't.summary_by = $2' }],
  },
  {
    table: 'meeting',
    class: 'program records',
    kept: '3 years after it took place or was called off; its place 90 days after the exchange ended',
    expires: [
      { does: 'empties', columns: ['place'], when: endedBefore(`interval '90 days'`) },
      {
        does: 'deletes',
        when: `t.state in ('called-off', 'past', 'missed') and coalesce(t.starts_at, t.settled_at, t.proposed_at) < $2::timestamptz - ${years3}
          and ${none('session', 'o.meeting_id = t.meeting_id')}`,
      },
      {
        does: 'deletes',
        when: `${endedBefore(years3)}
          and ${none('session', 'o.meeting_id = t.meeting_id')}`,
      },
    ],
    erased: 'the place that she named is removed',
    erases: [{ does: 'sets', set: 'place = null', where: 't.proposed_by = $2' }],
  },
  {
    table: 'resource_person',
    class: 'program records',
    kept: '3 years after the exchange ended; the words to her 90 days after it ended',
    expires: [
      { does: 'empties', columns: ['words'], when: endedBefore(`interval '90 days'`) },
      { does: 'deletes', when: endedBefore(years3) },
    ],
    erased: 'who sat in does so no more; the words of the mentee are removed',
    erases: [
      { does: 'sets', set: `state = 'gone', words = null`, where: own },
      {
        does: 'sets',
        set: 'words = null',
        where: `exists (select 1 from pairing p where p.organization_id = $1 and p.pairing_id = t.pairing_id and p.mentee_id = $2)`,
      },
    ],
  },
  {
    table: 'orientation',
    class: 'program records',
    kept: '3 years after the exchange ended before which it was read',
    expires: [{ does: 'deletes', when: endedBefore(years3) }],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'pairing_fine',
    class: 'passing',
    kept: 'until its day: that a coordinator has marked a pair as fine',
    expires: [{ does: 'deletes', when: 't.until < $2::timestamptz' }],
    erased: 'those of her exchanges are deleted',
    erases: [
      {
        does: 'deletes',
        where: `exists (select 1 from pairing p where p.organization_id = $1 and p.pairing_id = t.pairing_id and $2 in (p.mentee_id, p.mentor_id))`,
      },
    ],
  },
  {
    table: 'nudge_wish',
    class: 'passing',
    kept: 'until the exchange ends: when and how often one of two partners would like to be nudged',
    expires: [{ does: 'deletes', when: endedBefore(`interval '0'`) }],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'pair_letter',
    class: 'private words',
    kept: '90 days after it was written',
    expires: [{ does: 'deletes', when: `t.written_at < $2::timestamptz - interval '90 days'` }],
    erased: 'what she wrote, and what was written to her exchanges, is deleted',
    erases: [
      { does: 'deletes', where: 't.writer_id = $2' },
      {
        does: 'deletes',
        where: `exists (select 1 from pairing p where p.organization_id = $1 and p.pairing_id = t.pairing_id and $2 in (p.mentee_id, p.mentor_id))`,
      },
    ],
  },
  {
    table: 'pairing',
    class: 'program records',
    kept: '3 years after it ended; agenda and resources 90 days after it ended',
    expires: [
      { does: 'empties', columns: ['agenda', 'resources'], when: `t.ended_at < $2::timestamptz - interval '90 days'` },
      {
        does: 'deletes',
        when: `t.ended_at < $2::timestamptz - ${years3} and ${ofPairing('session')} and ${ofPairing('meeting')} and ${ofPairing('concern')}
          and ${ofPairing('resource_person')} and ${ofPairing('orientation')} and ${ofPairing('pairing_fine')}
          and ${ofPairing('nudge_wish')} and ${ofPairing('pair_letter')}`,
      },
    ],
    erased: 'it ends, her partner is told; agenda or resources that she wrote are removed',
    erases: [
      { does: 'sets', set: 'agenda = null', where: 't.mentee_id = $2' },
      { does: 'sets', set: 'resources = null', where: 't.mentor_id = $2' },
    ],
  },
  {
    table: 'request',
    class: 'program records',
    kept: '3 years after it ended; its words 1 year, where nothing came of it',
    expires: [
      {
        does: 'empties',
        columns: ['need', 'suits', 'reason', 'question', 'answer'],
        when: `t.state not in ('waiting', 'accepted') and t.ended_at < $2::timestamptz - interval '1 year'`,
      },
      {
        does: 'deletes',
        when: `t.state <> 'waiting' and t.ended_at < $2::timestamptz - ${years3} and ${none('pairing', 'o.request_id = t.request_id')}`,
      },
    ],
    erased: 'it ends, the other one is told; the words that she wrote are removed',
    erases: [
      { does: 'sets', set: 'need = null, suits = null, answer = null', where: 't.mentee_id = $2' },
      { does: 'sets', set: 'reason = null, question = null', where: 't.mentor_id = $2' },
    ],
  },
  {
    table: 'wish',
    class: 'passing',
    kept: '1 year after it was met or dropped',
    expires: [{ does: 'deletes', when: `t.state <> 'kept' and t.ended_at < $2::timestamptz - interval '1 year'` }],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'pending',
    class: 'passing',
    kept: '30 days: what she was offered last, by ids; the ids of the mentors in her last list until the night after',
    expires: [
      { does: 'empties', columns: ['shown'], when: `t.since < $2::timestamptz - interval '30 minutes'` },
      { does: 'deletes', when: `t.since < $2::timestamptz - interval '30 days'` },
    ],
    erased: 'hers is deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'conversation',
    class: 'passing',
    kept: '30 minutes, sealed: what the bot has asked her and waits to hear; deleted in the night after that',
    expires: [{ does: 'deletes', when: 't.until < $2::timestamptz' }],
    erased: 'hers is deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'setting',
    class: 'settings',
    kept: 'as long as the person',
    expires: [],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  untouched(
    'snapshot',
    'program records',
    'while the organization is here: published figures of five people or more, without names',
    'nothing: what was published stays as it is',
  ),
];
