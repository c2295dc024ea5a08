import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';
import { addPerson, ownerKeys, type Tx } from '../../src/store';

/** One row, or one part of a row, of everything that the database keeps about a person. */
export type Marks = Readonly<Record<string, string>>;
export type Filled = {
  readonly personId: string;
  readonly account: string;
  readonly words: string;
  readonly marks: Marks;
};

const quarterOf = (at: DateTime): string => `${at.year}-Q${at.quarter}`;

/**
 * Fills every table with something of a new person, a mentee of this mentor, as of that moment: all of it closed then.
 * `marks` tells by which condition each of it is found again.
 */
export async function fillFor(tx: Tx, name: string, mentorId: string, at: DateTime): Promise<Filled> {
  const personId = await addPerson(tx, name, `${name.toLowerCase()}@rows.example.gov`, 'UTC');
  const [pairing, request, session, meeting, account] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    `U${name}`,
  ];
  const owner = await ownerKeys(tx, personId);
  const words = `Words of ${name}`;
  const sealed = tx.vault.sealFor(owner, 'test|row|words', words);
  const theirs = tx.vault.sealFor(await ownerKeys(tx, mentorId), 'test|row|words', `Words to ${name}`);
  const when = at.toJSDate();
  const put = (table: string, values: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const columns = ['organization_id', ...Object.keys(values)];
    const places = columns.map((_, index) => `$${index + 1}`);
    return tx.manager.query(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, [
      tx.organizationId,
      ...Object.values(values),
    ]);
  };
  const identity = { channel: 'slack', tenant: 'T1', user_id: account };
  const pair = { program_id: 'p', topic_id: 't', mentee_id: personId, mentor_id: mentorId };

  await put('identity', { ...identity, person_id: personId, address: `{"user":"${account}"}`, seen_at: when });
  await put('person_role', { person_id: personId, role: 'mentee' });
  await put('mentor_profile', { person_id: personId, capacity: 1 });
  await put('offer', { topic_id: 't', mentor_id: personId, open: false, score: 1 });
  await put('request', {
    ...pair,
    request_id: request,
    state: 'declined',
    version: 2,
    need: sealed,
    suits: sealed,
    reason: theirs,
    question: theirs,
    answer: sealed,
    asked_at: when,
    ended_at: when,
  });
  await put('pairing', {
    ...pair,
    pairing_id: pairing,
    kind: 'exchange',
    state: 'ended',
    version: 2,
    agenda: sealed,
    resources: theirs,
    started_at: when,
    ended_at: when,
    ended_by: 'mentee',
  });
  await put('pairing_fine', { pairing_id: pairing, until: when });
  await put('nudge_wish', { pairing_id: pairing, person_id: personId, until: when });
  await put('pair_letter', {
    letter_id: randomUUID(),
    pairing_id: pairing,
    writer_id: personId,
    words: sealed,
    written_at: when,
  });
  await put('meeting', {
    meeting_id: meeting,
    pairing_id: pairing,
    state: 'past',
    version: 2,
    proposed_by: personId,
    options: [when],
    minutes: 30,
    way: 'phone',
    place: `Room of ${name}`,
    starts_at: when,
    proposed_at: when,
  });
  await put('session', {
    session_id: session,
    pairing_id: pairing,
    meeting_id: meeting,
    state: 'confirmed',
    version: 2,
    held_on: at.toISODate(),
    minutes: 30,
    way: 'phone',
    topic_id: 't',
    logged_by: personId,
    summary: sealed,
    summary_by: personId,
    logged_at: when,
  });
  await put('note', { session_id: session, person_id: personId, words: sealed, written_at: when });
  await put('evaluation', {
    evaluation_id: randomUUID(),
    session_id: session,
    writer_id: personId,
    writer_side: 'mentee',
    about_id: mentorId,
    program_id: 'p',
    topic_id: 't',
    quarter: quarterOf(at),
    points: 5,
    able: 'yes',
    go_on: 'yes',
    contact_me: true,
    helped: sealed,
    improve: sealed,
  });
  const concern = {
    concern_id: randomUUID(),
    writer_id: personId,
    kind: 'other',
    words: sealed,
    state: 'closed',
    version: 2,
  };
  await put('concern', { ...concern, opened_at: when, closed_at: when });
  await put('draft', { person_id: personId, intent: 'ask', subject: '', words: sealed, kept_at: when });
  await put('orientation', {
    person_id: personId,
    program_id: 'p',
    side: 'mentee',
    pairing_id: pairing,
    told_at: when,
    seen_at: when,
  });
  await put('resource_person', {
    pairing_id: pairing,
    person_id: mentorId,
    state: 'yes',
    version: 2,
    words: sealed,
    asked_at: when,
  });
  await put('wish', {
    wish_id: randomUUID(),
    person_id: personId,
    topic_id: 't',
    state: 'met',
    kept_at: when,
    ended_at: when,
  });
  await put('pending', { person_id: personId, intent: 'find', args: '{}', since: when, shown: [personId] });
  await put('setting', {
    person_id: personId,
    version: 1,
    zone: 'UTC',
    quiet_from: '17:00',
    quiet_to: '08:00',
    days: [1],
    reminders: true,
    digest: true,
  });
  await put('conversation', { person_id: personId, words: sealed, until: when });
  await put('event', { event_id: randomUUID(), at: when, kind: 'test', actor_id: personId });
  await put('audit', {
    audit_id: randomUUID(),
    at: when,
    actor_id: personId,
    action: 'test',
    object_kind: 'person',
    object_id: personId,
    outcome: 'done',
  });
  const message = randomUUID();
  await put('message', {
    message_id: message,
    person_id: personId,
    state: 'sent',
    key: message,
    channel: 'slack',
    address: `{"user":"${account}"}`,
    platform_id: `m-${account}`,
    created_at: when,
  });
  await put('notice', {
    notice_id: randomUUID(),
    person_id: personId,
    kind: 'request-sent',
    about_kind: 'request',
    about_id: request,
    occurrence: '1',
    message_id: message,
    state: 'told',
    created_at: when,
  });
  await put('account_claim', {
    ...identity,
    claim_id: randomUUID(),
    state: 'linked',
    guest: false,
    person_id: personId,
    created_at: when,
    settled_at: when,
  });
  await put('link_code', { code_hash: account, person_id: personId, made_at: when, expires_at: when, used_at: when });
  await put('link_try', { ...identity, try_id: randomUUID(), tried_at: when });
  await put('file', {
    file_id: randomUUID(),
    person_id: personId,
    kind: 'x',
    name: 'x',
    content: sealed,
    created_at: when,
  });
  await tx.manager.query(
    `insert into inbound (organization_id, inbound_id, state, received_at, done_at)
     values ($1, $2, 'done', now() - ($3 || ' seconds')::interval, now())`,
    [tx.organizationId, `slack:command:T1:${account}:1`, tx.at.diff(at, 'seconds').seconds],
  );
  await put('due', { kind: 'person-leaves', subject_id: personId, due_at: tx.at.plus({ years: 9 }).toJSDate() });

  const own = `person_id = '${personId}'`;
  return {
    personId,
    account,
    words,
    marks: {
      request: `mentee_id = '${personId}'`,
      'request words': `mentee_id = '${personId}' and need is not null`,
      pairing: `mentee_id = '${personId}'`,
      'pairing words': `mentee_id = '${personId}' and agenda is not null`,
      resource_person: `pairing_id = '${pairing}'`,
      'resource_person words': `pairing_id = '${pairing}' and words is not null`,
      pairing_fine: `pairing_id = '${pairing}'`,
      nudge_wish: `person_id = '${personId}'`,
      pair_letter: `pairing_id = '${pairing}'`,
      'meeting words': `proposed_by = '${personId}' and place is not null`,
      meeting: `proposed_by = '${personId}'`,
      session: `logged_by = '${personId}'`,
      evaluation: `writer_id = '${personId}'`,
      concern: `writer_id = '${personId}'`,
      event: `actor_id = '${personId}' and kind = 'test'`,
      audit: `actor_id = '${personId}' and action = 'test'`,
      account_claim: `user_id = '${account}'`,
      link_try: `user_id = '${account}'`,
      inbound: `inbound_id like '%:${account}:%'`,
      offer: `mentor_id = '${personId}'`,
      'pending shown': `person_id = '${personId}' and shown is not null`,
      due: `subject_id = '${personId}'`,
      ...Object.fromEntries(
        [
          ...[
            'note',
            'draft',
            'orientation',
            'wish',
            'pending',
            'conversation',
            'setting',
            'message',
            'notice',
            'link_code',
            'file',
          ],
          ...['identity', 'person_role', 'mentor_profile', 'person'],
        ].map((table) => [table, own]),
      ),
    },
  };
}

/** Which of the marked rows, or parts of rows, are there. */
export async function standing(tx: Tx, { marks }: Pick<Filled, 'marks'>): Promise<readonly string[]> {
  const there: string[] = [];
  for (const [mark, where] of Object.entries(marks)) {
    const rows: unknown[] = await tx.manager.query(`select 1 from ${mark.split(' ')[0]} where ${where}`);
    if (rows.length > 0) there.push(mark);
  }
  return there.sort();
}
