import { randomUUID } from 'node:crypto';
import { createOrganization, organizationIds } from '../../src/store';
import { embeddedStore, onServer, serverStore, type TestStore } from '../databases';

const suites: [string, () => Promise<TestStore>, typeof describe][] = [
  ['on PGlite', embeddedStore, describe],
  ['on PostgreSQL', serverStore, onServer],
];

for (const [where, open, suite] of suites) {
  suite(`an organization's rows ${where}`, () => {
    let store: TestStore;
    let here: string;
    let there: string;

    beforeAll(async () => {
      store = await open();
      here = await createOrganization(store, randomUUID(), 'Here', 'America/Anchorage');
      there = await createOrganization(store, randomUUID(), 'There', 'America/Juneau');
    }, 60_000);
    afterAll(() => store.drop());

    const tablesOf = async (): Promise<string[]> =>
      (
        await store.sql(
          `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`,
        )
      ).map((row) => String(row.name));

    it('are in tables that all have row-level security enabled and forced', async () => {
      const withOrganization = await store.sql(
        `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id'`,
      );
      const open = ['installation', 'organization_index', 'due', 'file_link'];
      expect(
        withOrganization
          .map((row) => String(row.name))
          .filter((name) => !open.includes(name))
          .sort(),
      ).toEqual((await tablesOf()).sort());
    });

    it('are found by a link to a file, which holds ids and a time only', async () => {
      const columns = await store.sql(
        `select column_name as name from information_schema.columns where table_name = 'file_link' order by column_name`,
      );
      expect(columns.map((row) => row.name)).toEqual(['expires_at', 'file_id', 'organization_id', 'token_hash']);
      const read = store.inOrganization(here, undefined, (tx) => tx.manager.query('select * from file_link'));
      await expect(read).rejects.toMatchObject({ code: '42501' });
    });

    it('are not seen from another organization, nor from none', async () => {
      for (const table of await tablesOf()) {
        const foreign = await store.inOrganization(there, undefined, (tx) =>
          tx.manager.query(`select count(*)::int as n from ${table} where organization_id = $1`, [here]),
        );
        expect({ table, n: foreign[0].n }).toEqual({ table, n: 0 });
        const none = await store.inOrganization('', undefined, (tx) =>
          tx.manager.query(`select count(*)::int as n from ${table}`),
        );
        expect({ table, n: none[0].n }).toEqual({ table, n: 0 });
      }
      const own = await store.inOrganization(here, undefined, (tx) =>
        tx.manager.query('select name from organization'),
      );
      expect(own).toEqual([{ name: 'Here' }]);
    });

    it('cannot be written for another organization', async () => {
      const write = store.inOrganization(here, undefined, (tx) =>
        tx.manager.query(`insert into unit (organization_id, unit_id, name, path) values ($1, $2, 'x', 'x')`, [
          there,
          randomUUID(),
        ]),
      );
      await expect(write).rejects.toMatchObject({ code: '42501' });
    });

    it('leave no trace of the organization on the connection', async () => {
      await store.inOrganization(here, undefined, async () => undefined);
      const rows = await store.sql(
        `select coalesce(current_setting('mentor.organization', true), '') as left, current_user as role`,
      );
      expect(rows[0]?.left).toBe('');
      expect(rows[0]?.role).not.toBe('mentor_app');
    });

    it('let nobody change what happened', async () => {
      for (const table of ['event', 'audit']) {
        const change = store.inOrganization(here, undefined, (tx) => tx.manager.query(`delete from ${table}`));
        await expect(change).rejects.toMatchObject({ code: '42501' });
      }
    });

    it('stand under a role that owns nothing and cannot bypass', async () => {
      const rows = await store.sql(
        `select rolsuper or rolbypassrls as above, exists (select 1 from pg_class where relowner = r.oid) as owner from pg_roles r where rolname = 'mentor_app'`,
      );
      expect(rows).toEqual([{ above: false, owner: false }]);
      expect(await organizationIds(store)).toHaveLength(2);
    });
  });
}
