import type { KnownPerson } from '../../store';
import type { PersonLine, RowFault } from './row';

const column = 'supervisor_email';

/** The rows of each loop of supervisors, each loop once, from its first row on. */
function loopsIn(above: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const settled = new Set<string>();
  const loops: string[][] = [];
  for (const start of above.keys()) {
    const way = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !way.has(at)) {
      way.set(at, way.size);
      at = above.get(at);
    }
    if (at !== undefined && way.has(at)) loops.push([...way.keys()].slice(way.get(at)));
    for (const passed of way.keys()) settled.add(passed);
  }
  return loops;
}

const listing = new Intl.ListFormat('en-US', { type: 'conjunction' });

function loopWarning(loop: readonly string[], lineOf: ReadonlyMap<string, number>): RowFault[] {
  const lines = loop.flatMap((email) => lineOf.get(email) ?? []).toSorted((a, b) => a - b);
  const [first] = lines;
  if (first === undefined) return [];
  const others = loop.length - lines.length;
  const who = [
    ...(lines.length === 1 ? [`row ${first}`] : [`rows ${listing.format(lines.map(String))}`]),
    ...(others > 0 ? [`${others} in the database who ${others === 1 ? 'is' : 'are'} not on the list`] : []),
  ].join(', with ');
  const reason =
    loop.length === 1
      ? 'This person is her own supervisor. She went in; correct the address of the supervisor.'
      : `These supervise each other in a loop: ${who}. They went in; correct one supervisor, as the chain must end at the top.`;
  return [{ line: first, column, reason }];
}

/**
 * Supervisors who are nobody, and supervisors in a loop: the people go in all the same, and somebody should look at it. A
 * supervisor whose own row was refused is `listed`, and named there.
 */
export function chainWarnings(
  lines: readonly PersonLine[],
  roster: readonly KnownPerson[],
  listed: ReadonlySet<string>,
): readonly RowFault[] {
  const above = new Map<string, string>();
  for (const { email, supervisorEmail } of [...roster, ...lines]) {
    if (supervisorEmail === null) above.delete(email);
    else above.set(email, supervisorEmail);
  }
  const known = new Set([...roster, ...lines].map(({ email }) => email));
  const lineOf = new Map(lines.map(({ email, line }) => [email, line]));
  const missing = lines.flatMap(({ line, supervisorEmail }): RowFault[] =>
    supervisorEmail === null || known.has(supervisorEmail) || listed.has(supervisorEmail)
      ? []
      : [
          {
            line,
            column,
            reason:
              'Nobody on this list or in the database has this address. The person went in; add the supervisor, or correct the address.',
          },
        ],
  );
  return [...missing, ...loopsIn(above).flatMap((loop) => loopWarning(loop, lineOf))].toSorted(
    (a, b) => a.line - b.line,
  );
}
