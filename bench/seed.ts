import { createOrganization, joinInstallation, type Store, switchOnProgram, type Tx } from '../src/store';
import { seeded } from './random';

export const slackTeam = 'T0BENCH';
export const teamsTenant = '3a9f0000-0000-4000-8000-00000000aaaa';
export const menteeCount = 200;
export const programId = 'bethel-nome-exchange';
const opens = ['interviewing', 'case_notes', 'organization'];
const officeCount = 80;
const atOnce = 10_000;

const zones = [
  'America/Adak',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
];
const grades = ['ET I', 'ET II', 'ET III', 'ET IV'];
const groups = { organization: 1, office: 2, mentor: 3, mentee: 4 } as const;
const uuid = (group: number, index: number): string =>
  `0000000${group}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

export const organizationId = uuid(groups.organization, 1);
export const slackUser = (index: number): string => `U0BENCH${index}`;
export const teamsUser = (index: number): string => `7e4d1c58-0000-4000-8000-${index.toString().padStart(12, '0')}`;
export const menteeId = (index: number): string => uuid(groups.mentee, index);

type Mentor = {
  readonly id: string;
  readonly capacity: number;
  readonly load: number;
  readonly topics: readonly string[];
};

/** Three different topics each, the first ones of the list much oftener than the last. */
function mentors(count: number, topicIds: readonly string[]): readonly Mentor[] {
  const random = seeded(42);
  const draw = (power: number): string => topicIds[Math.floor(topicIds.length * random() ** power)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const topics = new Set<string>();
    for (const power of [2, 2, 1.3]) {
      const before = topics.size;
      while (topics.size === before) topics.add(draw(power));
    }
    const isActive = random() < 0.9;
    const capacity = isActive ? 1 + Math.floor(random() * 4) : 0;
    const load = Math.floor(random() * (capacity + 1));
    return { id: uuid(groups.mentor, index), capacity, load, topics: [...topics] };
  });
}

const slices = <T>(all: readonly T[]): readonly T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));

/** Without a key of their own nothing private can be kept of these people. */
const noKey = (): string => 'none';

async function addPeople(tx: Tx, ids: readonly string[], word: string, keyOf: (id: string) => string): Promise<void> {
  const random = seeded(7);
  const rows = ids.map((id, index) => ({
    id,
    name: `${word} Number ${index}`,
    email: `${word.toLowerCase()}.${index}@example.gov`,
    unit: uuid(groups.office, Math.floor(random() * officeCount)),
    grade: grades[Math.floor(random() * grades.length)],
    zone: zones[Math.floor(random() * zones.length)],
    key: keyOf(id),
  }));
  for (const some of slices(rows)) {
    await tx.manager.query(
      `insert into person (organization_id, person_id, name, email, unit_id, grade, hired_on, appointment, zone, wrapped_key)
       select $1, r.id, r.name, r.email, r.unit, r.grade, '2015-04-06', 'permanent', r.zone, r.key
       from json_to_recordset($2) r (id uuid, name text, email text, unit uuid, grade text, zone text, key text)`,
      [tx.organizationId, JSON.stringify(some)],
    );
  }
}

async function addMentors(tx: Tx, all: readonly Mentor[]): Promise<void> {
  await addPeople(
    tx,
    all.map(({ id }) => id),
    'Mentor',
    noKey,
  );
  for (const some of slices(all)) {
    await tx.manager.query(
      `insert into mentor_profile (organization_id, person_id, capacity, load)
       select $1, r.id, r.capacity, r.load from json_to_recordset($2) r (id uuid, capacity int, load int)`,
      [tx.organizationId, JSON.stringify(some)],
    );
    await tx.manager.query(
      `insert into offer (organization_id, topic_id, mentor_id, open, score)
       select $1, t, r.id, r.load < r.capacity,
         case when r.capacity <= 0 then 0 else round(1000.0 * (r.capacity - r.load) / r.capacity)::int end
       from json_to_recordset($2) r (id uuid, capacity int, load int, topics json), json_array_elements_text(r.topics) t`,
      [tx.organizationId, JSON.stringify(some)],
    );
  }
}

async function addMentees(tx: Tx): Promise<void> {
  const ids = Array.from({ length: menteeCount }, (_, index) => menteeId(index));
  // What a mentee says is kept for a while, under her own key.
  const [organization]: { key: string }[] = await tx.manager.query(
    'select wrapped_key as key from organization where organization_id = $1',
    [tx.organizationId],
  );
  const wrapped = organization?.key ?? '';
  await addPeople(tx, ids, 'Mentee', (id) => tx.vault.newPersonKey(tx.organizationId, wrapped, id));
  const accounts = ids.flatMap((person, index) => [
    { channel: 'slack', tenant: slackTeam, account: slackUser(index), person },
    { channel: 'teams', tenant: teamsTenant, account: teamsUser(index), person },
  ]);
  await tx.manager.query(
    `insert into identity (organization_id, channel, tenant, user_id, person_id, address, seen_at)
     select $1, r.channel, r.tenant, r.account, r.person, 'nowhere', now()
     from json_to_recordset($2) r (channel text, tenant text, account text, person uuid)`,
    [tx.organizationId, JSON.stringify(accounts)],
  );
}

const filled = [
  'organization',
  'unit',
  'person',
  'identity',
  'mentor_profile',
  'offer',
  'topic_open',
  'request',
  'pairing',
];

/**
 * One organization with so many mentors (three topics each, skewed to the first of `topicIds`; a tenth not active, loads
 * at random) and 200 mentees who have an account in both clients; then vacuumed.
 */
export async function seed(store: Store, mentorCount: number, topicIds: readonly string[]): Promise<void> {
  await createOrganization(store, organizationId, 'Bench', 'America/Anchorage');
  await joinInstallation(store, 'slack', slackTeam, organizationId);
  await joinInstallation(store, 'teams', teamsTenant, organizationId);
  const skewed = [...opens, ...topicIds.filter((id) => !opens.includes(id))];
  await store.inOrganization(organizationId, undefined, async (tx) => {
    await switchOnProgram(tx, programId, opens);
    const units = Array.from({ length: officeCount }, (_, index) => uuid(groups.office, index));
    await tx.manager.query(
      `insert into unit (organization_id, unit_id, name, path) select $1, u, 'Office ' || n, 'Office ' || n
       from unnest($2::uuid[]) with ordinality o (u, n)`,
      [organizationId, units],
    );
    await addMentors(tx, mentors(mentorCount, skewed));
    await addMentees(tx);
  });
  for (const table of filled) await store.sql(`vacuum analyze ${table}`);
}
