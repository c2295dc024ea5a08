import { DateTime, IANAZone } from 'luxon';
import { cleanText, clip } from '../../chat';
import type { Role, RoleName } from '../../mentoring';

/** One person of the list, checked. Units are paths, `A > B > C`; dates are ISO days; addresses are in small letters. */
export type PersonLine = {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly unit: string | null;
  readonly grade: string | null;
  readonly hiredOn: string | null;
  readonly appointment: string | null;
  readonly supervisorEmail: string | null;
  readonly zone: string | null;
  readonly leftOn: string | null;
  readonly slack: { readonly tenant: string; readonly user: string } | null;
  readonly teams: { readonly tenant: string; readonly user: string } | null;
  readonly roles: readonly Role[];
  readonly topics: readonly string[];
  readonly capacity: number | null;
};

/** What is wrong with a row: which column, and a sentence that says what to do. It names no value but ids and dates. */
export type RowFault = { readonly line: number; readonly column: string; readonly reason: string };

export const columns = [
  'name',
  'email',
  'unit',
  'grade',
  'hired_on',
  'appointment',
  'supervisor_email',
  'time_zone',
  'left_on',
  'slack_team',
  'slack_user',
  'teams_tenant',
  'teams_user',
  'roles',
  'mentor_topics',
  'mentor_capacity',
] as const;
export type Column = (typeof columns)[number];
export type RawRow = Readonly<Partial<Record<Column, string>>>;

const roleNames: readonly RoleName[] = ['mentee', 'mentor', 'supervisor', 'coordinator', 'program_manager'];
const isRoleName = (text: string): text is RoleName => roleNames.some((name) => name === text);
const parts = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const emailShape = /^[^\s@<>"]+@[^\s@<>"]+$/u;
const tidy = (value: string | undefined): string =>
  cleanText(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The e-mail address of a cell in small letters; undefined where it holds none. */
export function emailIn(cell: string | undefined): string | undefined {
  const value = clip(tidy(cell), 200).toLowerCase();
  return emailShape.test(value) ? value : undefined;
}

const zones = new Map<string, boolean>();

/** Whether this zone exists; to find out is slow, and a list of thousands names a handful. */
function isZone(name: string): boolean {
  const known = zones.get(name) ?? IANAZone.isValidZone(name);
  if (zones.size < 1000) zones.set(name, known);
  return known;
}

/** `coordinator@Nome/bethel-nome-exchange` -> the role, its unit and its program. */
function readRole(text: string): Role | undefined {
  const [name = '', rest = ''] = text.split('@');
  const [unitPath = '', programId = ''] = rest.split('/');
  const role = name.trim();
  return isRoleName(role) ? { role, unitPath: unitPath.trim(), programId: programId.trim() } : undefined;
}

/** Checks one row; all its faults at once, or the person. `topicIds` are the topics that exist. */
export function readRow(row: RawRow, line: number, topicIds: ReadonlySet<string>): PersonLine | readonly RowFault[] {
  const faults: RowFault[] = [];
  const fault = (column: Column, reason: string): null => {
    faults.push({ line, column, reason });
    return null;
  };
  const text = (column: Column, most = 200): string | null => {
    const value = tidy(row[column]);
    return value === '' ? null : clip(value, most);
  };
  const email = (column: 'email' | 'supervisor_email'): string | null => {
    const value = text(column)?.toLowerCase() ?? null;
    if (value === null || emailShape.test(value)) return value;
    return fault(column, 'This is no e-mail address; it must look like joan.ek@example.gov.');
  };
  const day = (column: 'hired_on' | 'left_on'): string | null => {
    const value = text(column);
    if (value === null || (/^\d{4}-\d{2}-\d{2}$/u.test(value) && DateTime.fromISO(value).isValid)) return value;
    return fault(column, 'This is no date; write it as year-month-day, like 2026-11-18.');
  };
  const account = (tenantColumn: 'slack_team' | 'teams_tenant', userColumn: 'slack_user' | 'teams_user') => {
    const [tenant, user] = [text(tenantColumn), text(userColumn)];
    if (tenant !== null && user !== null) return { tenant, user };
    if (tenant === null && user === null) return null;
    return fault(
      tenant === null ? tenantColumn : userColumn,
      `${tenant === null ? tenantColumn : userColumn} is empty, but ${tenant === null ? userColumn : tenantColumn} is not; an account needs both.`,
    );
  };
  const zone = (): string | null => {
    const value = text('time_zone');
    return value === null || isZone(value)
      ? value
      : fault('time_zone', 'This is no time zone; write it like America/Anchorage.');
  };
  const roles = (): Role[] =>
    parts(row.roles ?? '', ';').flatMap((each) => {
      const role = readRole(each);
      if (!role)
        fault('roles', `A role must be one of ${roleNames.join(', ')}, if need be with @unit/program behind it.`);
      return role ?? [];
    });
  const topics = (): string[] =>
    parts(row.mentor_topics ?? '', ';').filter((topic) => {
      if (topicIds.has(topic)) return true;
      fault(
        'mentor_topics',
        `There is no topic "${clip(cleanText(topic), 40)}"; the ids stand in programs/topics.yaml, like case_notes.`,
      );
      return false;
    });
  const capacity = (): number | null => {
    const value = text('mentor_capacity');
    if (value === null) return null;
    return /^\d{1,2}$/u.test(value)
      ? Number(value)
      : fault('mentor_capacity', 'This must be a whole number from 0 to 99; 0 means full.');
  };
  const read = {
    line,
    name: text('name', 120) ?? fault('name', 'The name is missing.') ?? '',
    email: email('email') ?? (text('email') === null ? fault('email', 'The e-mail address is missing.') : null) ?? '',
    unit:
      parts(row.unit ?? '', '>')
        .map((part) => clip(cleanText(part), 120))
        .join(' > ') || null,
    grade: text('grade', 80),
    hiredOn: day('hired_on'),
    appointment: text('appointment', 80),
    supervisorEmail: email('supervisor_email'),
    zone: zone(),
    leftOn: day('left_on'),
    slack: account('slack_team', 'slack_user'),
    teams: account('teams_tenant', 'teams_user'),
    roles: roles(),
    topics: topics(),
    capacity: capacity(),
  };
  return faults.length > 0 ? faults : read;
}
