import { randomUUID } from 'node:crypto';
import { handOver, showInstallations } from '../../src/cli/installation';
import {
  addPerson,
  createOrganization,
  joinGrid,
  joinInstallation,
  organizationOf,
  saveSlackToken,
  slackTenantsOf,
} from '../../src/store';
import { anyStore, type TestStore } from '../databases';

describe('mentor installation', () => {
  let store: TestStore;
  let ids: { dpa: string; doh: string };
  beforeAll(async () => {
    store = await anyStore();
    ids = {
      dpa: await createOrganization(store, randomUUID(), 'DPA', 'America/Anchorage'),
      doh: await createOrganization(store, randomUUID(), 'Health', 'America/Anchorage'),
    };
  }, 60_000);
  afterAll(() => store.drop());

  async function printed(work: () => Promise<void>): Promise<string> {
    const out: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
    try {
      await work();
    } finally {
      spy.mockRestore();
    }
    return out.join('');
  }
  const give = (tenant: string, to: string | undefined) => printed(() => handOver(store, tenant, to, true));
  const ownerOf = (tenant: string) => organizationOf(store, 'slack', tenant);
  const own = async (organizationId: string, ...tenants: string[]): Promise<void> => {
    for (const tenant of tenants) await joinInstallation(store, 'slack', tenant, organizationId);
  };
  const employ = (organizationId: string, tenant: string, leftOn: string | null) =>
    store.inOrganization(organizationId, undefined, async (tx) => {
      const personId = await addPerson(tx, 'Ana', `${randomUUID()}@x.gov`, null);
      await tx.manager.query('update person set left_on = $2 where person_id = $1', [personId, leftOn]);
      await tx.manager.query(
        `insert into identity (organization_id, channel, tenant, user_id, person_id) values ($1, 'slack', $2, $3, $4)`,
        [organizationId, tenant, randomUUID(), personId],
      );
    });
  const audits = (organizationId: string, tenant: string) =>
    store.inOrganization(organizationId, undefined, (tx) =>
      tx.manager.query('select action, outcome from audit where object_id = $1', [tenant]),
    );
  const gave = { action: 'installation.give', outcome: 'done' };

  it('shows whose each one is, and gives one away, with a record in both organizations', async () => {
    await own(ids.dpa, 'T0ABC');
    expect(await printed(() => showInstallations(store))).toContain('Slack T0ABC: DPA\n');
    expect(await give('T0ABC', 'health')).toContain('T0ABC: given to "Health"');
    expect(await ownerOf('T0ABC')).toBe(ids.doh);
    expect([await audits(ids.dpa, 'T0ABC'), await audits(ids.doh, 'T0ABC')]).toEqual([[gave], [gave]]);
    await expect(give('T0ABC', 'Health')).rejects.toThrow('belongs to "Health" already');
  });

  it('gives one that is nobody’s yet', async () => {
    await give('T0NEW', 'DPA');
    expect(await ownerOf('T0NEW')).toBe(ids.dpa);
    await expect(give('the-office', 'DPA')).rejects.toThrow('is no id of a workspace');
  });

  it('is refused while people of another organization have their accounts there; who has left does not count', async () => {
    await own(ids.dpa, 'T0BUSY', 'T0OLD');
    await employ(ids.dpa, 'T0BUSY', null);
    await employ(ids.dpa, 'T0OLD', '2020-01-01');
    await expect(give('T0BUSY', 'Health')).rejects.toThrow(
      /^1 person of "DPA" have their accounts in T0BUSY.*Nothing was changed/u,
    );
    expect(await ownerOf('T0BUSY')).toBe(ids.dpa);
    expect(await audits(ids.dpa, 'T0BUSY')).toEqual([{ ...gave, outcome: 'denied' }]);
    await give('T0OLD', 'Health');
    expect(await ownerOf('T0OLD')).toBe(ids.doh);
  });

  it('takes the Grid along, and the token away that was given to the other organization', async () => {
    await own(ids.dpa, 'E0GRID');
    await joinGrid(store, 'T0ONE', 'E0GRID', ids.dpa);
    await joinGrid(store, 'T0TWO', 'E0GRID', ids.dpa);
    await store.inOrganization(ids.dpa, undefined, (tx) => saveSlackToken(tx, 'E0GRID', 'kept'));
    await employ(ids.doh, 'T0TWO', null);
    const said = await give('T0ONE', 'Health');
    expect(said).toMatch(/T0ONE, E0GRID, T0TWO: given to "Health".*\n.*install-link --organization "Health"/u);
    for (const tenant of ['E0GRID', 'T0ONE', 'T0TWO']) expect(await ownerOf(tenant)).toBe(ids.doh);
    const left = await store.inOrganization(ids.dpa, undefined, slackTenantsOf);
    expect(left).toEqual([]);
  });

  it('asks before it gives, and says so where nobody can be asked', async () => {
    await own(ids.dpa, 'T0SURE');
    await expect(printed(() => handOver(store, 'T0SURE', 'Health', false))).rejects.toThrow('say --yes');
    await expect(give('T0SURE', undefined)).rejects.toThrow('--to "DPA"');
    expect(await ownerOf('T0SURE')).toBe(ids.dpa);
  });
});
