import type { DateTime } from 'luxon';
import { DateTime as Luxon } from 'luxon';
import { EntitySchema, type EntitySchemaColumnOptions, type ValueTransformer } from 'typeorm';
import type { Concern, Meeting, Pairing, Person, Request, ResourceAsk, RoleName, Session } from '../mentoring';

const instant: ValueTransformer = {
  to: (value: unknown) => (Luxon.isDateTime(value) ? value.toJSDate() : value),
  from: (value: unknown) => (value instanceof Date ? Luxon.fromJSDate(value, { zone: 'utc' }) : value),
};

const id = (name: string): EntitySchemaColumnOptions => ({ name, type: 'uuid', primary: true });
const uuid = (name: string): EntitySchemaColumnOptions => ({ name, type: 'uuid', nullable: true });
const text = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text', nullable: true });
const textKey = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text', primary: true });
const whole = (name: string): EntitySchemaColumnOptions => ({ name, type: 'integer' });
const time = (name: string): EntitySchemaColumnOptions => ({
  name,
  type: 'timestamptz',
  nullable: true,
  transformer: instant,
});
// A calendar day stays text: as a Date it would move with the server's time zone.
const day = (name: string): EntitySchemaColumnOptions => ({ name, type: 'date', nullable: true });

type Owned = { readonly organizationId: string };

export type OrganizationRow = Owned & { name: string; zone: string; wrappedKey: string; createdAt: DateTime };
export const OrganizationTable = new EntitySchema<OrganizationRow>({
  name: 'organization',
  columns: {
    organizationId: id('organization_id'),
    name: text('name'),
    zone: text('zone'),
    wrappedKey: text('wrapped_key'),
    createdAt: time('created_at'),
  },
});

export type UnitRow = Owned & { unitId: string; parentId: string | null; name: string; path: string };
export const UnitTable = new EntitySchema<UnitRow>({
  name: 'unit',
  columns: {
    organizationId: id('organization_id'),
    unitId: id('unit_id'),
    parentId: uuid('parent_id'),
    name: text('name'),
    path: text('path'),
  },
});

export type PersonRow = Owned & Person & { wrappedKey: string };
export const PersonTable = new EntitySchema<PersonRow>({
  name: 'person',
  columns: {
    organizationId: id('organization_id'),
    personId: id('person_id'),
    name: text('name'),
    email: text('email'),
    unitId: uuid('unit_id'),
    grade: text('grade'),
    hiredOn: day('hired_on'),
    appointment: text('appointment'),
    supervisorEmail: text('supervisor_email'),
    zone: text('zone'),
    leftOn: day('left_on'),
    wrappedKey: text('wrapped_key'),
  },
});

export type PersonRoleRow = Owned & { personId: string; role: RoleName; unitPath: string; programId: string };
export const PersonRoleTable = new EntitySchema<PersonRoleRow>({
  name: 'person_role',
  columns: {
    organizationId: id('organization_id'),
    personId: id('person_id'),
    role: textKey('role'),
    unitPath: textKey('unit_path'),
    programId: textKey('program_id'),
  },
});

export type IdentityRow = Owned & {
  channel: 'slack' | 'teams';
  tenant: string;
  userId: string;
  personId: string;
  address: string | null;
  zone: string | null;
  seenAt: DateTime | null;
  active: boolean;
};
export const IdentityTable = new EntitySchema<IdentityRow>({
  name: 'identity',
  columns: {
    organizationId: id('organization_id'),
    channel: textKey('channel'),
    tenant: textKey('tenant'),
    userId: textKey('user_id'),
    personId: uuid('person_id'),
    address: text('address'),
    zone: text('zone'),
    seenAt: time('seen_at'),
    active: { name: 'active', type: 'boolean' },
  },
});

export type MentorProfileRow = Owned & {
  personId: string;
  capacity: number;
  load: number;
  ways: string[];
  carriedOver: boolean;
  toldAt: DateTime | null;
};
export const MentorProfileTable = new EntitySchema<MentorProfileRow>({
  name: 'mentor_profile',
  columns: {
    organizationId: id('organization_id'),
    personId: id('person_id'),
    capacity: whole('capacity'),
    load: whole('load'),
    ways: { name: 'ways', type: 'text', array: true },
    carriedOver: { name: 'carried_over', type: 'boolean' },
    toldAt: time('told_at'),
  },
});

export type RequestRow = Owned &
  Request & {
    need: string | null;
    suits: string | null;
    reason: string | null;
    question: string | null;
    answer: string | null;
  };
