import type { KnownPerson } from '../../store';
import type { ReadList } from './read';
import type { PersonLine, RowFault } from './row';

/** Fewer leavers than this are never too many, and never more than this share of all. */
const fewLeavers = 10;
const mostLeavers = 1 / 3;

const accountsOf = (person: PersonLine): readonly { key: string; column: string }[] => [
  ...(person.slack ? [{ key: `slack|${person.slack.tenant}|${person.slack.user}`, column: 'slack_user' }] : []),
  ...(person.teams ? [{ key: `teams|${person.teams.tenant}|${person.teams.user}`, column: 'teams_user' }] : []),
];

/** Rows that claim an account of somebody else who works here. One of somebody who is `gone` is free. */
export function takenAccounts(
  people: readonly PersonLine[],
  roster: readonly KnownPerson[],
  gone: ReadonlySet<string>,
): readonly RowFault[] {
  const ownerOf = new Map(roster.flatMap((person) => person.accounts.map((account) => [account, person] as const)));
  return people.flatMap((person) =>
    accountsOf(person).flatMap(({ key, column }): RowFault[] => {
      const owner = ownerOf.get(key);
      return owner === undefined || owner.email === person.email || gone.has(owner.personId)
        ? []
        : [
            {
              line: person.line,
              column,
              reason:
                'This account belongs to another person in the database, so it was not moved. Correct the account; or, if the same person has a new address now, list the old address with a left_on date first.',
            },
          ];
    }),
  );
}

const isCoordinator = (role: string): boolean => role.startsWith('coordinator@');

/** Warns where those who leave by their rows were the last who coordinated, at the first such row. */
export function lastCoordinators(
  people: readonly PersonLine[],
  here: readonly KnownPerson[],
  gone: ReadonlySet<string>,
): readonly RowFault[] {
  const coordinators = here.filter((person) => person.roles.some(isCoordinator));
  const goneAddresses = new Set(here.filter(({ personId }) => gone.has(personId)).map(({ email }) => email));
  const stays = people.some(
    ({ email, roles }) => !goneAddresses.has(email) && roles.some(({ role }) => role === 'coordinator'),
  );
  const last = people.find(
    ({ email }) => coordinators.some((person) => person.email === email) && goneAddresses.has(email),
  );
  if (stays || last === undefined || coordinators.some(({ personId }) => !gone.has(personId))) return [];
  const reason =
    'Nobody coordinates any more, as this was the last who did. Give somebody the role coordinator, or run: npm run mentor -- setup';
  return [{ line: last.line, column: 'left_on', reason }];
}

/** Why nobody who is missing on a full list is taken as left; undefined where nothing speaks against it. */
export function nobodyLeaves(
  list: ReadList,
  here: readonly KnownPerson[],
  absent: readonly KnownPerson[],
  { manyLeft }: { readonly manyLeft: boolean },
): RowFault | undefined {
  if (list.nameless !== undefined) {
    return {
      line: list.nameless,
      column: 'email',
      reason:
        'With --full, everybody who is not listed counts as left, and nobody can tell who this row is. So nobody was taken as left: correct the address, and run it again.',
    };
  }
  const coordinators = here.filter((person) => person.roles.some(isCoordinator));
  const listedOne = list.people.some(({ roles }) => roles.some(({ role }) => role === 'coordinator'));
  if (coordinators.length > 0 && !listedOne && coordinators.every((person) => absent.includes(person))) {
    return {
      line: 1,
      column: 'roles',
      reason:
        'With --full, everybody who is not listed counts as left, and then nobody would be coordinator. So nobody was taken as left: list a coordinator, and run it again.',
    };
  }
  if (!manyLeft && absent.length > fewLeavers && absent.length > here.length * mostLeavers) {
    return {
      line: 1,
      column: 'email',
      reason: `With --full, ${absent.length} of ${here.length} people would count as left, and what they have open would end. That is so many that nobody was taken as left: check that the list is whole. If it is, run it again with --many-left.`,
    };
  }
  return undefined;
}
