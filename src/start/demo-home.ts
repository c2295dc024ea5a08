import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';
import { organizationIds, organizationOf, type Store } from '../store';
import { SetupError } from './house';

/** The demo's Slack workspace: an organization that has it is the demo's. */
export const demoTeam = 'T0DEMO';

/** The demo keeps to an embedded database of its own, so that its invented people never meet an agency's. */
export const demoHome = (config: Config): Config => ({ ...config, dataDir: join(config.dataDir, 'demo') });

const besideDatabase = ['clock', 'keys'];

/**
 * Takes away all that the demo has made in its folder, and nothing else: the next start makes it anew. The database goes
 * first and in one step, so that a half-removed one is never found. Nobody may have it open.
 */
export function emptyDemo(config: Config): void {
  const { dataDir } = demoHome(config);
  const gone = join(dataDir, 'gone');
  rmSync(gone, { recursive: true, force: true });
  renameSync(join(dataDir, 'postgres'), gone);
  for (const name of besideDatabase) rmSync(join(dataDir, name), { force: true });
  rmSync(gone, { recursive: true, force: true });
}

/** Refuses (SetupError) to let whoever is at this machine be anybody of a real organization. */
export async function checkIsDemo(store: Store): Promise<void> {
  const [first] = await organizationIds(store);
  if (first === undefined || (await organizationOf(store, 'slack', demoTeam)) !== undefined) return;
  throw new SetupError([
    'This database holds a real organization, and there are no Slack or Teams variables: the local page would let anybody on this machine be anyone.',
    'Connect the chat (docs/install-slack.md, docs/install-teams.md), or leave DATABASE_URL out to try the demo.',
  ]);
}
