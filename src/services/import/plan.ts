import type { KnownPerson } from '../../store';
import type { ReadList } from './read';
import { lastCoordinators, nobodyLeaves, takenAccounts } from './refuse';
import type { PersonLine, RowFault } from './row';
import { chainWarnings } from './supervisors';

export type PlannedRow = {
  /** The row with what a missing column leaves as it is known. */
  readonly line: PersonLine;
  readonly known: KnownPerson | undefined;
  readonly outcome: 'added' | 'changed' | 'same';
  /** She had left, and is listed again. */
  readonly returns: boolean;
  /** Topics of hers that the contact sheet names and that are not on the mentors' list yet. */
  readonly topics: readonly string[];
};

export type Leaver = { readonly personId: string; readonly day: string };

/** All that an import does, worked out before anything is written. */
export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly leavers: readonly Leaver[];
  /** Rows that do not go in. */
  readonly faults: readonly RowFault[];
  /** Rows that go in, with something about them to look at. */
  readonly warnings: readonly RowFault[];
};

export type PlanOptions = {
  /** Who is not listed has left. */
  readonly full: boolean;
  /** Lets `full` take very many as left. */
  readonly manyLeft: boolean;
  /** ISO day, where the organization is. */
  readonly today: string;
};

const roleKey = ({ role, unitPath, programId }: PersonLine['roles'][number]): string =>
  `${role}@${unitPath}/${programId}`;
const accountsIn = ({ slack, teams }: PersonLine): readonly string[] => [
  ...(slack ? [`slack|${slack.tenant}|${slack.user}`] : []),
  ...(teams ? [`teams|${teams.tenant}|${teams.user}`] : []),
];
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n');

export const hasLeft = (leftOn: string | null, today: string): boolean => leftOn !== null && leftOn <= today;

/** What a column that the list does not have would say is as it is known. */
function completed(
  line: PersonLine,
  known: KnownPerson | undefined,
  columns: ReadList['columns'],
  today: string,
): PersonLine {
  if (!known) return line;
  return {
    ...line,
    unit: columns.has('unit') ? line.unit : known.unit,
    grade: columns.has('grade') ? line.grade : known.grade,
    hiredOn: columns.has('hired_on') ? line.hiredOn : known.hiredOn,
    appointment: columns.has('appointment') ? line.appointment : known.appointment,
    supervisorEmail: columns.has('supervisor_email') ? line.supervisorEmail : known.supervisorEmail,
    zone: columns.has('time_zone') ? line.zone : known.zone,
    leftOn: columns.has('left_on') || hasLeft(known.leftOn, today) ? line.leftOn : known.leftOn,
  };
}

/** Whether the directory would differ afterwards. That she leaves today is not counted here. */
function differs(line: PersonLine, known: KnownPerson, topics: readonly string[], today: string): boolean {
  const plain =
    line.name === known.name &&
    line.unit === known.unit &&
    line.grade === known.grade &&
    line.hiredOn === known.hiredOn &&
    line.appointment === known.appointment &&
    line.supervisorEmail === known.supervisorEmail &&
    line.zone === known.zone &&
    (line.leftOn === known.leftOn || (hasLeft(line.leftOn, today) && !hasLeft(known.leftOn, today)));
  const roles = line.roles.length === 0 || same([...new Set(line.roles.map(roleKey))], known.roles);
  const accounts = accountsIn(line).every((account) => known.accounts.includes(account));
  const places = line.capacity === null || line.capacity === known.capacity;
  return !(plain && roles && accounts && places && topics.length === 0);
}

/**
 * Topics that the sheet carries over. Once she has been told of her offers they are hers: what she took off the list does
 * not come back by the next import, and neither do the offers of somebody who left.
 */
const topicsToOffer = (line: PersonLine, known: KnownPerson | undefined, today: string): readonly string[] => {
  if (hasLeft(line.leftOn, today)) return [];
  if (known && (known.toldOfOffers || (known.capacity !== null && hasLeft(known.leftOn, today)))) return [];
  return line.topics.filter((topic) => !known?.topics.includes(topic));
};

function planRow(given: PersonLine, known: KnownPerson | undefined, list: ReadList, today: string): PlannedRow {
  const line = completed(given, known, list.columns, today);
  const topics = topicsToOffer(line, known, today);
  const returns = known !== undefined && hasLeft(known.leftOn, today) && !hasLeft(line.leftOn, today);
  const outcome = !known ? 'added' : returns || differs(line, known, topics, today) ? 'changed' : 'same';
  return { line, known, outcome, returns, topics };
}

/** Works out what the list means for the people who are known. Pure: what it counts is what is then done. */
export function planImport(list: ReadList, roster: readonly KnownPerson[], options: PlanOptions): Plan {
  const { today } = options;
  const knownBy = new Map(roster.map((person) => [person.email, person]));
  const here = roster.filter((person) => !hasLeft(person.leftOn, today));
  const leavingRows = list.people.flatMap(({ email, leftOn }): Leaver[] => {
    const known = knownBy.get(email);
    return known && leftOn !== null && leftOn <= today && !hasLeft(known.leftOn, today)
      ? [{ personId: known.personId, day: leftOn }]
      : [];
  });
  const absent = options.full ? here.filter(({ email, guest }) => !guest && !list.listed.has(email)) : [];
  const stopped = absent.length > 0 ? nobodyLeaves(list, here, absent, options) : undefined;
  const leavers = [...leavingRows, ...(stopped ? [] : absent.map(({ personId }) => ({ personId, day: today })))];
  const gone = new Set([
    ...leavers.map(({ personId }) => personId),
    ...roster.filter((person) => hasLeft(person.leftOn, today)).map(({ personId }) => personId),
  ]);
  const taken = takenAccounts(list.people, roster, gone);
  const refusedLines = new Set(taken.map(({ line }) => line));
  const rows = list.people
    .filter(({ line }) => !refusedLines.has(line))
    .map((line) => planRow(line, knownBy.get(line.email), list, today));
  return {
    rows,
    leavers,
    faults: [...taken, ...(stopped ? [stopped] : [])],
    warnings: [
      ...lastCoordinators(list.people, here, gone),
      ...chainWarnings(
        rows.map(({ line }) => line),
        roster,
        list.listed,
      ),
    ].toSorted((a, b) => a.line - b.line),
  };
}
