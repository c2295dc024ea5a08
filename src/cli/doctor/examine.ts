import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, projectRoot } from '../../config';
import { realTime } from '../../start/clock';
import { askSlack, type SlackSays } from '../../start/slack-says';
import { lookAtData } from './data';
import { checkEnvFile } from './env-file';
import { type Finding, unseen, warning } from './finding';
import { checkInstallation } from './installation';
import { checkInstalled } from './installed';
import { checkNode } from './node';
import { checkOrganization } from './organization';
import { checkPrograms } from './programs';
import { checkPublicUrl } from './public-url';
import { checkScopes, type Scopes, scopesIn } from './scopes';
import { checkSkew } from './skew';
import { checkSlackSecrets, checkSlackToken } from './slack';
import { checkSocket } from './socket';
import { checkTeamsLogin, checkTeamsManifest, loginOf } from './teams';
import { checkTeamsZip } from './teams-zip';

/** Names of variables with a fault: what depends on one of them is not looked at. */
type Faulty = ReadonlySet<string>;

const manifests = join(projectRoot, 'manifests');
const firstOf = (faulty: Faulty, ...names: readonly string[]): string | undefined =>
  names.find((name) => faulty.has(name));

function slackFindings(
  { slack }: Config,
  says: SlackSays | undefined,
  scopes: Scopes,
  asked: Date,
): readonly Finding[] {
  if (!slack) return [];
  return [
    ...checkSlackSecrets(slack),
    ...(says ? [checkSlackToken(says)] : []),
    ...(says?.kind === 'valid' ? checkScopes(says.scopes, scopes) : []),
    ...(says?.kind === 'valid' && says.date ? [checkSkew('Slack', asked, says.date)] : []),
  ];
}

async function teamsFindings({ teams, publicUrl }: Config, faulty: Faulty): Promise<readonly Finding[]> {
  if (!teams) return [];
  const names = ['APP_ID', 'APP_PASSWORD', 'TENANT_ID', 'APP_TYPE', 'CLOUD', 'LOCAL'].map((name) => `TEAMS_${name}`);
  const wrongOne = firstOf(faulty, ...names);
  const login =
    wrongOne === undefined ? await checkTeamsLogin(teams, loginOf(teams)) : unseen('Teams credentials', wrongOne);
  if (teams.local || faulty.has('TEAMS_APP_ID')) return [login];
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')));
  return [
    login,
    await checkTeamsManifest(join(manifests, 'teams', 'manifest.json'), teams.appId),
    ...(await checkTeamsZip(join(projectRoot, 'dist', 'mentor-exchange-teams.zip'), {
      appId: teams.appId,
      publicUrl: faulty.has('PUBLIC_URL') ? undefined : publicUrl,
      version,
    })),
  ];
}

/** Everything that can be checked with the variables that have no fault. */
export async function examine(config: Config, faulty: Faulty): Promise<readonly Finding[]> {
  const { slack, teams, publicUrl } = config;
  const programs = await checkPrograms(config.programsDir);
  const scopes = await scopesIn(join(manifests, 'slack.yaml'));
  const canAsk = !faulty.has('SLACK_API_URL');
  const says = canAsk && slack?.botToken !== undefined ? await askSlack(slack.apiUrl, slack.botToken) : undefined;
  const asked = realTime().toJSDate();
  const data = await lookAtData(config, faulty, async (store) => [
    ...(await checkOrganization(store, programs.ids)),
    ...(says?.kind === 'valid' ? [await checkInstallation(store, 'slack', says.tenant)] : []),
    ...(teams?.tenantId === undefined ? [] : [await checkInstallation(store, 'teams', teams.tenantId)]),
    ...(slack && canAsk ? await checkInstalled(store, slack, scopes) : []),
  ]);
  const hasChannel = slack ?? teams ?? [...faulty].find((name) => /^(SLACK|TEAMS)_/u.test(name));
  return [
    ...config.unknownNames.map((name) =>
      warning('Variables', `${name} means nothing here`, 'Check how it is written.'),
    ),
    ...(await checkEnvFile('.env')),
    checkNode(process.version),
    ...programs.findings,
    ...data,
    ...slackFindings(config, says, scopes, asked),
    ...(canAsk && slack?.appToken !== undefined ? [await checkSocket(slack.apiUrl, slack.appToken)] : []),
    ...(canAsk ? [] : [unseen('Slack token', 'SLACK_API_URL')]),
    ...(await teamsFindings(config, faulty)),
    ...(hasChannel === undefined
      ? [
          warning(
            'Channels',
            'neither Slack nor Teams is configured',
            'See docs/install-slack.md and docs/install-teams.md.',
          ),
        ]
      : []),
    ...(publicUrl === undefined || faulty.has('PUBLIC_URL') ? [] : [await checkPublicUrl(publicUrl)]),
  ];
}
