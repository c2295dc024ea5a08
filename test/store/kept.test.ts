import { randomUUID } from 'node:crypto';
import { createOrganization, type Store } from '../../src/store';
import { KeepingClient, kept } from '../../src/store/kept';
import { onServer, serverStore, serverUrl, type TestStore } from '../databases';

const countUnits = kept('count-units', 'select count(*)::int as units from unit where $1::int = 1');

async function organizationWithUnits(store: Store, units: number): Promise<string> {
  const id = await createOrganization(store, randomUUID(), 'Agency', 'America/Anchorage');
  await store.inOrganization(id, undefined, (tx) =>
    tx.manager.query(
      `insert into unit (organization_id, unit_id, name, path)
       select $1, gen_random_uuid(), 'Unit ' || n, 'Unit ' || n from generate_series(1, $2::int) n`,
      [id, units],
    ),
  );
  return id;
}

onServer('Statements whose plans a connection keeps', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await serverStore({ poolSize: 1 });
  });
  afterAll(() => store.drop());

  it('show each organization its own rows only, however often they were planned for another', async () => {
    const one = await organizationWithUnits(store, 1);
    const other = await organizationWithUnits(store, 3);
    const unitsOf = (id: string): Promise<{ units: number }[]> =>
      store.inOrganization(id, undefined, (tx) => tx.manager.query(countUnits, [1]));
    for (let times = 0; times < 8; times += 1) {
      expect(await unitsOf(one)).toEqual([{ units: 1 }]);
      expect(await unitsOf(other)).toEqual([{ units: 3 }]);
    }
    const plans = await store.sql(`select name from pg_prepared_statements where name = 'count-units'`);
    expect(plans).toEqual([{ name: 'count-units' }]);
  });

  it('are only the marked ones, and take values as before', async () => {
    const client = new KeepingClient({ connectionString: serverUrl() ?? '' });
    await client.connect();
    try {
      expect((await client.query('select $1::int as n', [1])).rows).toEqual([{ n: 1 }]);
      expect((await client.query({ text: 'select $1::int as n', values: [2] })).rows).toEqual([{ n: 2 }]);
      expect((await client.query(kept('three', 'select $1::int as n'), [3])).rows).toEqual([{ n: 3 }]);
      expect((await client.query(kept('three', 'select $1::int as n'), [4])).rows).toEqual([{ n: 4 }]);
      expect((await client.query('select name from pg_prepared_statements')).rows).toEqual([{ name: 'three' }]);
    } finally {
      await client.end();
    }
  });
});