export const RequestTable = new EntitySchema<RequestRow>({
  name: 'request',
  columns: {
    organizationId: id('organization_id'),
    requestId: id('request_id'),
    programId: text('program_id'),
    topicId: text('topic_id'),
    menteeId: uuid('mentee_id'),
    mentorId: uuid('mentor_id'),
    state: text('state'),
    version: whole('version'),
    need: text('need'),
    ways: { name: 'ways', type: 'text', array: true },
    suits: text('suits'),
    reasonKind: text('reason_kind'),
    reason: text('reason'),
    askedAt: time('asked_at'),
    remindedAt: time('reminded_at'),
    endedAt: time('ended_at'),
    begins: text('begins'),
    more: text('more'),
    moreAt: time('more_at'),
    question: text('question'),
    answer: text('answer'),
    rank: whole('rank'),
    nextChoices: { name: 'next_choices', type: 'uuid', array: true },
    follows: uuid('follows'),
  },
});

export type PairingRow = Owned & Pairing;
export const PairingTable = new EntitySchema<PairingRow>({
  name: 'pairing',
  columns: {
    organizationId: id('organization_id'),
    pairingId: id('pairing_id'),
    programId: text('program_id'),
    topicId: text('topic_id'),
    menteeId: uuid('mentee_id'),
    mentorId: uuid('mentor_id'),
    requestId: uuid('request_id'),
    kind: text('kind'),
    state: text('state'),
    version: whole('version'),
    menteeGoesOn: { name: 'mentee_goes_on', type: 'boolean' },
    mentorGoesOn: { name: 'mentor_goes_on', type: 'boolean' },
    startedAt: time('started_at'),
    endedAt: time('ended_at'),
    endedBy: text('ended_by'),
    endKind: text('end_kind'),
  },
});

const instants: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (Array.isArray(value) ? value.map((each) => instant.from(each)) : value),
};

export type MeetingRow = Owned & Meeting;
export const MeetingTable = new EntitySchema<MeetingRow>({
  name: 'meeting',
  columns: {
    organizationId: id('organization_id'),
    meetingId: id('meeting_id'),
    pairingId: uuid('pairing_id'),
    state: text('state'),
    version: whole('version'),
    proposedBy: uuid('proposed_by'),
    options: { name: 'options', type: 'timestamptz', array: true, transformer: instants },
    minutes: whole('minutes'),
    way: text('way'),
    startsAt: time('starts_at'),
    wasAt: time('was_at'),
    calledOffBy: uuid('called_off_by'),
    proposedAt: time('proposed_at'),
    settledAt: time('settled_at'),
  },
});

export type SessionRow = Owned & Session;
export const SessionTable = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    organizationId: id('organization_id'),
    sessionId: id('session_id'),
    pairingId: uuid('pairing_id'),
    state: text('state'),
    version: whole('version'),
    heldOn: day('held_on'),
    minutes: whole('minutes'),
    way: text('way'),
    topicId: text('topic_id'),
    loggedBy: uuid('logged_by'),
    loggedAt: time('logged_at'),
    confirmedAt: time('confirmed_at'),
  },
});

export type ConcernRow = Owned & Concern & { words: string };
export const ConcernTable = new EntitySchema<ConcernRow>({
  name: 'concern',
  columns: {
    organizationId: id('organization_id'),
    concernId: id('concern_id'),
    writerId: uuid('writer_id'),
    pairingId: uuid('pairing_id'),
    kind: text('kind'),
    words: text('words'),
    state: text('state'),
    version: whole('version'),
    handlerId: uuid('handler_id'),
    passedOver: { name: 'passed_over', type: 'uuid', array: true },
    openedAt: time('opened_at'),
    takenAt: time('taken_at'),
    closedAt: time('closed_at'),
  },
});

export type ResourcePersonRow = Owned & ResourceAsk & { words: string | null };
export const ResourcePersonTable = new EntitySchema<ResourcePersonRow>({
  name: 'resource_person',
  columns: {
    organizationId: id('organization_id'),
    pairingId: id('pairing_id'),
    personId: id('person_id'),
    state: text('state'),
    version: whole('version'),
    words: text('words'),
    askedAt: time('asked_at'),
    answeredAt: time('answered_at'),
  },
});

export const tables = [
  OrganizationTable,
  UnitTable,
  PersonTable,
  PersonRoleTable,
  IdentityTable,
  MentorProfileTable,
  RequestTable,
  PairingTable,
  MeetingTable,
  SessionTable,
  ConcernTable,
  ResourcePersonTable,
];
