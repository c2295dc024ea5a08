import { rmSync } from 'node:fs';
import { asSuperuser, serverUrl } from './server';
import { dropDatabase, madeInAll } from './used-databases';

/** Takes away what the tests of this run shared. */
export default async function teardown(): Promise<void> {
  const { MENTOR_TEST_FOLDER: folder, MENTOR_TEST_TEMPLATE: template } = process.env;
  if (serverUrl() && folder !== undefined) for (const name of madeInAll()) await dropDatabase(name);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  if (serverUrl() && template !== undefined) {
    await asSuperuser(async (admin) => {
      await admin.query(`drop database if exists ${template} with (force)`);
      await admin.query(`drop role if exists ${template}`);
    });
  }
  await globalThis.stopTestServer?.();
}
