import { randomUUID } from 'node:crypto';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrations } from '../../migrations';
import { Installs1700000000004 } from '../../migrations/0004-installs';
import { freshDatabase, onServer } from '../databases';

type Migration = new () => MigrationInterface;

async function migrated(url: string, some: readonly Migration[], then: (source: DataSource) => Promise<void>) {
  const source = new DataSource({ type: 'postgres', url, migrations: [...some], migrationsTransactionMode: 'each' });
  await source.initialize();
  await source.runMigrations();
  await then(source);
  await source.destroy();
}

onServer('a database of the version before', () => {
  it('learns which Teams accounts have the app, and keeps its rows apart as before', async () => {
    const database = await freshDatabase();
    const [organization, person] = [randomUUID(), randomUUID()];
    const within = `set local role mentor_app; set local "mentor.organization" = '${organization}';`;
    const before = migrations.slice(0, migrations.indexOf(Installs1700000000004));
    await migrated(database.url, before, async (source) => {
      await source.query(`begin; ${within}
        insert into organization (organization_id, name, zone, wrapped_key, created_at) values ('${organization}', 'Here', 'UTC', 'k', now());
        insert into person (organization_id, person_id, name, email, wrapped_key) values ('${organization}', '${person}', 'Joan', 'joan@example.gov', 'k');
        insert into identity (organization_id, channel, tenant, user_id, person_id, address, seen_at, active) values
          ('${organization}', 'teams', 't1', 'here', '${person}', '{"conversation":"a:1"}', now(), true),
          ('${organization}', 'teams', 't1', 'gone', '${person}', '{"conversation":"a:2"}', now(), false),
          ('${organization}', 'teams', 't1', 'imported', '${person}', '{"tenant":"t1","user":"imported"}', null, true),
          ('${organization}', 'slack', 'T1', 'U1', '${person}', '{"team":"T1","user":"U1"}', null, true);
        commit`);
    });
    await migrated(database.url, migrations, async (source) => {
      const rows = await source.transaction(async (tx) => {
        await tx.query(within);
        return tx.query('select user_id as id, reachable from identity order by user_id');
      });
      expect(rows).toEqual([
        { id: 'U1', reachable: true },
        { id: 'gone', reachable: false },
        { id: 'here', reachable: true },
        { id: 'imported', reachable: false },
      ]);
      expect(await source.query('select 1 from identity')).toEqual([]);
    });
    await database.drop();
  }, 60_000);
});
