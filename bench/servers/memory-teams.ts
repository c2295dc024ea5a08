import express from 'express';
import { teamsChannel } from '../../src/start/channels';
import { createLog } from '../../src/start/log';
import { behindTheDoor, isBehind } from '../memory-house';
import { teamsTenant } from '../seed';
import { given, serve } from './serve';

/** The product's path of a Teams activity, as `src/main.ts` puts it together, without a database. */
async function main(): Promise<void> {
  const behind = await given();
  if (!isBehind(behind)) throw new Error('There is nothing behind the door.');
  const app = express();
  app.disable('x-powered-by');
  const channel = teamsChannel(
    app,
    {
      appId: undefined,
      appPassword: undefined,
      tenantId: teamsTenant,
      appType: 'SingleTenant',
      cloud: 'public',
      local: true,
    },
    async () => true,
    createLog('error'),
  );
  await channel.start(await behindTheDoor(behind));
  await serve(app);
}

void main();
