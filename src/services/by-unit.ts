import type { UnitCount, UnitsView } from '../cards';
import { type Counted, doingsOf, type Group, gather, partsOf, type Role } from '../mentoring';
import { fullMentors, pairsReached, type Tx, unitPaths, waitingReached, wishersIn } from '../store';
import type { Caller } from './caller';
import { publishedFor } from './digest';
import type { House } from './house';
import { needOfPair } from './pair-needs';
import { readingRoles } from './reading-roles';

type Reader = Pick<Caller, 'person' | 'roles'>;

/** Whether somebody reads figures of units: a program manager. */
export const managesUnits = (roles: readonly Role[]): boolean => readingRoles(roles).some(({ names }) => !names);

/** A unit by the last words of its path, as long as no other part goes by the same. */
function nameOf(part: string, all: readonly string[]): string {
  const last = (path: string): string => path.split(' > ').at(-1) ?? '';
  const isAlone = all.filter((other) => last(other) === last(part)).length < 2;
  return isAlone ? last(part) : part.split(' > ').slice(-2).join(', ');
}

/**
 * How the program does in the units that somebody manages: figures alone, each of five people or more, of what she does not
 * know by name. A pair and a request count where the mentee works, if that is hers, else where the mentor does.
 */
export async function unitsReading(tx: Tx, house: House, reader: Reader): Promise<UnitsView> {
  const roles = readingRoles(reader.roles);
  const managing = roles.filter(({ names }) => !names);
  const partOf = partsOf(
    await unitPaths(tx),
    managing.map(({ unitPath }) => unitPath),
  );
  const counted = <R extends object>(rows: readonly R[], personOf: (row: R) => string, unitsOf: (row: R) => Units) =>
    rows.flatMap((row): (R & Counted)[] => {
      const part = unitsOf(row).flatMap((unit) => partOf(unit) ?? [])[0];
      return part === undefined ? [] : [{ ...row, personId: personOf(row), part }];
    });
  const unnamed = <R extends { readonly named: boolean }>(rows: readonly R[]) => rows.filter(({ named }) => !named);
  const me = reader.person.personId;
  const pairs = counted(
    unnamed(await pairsReached(tx, roles, me)).map((facts) => ({
      ...facts,
      doing: needOfPair(tx, house, facts) ?? ('as-expected' as const),
    })),
    ({ menteeId }) => menteeId,
    ({ menteeUnit, mentorUnit }) => [menteeUnit, mentorUnit],
  );
  const waiting = counted(
    unnamed(await waitingReached(tx, roles, me)),
    ({ menteeId }) => menteeId,
    ({ menteeUnit, mentorUnit }) => [menteeUnit, mentorUnit],
  );
  const own = <R extends { readonly personId: string; readonly unit: string | null }>(rows: readonly R[]) =>
    counted(
      rows,
      ({ personId }) => personId,
      ({ unit }) => [unit],
    );
  const wishes = own(await wishersIn(tx, managing, me));
  const full = own(await fullMentors(tx, managing));
  const parts = [...new Set([...pairs, ...waiting, ...wishes, ...full].map(({ part }) => part))];
  const unitOf = ({ part }: Group<Counted>): string | undefined => (part === undefined ? part : nameOf(part, parts));
  const counts = (rows: readonly Counted[]): readonly UnitCount[] =>
    gather(rows).map((group) => ({ unit: unitOf(group), count: group.rows.length }));
  return {
    pairs: gather(pairs).map((group) => ({
      unit: unitOf(group),
      pairs: group.rows.length,
      doings: doingsOf(group.rows),
    })),
    waiting: counts(waiting),
    wishes: counts(wishes),
    full: counts(full),
    published: await publishedFor(tx, house, reader.roles),
  };
}

type Units = readonly (string | null)[];
