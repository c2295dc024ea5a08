import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { checkIsDemo, demoTeam, emptyDemo } from '../../src/start/demo-home';
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

it('a demo that is made anew leaves alone what is not the demo’s', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mentor-demo-'));
  const demo = join(dataDir, 'demo');
  for (const folder of [join(dataDir, 'postgres'), join(demo, 'postgres'), join(demo, 'gone', 'half')])
    mkdirSync(folder, { recursive: true });
  for (const file of [join(dataDir, 'keys'), join(demo, 'keys'), join(demo, 'clock'), join(demo, 'notes.txt')])
    writeFileSync(file, 'kept?');
  const read = readConfig({ MENTOR_DATA_DIR: dataDir });
  if (!read.ok) throw new Error('The environment of the test is faulty.');
  emptyDemo(read.config);
  expect(readdirSync(dataDir).toSorted()).toEqual(['demo', 'keys', 'postgres']);
  expect(readdirSync(demo)).toEqual(['notes.txt']);
  rmSync(dataDir, { recursive: true });
});
