import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeResults } from '../../src/cli/results';
import { createOrganization } from '../../src/store';
import { anyStore, type TestStore } from '../databases';
import { serve } from './doctor/server';

const faults = [{ line: 3, column: 'time_zone', reason: 'This is no time zone.' }];

describe('what an import could not take', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-results-'));
  const dataDir = join(folder, 'data');
  let store: TestStore;
  let organizationId: string;
  beforeAll(async () => {
    mkdirSync(dataDir);
    store = await anyStore();
    organizationId = await createOrganization(store, randomUUID(), 'DPA', 'UTC');
  }, 60_000);
  afterAll(async () => {
    await store.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const place = (publicUrl: string | undefined, list = join(folder, 'people.csv')) =>
    placeResults(store, { publicUrl, dataDir }, organizationId, { list, faults, warnings: [] });

  it('lies beside the list, for its owner only, where there is no address', async () => {
    const file = join(folder, 'people.results.csv');
    expect(await place(undefined)).toBe(`As a file: ${file}`);
    expect(readFileSync(file, 'utf8')).toContain('3,time_zone,refused,This is no time zone.');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('lies in the data folder where the list’s own cannot be written to', async () => {
    expect(await place(undefined, join(folder, 'nowhere', 'people.csv'))).toBe(
      `As a file: ${join(dataDir, 'people.results.csv')}`,
    );
  });

  it('is no link where another program answers at the address, or none', async () => {
    const links = () => store.sql('select token_hash from file_link');
    const before = await links();
    const stub = await serve(() => ({ body: { ok: true } }));
    expect(await place(stub.base)).toContain('people.results.csv');
    await stub.close();
    expect(await place(stub.base)).toContain('people.results.csv');
    expect(await links()).toEqual(before);
  });

  it('is a link where the program answers', async () => {
    const stub = await serve(({ headers }) => ({ body: { product: 'mentor-exchange', host: headers.host } }));
    expect(await place(stub.base)).toMatch(new RegExp(`^As a file, for 24 hours: ${stub.base}/files/[\\w-]{43}$`, 'u'));
    await stub.close();
  });
});
