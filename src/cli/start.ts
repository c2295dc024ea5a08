import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';
import { start } from '../main';
import { demoHome, emptyDemo } from '../start/demo-home';
import { createLog } from '../start/log';
import type { Command } from './command';

/** In milliseconds: after that it ends as it is; and so long whoever leads requests here may take to see that it is not ready. */
const [hardStop, grace] = [25_000, 5000] as const;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Whether the local workspace has a database already, from an earlier start. */
const isMade = (config: Config): boolean =>
  config.databaseUrl !== undefined || existsSync(join(demoHome(config).dataDir, 'postgres'));

/** Runs until it is told to stop; what is under way is finished first. A second signal, or 25 seconds, end it as it is. */
export const startCommand: Command = {
  usage: 'start',
  says: 'runs the product; without chat credentials, a local workspace to try it in',
  options: [],
  example: 'start',
  async run(_, config) {
    const log = createLog(config.logLevel);
    if (!config.slack && !config.teams)
      process.stdout.write(
        isMade(config)
          ? 'Mentor Exchange is getting ready ...\n'
          : 'Mentor Exchange is getting ready; the first start takes a few seconds ...\n',
      );
    // Listened for before it says that it has started: whoever waits for that may end it at once.
    const told = new Promise<string>((resolve) => {
      for (const name of signals) process.once(name, () => resolve(name));
    });
    let running = await start(config, log);
    if (running.page)
      process.stdout.write(
        `\n  Open ${running.page}\n\n  Two chat clients, a demo organization, and a clock you can move.\n  Stop with Ctrl+C.\n\n`,
      );
    process.on('unhandledRejection', (fault) => {
      log.error(
        { event: 'unhandled', fault: fault instanceof Error ? fault.name : typeof fault },
        'A background fault was caught; the process goes on.',
      );
    });
    const next = (): Promise<string | undefined> => Promise.race([told, running.wantsFresh.then(() => undefined)]);
    let signal = await next();
    for (; signal === undefined; signal = await next()) {
      process.stdout.write('  Starting over with a fresh demo organization ...\n');
      await running.stop();
      emptyDemo(config);
      running = await start({ ...config, port: running.port }, log);
      process.stdout.write('  It is ready, at the same address.\n\n');
    }
    const end = (sentence: string): void => {
      log.error({ event: 'stopped-hard' }, sentence);
      process.exit(1);
    };
    for (const name of signals) process.once(name, () => end('Told twice to stop: what was under way is cut off.'));
    log.info({ event: 'stopping', name: signal }, 'Stopping: finishing what is under way.');
    setTimeout(() => end('Stopping took too long: what was under way is cut off.'), hardStop).unref();
    // Nothing leads requests to a process that is for this machine alone.
    await running.stop(running.page !== undefined || config.teams?.local ? 0 : grace);
    return 0;
  },
};
