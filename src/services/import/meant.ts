import { nearest } from '../../programs';
import { type Column, columns } from './row';

/** What other systems call our columns. */
const otherNames: Readonly<Record<Column, readonly string[]>> = {
  name: ['full_name', 'display_name', 'employee', 'employee_name'],
  email: ['mail', 'e_mail', 'email_address', 'work_email', 'user_principal_name', 'upn'],
  unit: ['office', 'department', 'division', 'org_unit', 'organization', 'branch', 'section'],
  grade: ['pay_grade', 'gs', 'class', 'classification', 'range'],
  hired_on: ['hire_date', 'start_date', 'date_of_hire', 'hired'],
  appointment: ['appointment_type', 'employment_type', 'status'],
  supervisor_email: ['supervisor', 'manager', 'manager_email', 'reports_to'],
  time_zone: ['tz', 'zone'],
  left_on: ['end_date', 'termination_date', 'last_day', 'left'],
  slack_team: ['slack_workspace', 'workspace', 'workspace_id', 'team_id', 'slack_team_id', 'slack_tenant'],
  slack_user: ['slack_id', 'slack_user_id', 'slack_member', 'slack_member_id', 'member_id', 'userid', 'user_id'],
  teams_tenant: ['tenant', 'tenant_id', 'entra_tenant', 'directory_id', 'teams_tenant_id', 'teams_team'],
  teams_user: ['teams_id', 'teams_user_id', 'object_id', 'entra_id', 'entra_object_id', 'aad_id', 'aad_object_id'],
  roles: ['role'],
  mentor_topics: ['topics', 'topic', 'skills', 'mentor_topic', 'mentors_in'],
  mentor_capacity: ['capacity', 'mentees', 'max_mentees', 'places'],
};

const squeezed = (name: string): string => name.toLowerCase().replace(/[\s.-]+/gu, '_');

/** The column that an unknown name probably stands for: another system's word for it, or a slip. */
export function columnMeant(unknown: string): Column | undefined {
  const name = squeezed(unknown);
  const known = columns.find((column) => column === name || otherNames[column].includes(name));
  if (known !== undefined) return known;
  const near = nearest(name, columns);
  return columns.find((column) => column === near);
}
