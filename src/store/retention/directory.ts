import { type TableRule, untouched } from './rule';

const whileHere = 'while the organization is here';
const whilePerson = 'as long as the person';
const own = 't.person_id = $2';
/** An account of the person, as other tables name it. */
const account = `exists (select 1 from identity i where i.organization_id = $1 and i.person_id = $2
  and i.channel = t.channel and i.tenant = t.tenant and i.user_id = t.user_id)`;

/**
 * Accounts that are known, claimed or tried; first of all in an erasure, as it finds them by the person's accounts, which
 * it deletes then.
 */
export const accountRules: readonly TableRule[] = [
  {
    table: 'account_claim',
    class: 'directory',
    kept: '1 year after it was settled; 30 days where nobody answered',
    expires: [
      { does: 'deletes', when: `t.settled_at < $2::timestamptz - interval '1 year'` },
      {
        does: 'deletes',
        when: `t.state = 'asked' and t.raised_at is null and t.created_at < $2::timestamptz - interval '30 days'`,
      },
    ],
    erased: 'her claims are deleted',
    erases: [{ does: 'deletes', where: `t.person_id = $2 or ${account}` }],
  },
  {
    table: 'link_try',
    class: 'passing',
    kept: '30 days',
    expires: [{ does: 'deletes', when: `t.tried_at < $2::timestamptz - interval '30 days'` }],
    erased: 'those of her accounts are deleted',
    erases: [{ does: 'deletes', where: account }],
  },
  {
    table: 'link_code',
    class: 'passing',
    kept: '30 days after it ended',
    expires: [{ does: 'deletes', when: `t.expires_at < $2::timestamptz - interval '30 days'` }],
    erased: 'hers are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'inbound',
    class: 'passing',
    kept: '7 days after it was worked off, without its words, so that a repeat is known',
    expires: [{ does: 'deletes', when: `t.state <> 'received' and t.received_at < now() - interval '7 days'` }],
    erased: 'those of her accounts are deleted',
    erases: [
      {
        does: 'deletes',
        where: `t.state <> 'received' and exists (select 1 from identity i where i.organization_id = $1
          and i.person_id = $2 and position(i.user_id in t.inbound_id) > 0)`,
      },
    ],
  },
  {
    table: 'identity',
    class: 'directory',
    kept: whilePerson,
    expires: [],
    erased: 'her accounts are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
];

/** People, their roles and what they offer; last of all in an erasure, as it ends with the person's key. */
export const directoryRules: readonly TableRule[] = [
  {
    table: 'person_role',
    class: 'directory',
    kept: whilePerson,
    expires: [],
    erased: 'her roles are deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'offer',
    class: 'directory',
    kept: whilePerson,
    expires: [],
    erased: 'her offers are deleted',
    erases: [{ does: 'deletes', where: 't.mentor_id = $2' }],
  },
  {
    table: 'mentor_profile',
    class: 'directory',
    kept: whilePerson,
    expires: [],
    erased: 'her entry is deleted',
    erases: [{ does: 'deletes', where: own }],
  },
  {
    table: 'person',
    class: 'directory',
    kept: '3 years after the person left; then erased as below',
    expires: [],
    erased: 'name, address, office, grade, dates and key are removed; a row without a name stays for the numbers',
    erases: [
      {
        does: 'sets',
        set: 'supervisor_email = null',
        where: 't.supervisor_email = (select p.email from person p where p.organization_id = $1 and p.person_id = $2)',
      },
      {
        does: 'sets',
        set: `name = 'Somebody (erased)', email = 'erased-' || t.person_id || '@invalid', unit_id = null, grade = null,
          hired_on = null, appointment = null, supervisor_email = null, zone = null, guest = false, wrapped_key = ''`,
        where: own,
      },
    ],
  },
  untouched('unit', 'directory', whileHere, 'nothing: it holds no person'),
  untouched('organization', 'settings', whileHere, 'nothing: it holds no person'),
  untouched('organization_index', 'settings', whileHere, 'nothing: ids only'),
  untouched('day_off', 'settings', 'until it is taken off the list', 'nothing: it holds no person'),
  untouched('program_switch', 'settings', whileHere, 'nothing: it holds no person'),
  untouched('topic_open', 'settings', whileHere, 'nothing: the id of who opened it says nothing any more'),
  untouched('installation', 'settings', whileHere, 'nothing: it holds no person'),
  untouched('slack_token', 'secrets', 'until the app is removed there', 'nothing: it holds no person'),
  untouched('migrations', 'settings', 'for good', 'nothing: it holds no person'),
];
