import { randomUUID } from 'node:crypto';
import { checkIsDemo, demoTeam } from '../../src/start/demo-home';
import { createOrganization, joinInstallation } from '../../src/store';
import { embeddedStore, type TestStore } from '../databases';

describe('the local page, on which anybody can be anyone', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await embeddedStore();
  }, 60_000);
  afterAll(() => store.drop());

  it('opens on nothing and on the demo, and on no real organization', async () => {
    await checkIsDemo(store);
    const id = await createOrganization(store, randomUUID(), 'Agency', 'America/Anchorage');
    await expect(checkIsDemo(store)).rejects.toThrow('a real organization');
    await joinInstallation(store, 'slack', demoTeam, id);
    await checkIsDemo(store);
  });
});
