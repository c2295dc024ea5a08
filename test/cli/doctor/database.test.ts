import { Client } from 'pg';
import { checkDatabase, unreachable } from '../../../src/cli/doctor/database';
import type { Finding } from '../../../src/cli/doctor/finding';
import { type Inspection, inspectDatabase, LockedError, openStore } from '../../../src/store';
import { freshDatabase, onServer, serverUrl, testClock, testKeys } from '../../databases';

const at = new Date('2026-11-18T19:00:00Z');
const well: Inspection = {
  version: 150_020,
  loginIsSuperuser: false,
  loginBypasses: false,
  loginMayCreateRoles: true,
  loginOwnsDatabase: true,
  roleExists: true,
  loginIsMember: true,
  roleIsAbove: false,
  unforced: [],
  done: 5,
  missing: 0,
  unknown: 0,
  at,
};
const bad = (findings: readonly Finding[]): string[] =>
  findings.filter(({ level }) => level !== 'ok').map(({ level, about }) => `${level} ${about}`);

describe('a database as it was looked at', () => {
  it('is well', () => {
    expect(bad(checkDatabase('server', well, at))).toEqual([]);
    expect(bad(checkDatabase('embedded', { ...well, loginIsSuperuser: true }, at))).toEqual([]);
  });

  it.each<[string, Partial<Inspection>, string]>([
    ['too old', { version: 140_011 }, 'wrong Database'],
    ['under a superuser', { loginIsSuperuser: true }, 'wrong Database role'],
    ['under a role that may bypass', { loginBypasses: true }, 'wrong Database role'],
    ['without mentor_app', { roleExists: false }, 'wrong Database role'],
    ['whose login is no member', { loginIsMember: false }, 'wrong Database role'],
    ['whose mentor_app may bypass', { roleIsAbove: true }, 'wrong Database role'],
    ['with a table that is open', { unforced: ['request'] }, 'wrong Row-level security'],
    ['not yet set up', { done: 0, missing: 5, roleExists: false }, 'wrong Migrations'],
    ['behind the program', { missing: 2 }, 'wrong Migrations'],
    ['ahead of the program', { unknown: 1 }, 'wrong Migrations'],
    ['with another time', { at: new Date(at.getTime() + 400_000) }, 'wrong Clock beside the database'],
  ])('%s is told', (_, more, finding) => {
    const findings = checkDatabase('server', { ...well, ...more }, at);
    expect(bad(findings)).toEqual([finding]);
    expect(findings.find(({ level }) => level === 'wrong')?.todo).toMatch(/\w{3}/);
  });

  it.each<[string, Partial<Inspection>, string]>([
    ['under a superuser', { loginIsSuperuser: true }, 'superuser'],
    ['that the login does not own', { loginOwnsDatabase: false }, 'owner to'],
    ['whose login may make no role', { roleExists: false, loginMayCreateRoles: false }, 'create role mentor_app'],
  ])('%s is told before its first migration, with what to run', (_, more, todo) => {
    const empty = { ...well, done: 0, missing: 5, ...more };
    const role = checkDatabase('server', empty, at).find(({ about }) => about === 'Database role');
    expect(role).toMatchObject({ level: 'wrong' });
    expect(`${role?.says} ${role?.todo}`).toContain(todo);
  });

  it.each([
    [150_020, 'ok'],
    [160_004, 'wrong'],
  ])('before its first migration makes the login a member by itself up to PostgreSQL 15: %d', (version, level) => {
    const empty = { ...well, version, done: 0, missing: 5, loginIsMember: false };
    expect(checkDatabase('server', empty, at).find(({ about }) => about === 'Database role')).toMatchObject({ level });
  });

  it('that another process holds is no fault, and one that cannot be opened is', () => {
    expect(unreachable(new LockedError('x'))).toMatchObject({ level: 'warning' });
    expect(unreachable(Object.assign(new Error(), { code: '28P01' }))).toMatchObject({
      level: 'wrong',
      todo: expect.stringContaining('password'),
    });
  });
});

onServer('a look at a server', () => {
  it('changes nothing, and sees what is missing, then what is there', async () => {
    const database = await freshDatabase();
    try {
      const before = await inspectDatabase({ databaseUrl: database.url });
      expect(before).toMatchObject({ loginIsSuperuser: false, unknown: 0 });
      expect(before.missing).toBeGreaterThan(0);
      expect((await inspectDatabase({ databaseUrl: database.url })).missing).toBe(before.missing);
      const store = await openStore({
        databaseUrl: database.url,
        keys: testKeys(),
        clock: testClock(),
        newId: () => '',
        log: { warn: () => undefined },
      });
      try {
        const seen = await inspectDatabase({ databaseUrl: database.url });
        expect(bad(checkDatabase('server', seen, new Date()))).toEqual([]);
        await store.sql('alter table request no force row level security');
        expect((await inspectDatabase({ databaseUrl: database.url })).unforced).toEqual(['request']);
        await store.sql(`insert into migrations (timestamp, name) values (9, 'Later9')`);
        expect((await inspectDatabase({ databaseUrl: database.url })).unknown).toBe(1);
      } finally {
        await store.close();
      }
    } finally {
      await database.drop();
    }
  });

  it('tells a superuser', async () => {
    const url = serverUrl() ?? '';
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select rolsuper as super from pg_roles where rolname = current_user');
    await client.end();
    expect((await inspectDatabase({ databaseUrl: url })).loginIsSuperuser).toBe(rows[0].super);
  });
});
