import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, projectRoot } from '../../config';
import { realClock, realTime } from '../../start/clock';
import { openDatabase, SetupError } from '../../start/house';
import { createLog } from '../../start/log';
import { askSlack } from '../../start/slack-says';
import { inspectDatabase, type Store } from '../../store';
import type { Command } from '../command';
import { checkDatabase, unreachable } from './database';
import { type Finding, ok, warning, wrong } from './finding';
import { checkFolder } from './folder';
import { checkInstallation } from './installation';
import { checkNode } from './node';
import { checkOrganization } from './organization';
import { printFindings, summary } from './print';
import { checkPrograms } from './programs';
import { checkPublicUrl } from './public-url';
import { checkScopes, scopesIn } from './scopes';
import { checkSkew } from './skew';
import { checkSlackSecrets, checkSlackToken } from './slack';
import { checkTeamsLogin, checkTeamsManifest, loginOf } from './teams';

const now = (): Date => realTime().toJSDate();

/** What can be asked of the data itself, once the database is as it should be. */
type WithStore = (store: Store) => Promise<readonly Finding[]>;

async function inside(config: Config, ask: WithStore): Promise<readonly Finding[]> {
  try {
    const store = await openDatabase(config, realClock, createLog('silent'));
    try {
      return [ok('Keys', 'MENTOR_KEYS opens what is sealed'), ...(await ask(store))];
    } finally {
      await store.close();
    }
  } catch (fault) {
    if (fault instanceof SetupError) return fault.lines.map((line) => wrong('Keys', 'do not fit', line));
    return [unreachable(fault)];
  }
}

async function database(config: Config, ask: WithStore): Promise<readonly Finding[]> {
  const { databaseUrl, dataDir } = config;
  const kind = databaseUrl === undefined ? 'embedded' : 'server';
  const folder = kind === 'embedded' ? await checkFolder(dataDir) : [];
  if (kind === 'embedded' && !existsSync(join(dataDir, 'postgres')))
    return [...folder, warning('Database', 'there is none yet', 'Run: npm run mentor -- setup')];
  try {
    const seen = await inspectDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
    const findings = checkDatabase(kind, seen, now());
    const opens = seen.missing === 0 && seen.unknown === 0 && seen.roleExists && !seen.roleIsAbove;
    return [...folder, ...findings, ...(opens ? await inside(config, ask) : [])];
  } catch (fault) {
    return [...folder, unreachable(fault)];
  }
}

async function examine(config: Config): Promise<readonly Finding[]> {
  const { slack, teams, publicUrl } = config;
  const programs = await checkPrograms(config.programsDir);
  const says = slack?.botToken === undefined ? undefined : await askSlack(slack.apiUrl, slack.botToken);
  const at = now();
  const tenant = says?.kind === 'valid' ? says.tenant : undefined;
  const data = await database(config, async (store) => [
    ...(await checkOrganization(store, programs.ids)),
    ...(tenant === undefined ? [] : [await checkInstallation(store, 'slack', tenant)]),
    ...(teams?.tenantId === undefined ? [] : [await checkInstallation(store, 'teams', teams.tenantId)]),
  ]);
  const manifests = join(projectRoot, 'manifests');
  return [
    ok('Variables', 'no fault'),
    ...config.unknownNames.map((name) =>
      warning('Variables', `${name} means nothing here`, 'Check how it is written.'),
    ),
    checkNode(process.version),
    ...programs.findings,
    ...data,
    ...(slack ? checkSlackSecrets(slack) : []),
    ...(says ? [checkSlackToken(says)] : []),
    ...(says?.kind === 'valid' ? checkScopes(says.scopes, await scopesIn(join(manifests, 'slack.yaml'))) : []),
    ...(says?.kind === 'valid' && says.date ? [checkSkew('Slack', at, says.date)] : []),
    ...(teams
      ? [
          await checkTeamsLogin(teams, loginOf(teams)),
          ...(teams.local ? [] : [await checkTeamsManifest(join(manifests, 'teams', 'manifest.json'), teams.appId)]),
        ]
      : []),
    ...(slack || teams
      ? []
      : [
          warning(
            'Channels',
            'neither Slack nor Teams is configured',
            'See docs/install-slack.md and docs/install-teams.md.',
          ),
        ]),
    ...(publicUrl === undefined ? [] : [await checkPublicUrl(publicUrl)]),
  ];
}

function tell(findings: readonly Finding[]): number {
  const { stdout } = process;
  stdout.write(printFindings(findings, stdout.isTTY && stdout.hasColors()));
  stdout.write(summary(findings));
  return findings.some(({ level }) => level === 'wrong') ? 1 : 0;
}

/** Checks everything that can be checked, one line each with what to do; changes nothing. Exits 1 where something is wrong. */
export const doctorCommand: Command = {
  usage: 'doctor',
  says: 'checks everything that can be checked, and says what to do',
  run: async (_, config) => tell(await examine(config)),
  runWithFaults: async (faults) =>
    tell([
      ...faults.map((fault) =>
        wrong('Variables', fault, 'Correct it in the environment or in .env; .env.example explains each.'),
      ),
      checkNode(process.version),
    ]),
};
