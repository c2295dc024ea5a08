/** What a fault of the database or its folder at the start means, and what to do; undefined for one that says nothing known. */
export function explainDatabaseFault(fault: unknown): string | undefined {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return sentences[code];
}

const unreachable =
  'The database server does not answer. Check the host and port in DATABASE_URL, and that the server runs.';
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  EEXIST: 'MENTOR_DATA_DIR must name a folder, and it names a file.',
  ENOTDIR: 'MENTOR_DATA_DIR must name a folder, and a part of it is a file.',
  EACCES: 'This process may not write to MENTOR_DATA_DIR. Give it the right, or name another folder.',
  EROFS: 'MENTOR_DATA_DIR lies on a disk that cannot be written to. Name another folder.',
  '28P01': 'The database refused the user name or password in DATABASE_URL.',
  '28000': 'The database refused the user in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist. Create it first.',
  '42501':
    'The user in DATABASE_URL lacks a right. The first start needs: a database that it owns, and CREATEROLE (or the role mentor_app made and granted to it by an administrator).',
  '53300': 'The database has no connection left. Raise max_connections, or stop what holds them.',
};
