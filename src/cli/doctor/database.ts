import { explainDatabaseFault } from '../../start/explain';
import { type Inspection, LockedError } from '../../store';
import { type Finding, ok, warning, wrong } from './finding';
import { checkSkew } from './skew';

const leastVersion = 15;

/** Up to PostgreSQL 15, who may create roles may also grant herself one, which the first migration does. */
const becomesMember = ({ missing, loginMayCreateRoles, version }: Inspection): boolean =>
  missing > 0 && loginMayCreateRoles && version < 160_000;

function role(kind: 'server' | 'embedded', seen: Inspection): Finding {
  const about = 'Database role';
  if (kind === 'server' && seen.loginIsSuperuser)
    return wrong(
      about,
      'the login role in DATABASE_URL is a superuser',
      'Make one that is none, as docs/operate.md shows under "The database role", and put it into DATABASE_URL before anything else.',
    );
  if (kind === 'server' && seen.loginBypasses)
    return wrong(
      about,
      'the login role in DATABASE_URL may bypass row-level security',
      'Run as the superuser: alter role <login role> nobypassrls;',
    );
  if (seen.missing > 0 && !seen.loginOwnsDatabase)
    return wrong(
      about,
      'the login role does not own the database, so it can make no tables',
      'Run as the superuser: alter database <name> owner to <login role>;',
    );
  if (!seen.roleExists && !seen.loginMayCreateRoles)
    return wrong(
      about,
      'mentor_app is missing, and the login role may not make it',
      'Run as the superuser: create role mentor_app nologin noinherit; grant mentor_app to <login role>;',
    );
  if (!seen.roleExists)
    return seen.missing > 0
      ? ok(about, 'it can make mentor_app, under which business runs')
      : wrong(about, 'mentor_app is missing', 'Run: npm run mentor -- migrate');
  if (seen.roleIsAbove)
    return wrong(
      about,
      'mentor_app may see past row-level security, so organizations are not kept apart',
      'Run on the database: alter role mentor_app nosuperuser nobypassrls; reassign owned by mentor_app to current_user;',
    );
  if (!seen.loginIsMember && !becomesMember(seen))
    return wrong(
      about,
      'the login role is no member of mentor_app',
      'Run as the superuser: grant mentor_app to <login role>;',
    );
  return ok(about, 'business runs as mentor_app, which can bypass nothing');
}

function separation({ unforced }: Inspection): Finding {
  const about = 'Row-level security';
  return unforced.length === 0
    ? ok(about, 'forced on every table of an organization')
    : wrong(
        about,
        `not forced on ${unforced.join(', ')}`,
        `Run on the database: ${unforced.map((table) => `alter table ${table} force row level security;`).join(' ')}`,
      );
}

function upToDate({ done, missing, unknown }: Inspection): Finding {
  const about = 'Migrations';
  if (unknown > 0)
    return wrong(
      about,
      `the database is newer than this program, by ${unknown}`,
      'Install the newer version of the program, or restore the backup from before the upgrade.',
    );
  if (done === 0) return wrong(about, 'the database is still empty', 'Run: npm run mentor -- setup');
  return missing > 0
    ? wrong(about, `${missing} to run`, 'Make a backup, and run: npm run mentor -- migrate')
    : ok(about, 'up to date');
}

/** A database as it was looked at: version, role, separation of organizations, migrations, clock. */
export function checkDatabase(kind: 'server' | 'embedded', seen: Inspection, here: Date): readonly Finding[] {
  const major = Math.floor(seen.version / 10_000);
  const version =
    major >= leastVersion
      ? ok('Database', `PostgreSQL ${major}${kind === 'embedded' ? ', embedded: one process, for small teams' : ''}`)
      : wrong('Database', `PostgreSQL ${major} is too old`, `Use ${leastVersion} or newer.`);
  return [
    version,
    upToDate(seen),
    role(kind, seen),
    ...(seen.missing > 0 ? [] : [separation(seen)]),
    ...(kind === 'server' ? [checkSkew('the database', here, seen.at)] : []),
  ];
}

/** What it means that the database could not be looked at. */
export function unreachable(fault: unknown): Finding {
  if (fault instanceof LockedError)
    return warning(
      'Database',
      'a running Mentor Exchange holds it',
      'Stop it first, and ask again, to have it looked at.',
    );
  return wrong(
    'Database',
    'cannot be opened',
    explainDatabaseFault(fault) ?? 'Check DATABASE_URL, and the log of the database server.',
  );
}
