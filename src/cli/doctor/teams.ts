import { readFile } from 'node:fs/promises';
import { clouds } from '../../channels/teams/clouds';
import type { TeamsConfig } from '../../config';
import { causeOf, unreachableHost } from '../../start/network';
import { type Finding, ok, warning, wrong } from './finding';

const about = 'Teams credentials';
const patience = 5000;

/** Where a token for the bot is had, and for what. */
export type Login = { readonly address: string; readonly scope: string };

/** The address for this cloud and tenant. */
export function loginOf({ cloud, tenantId }: TeamsConfig): Login {
  const { login, tokenService } = clouds[cloud];
  return {
    address: `${new URL(login).origin}/${tenantId ?? 'botframework.com'}/oauth2/v2.0/token`,
    scope: `${tokenService}/.default`,
  };
}

const sentences: Readonly<Record<number, readonly [says: string, todo: string]>> = {
  7000215: [
    'the secret is not one of this app',
    'Copy the value of the client secret (not its id) into TEAMS_APP_PASSWORD.',
  ],
  7000222: ['the secret has expired', 'Make a new client secret in Entra, and put it into TEAMS_APP_PASSWORD.'],
  700016: [
    'the app is not known in this tenant',
    'Check TEAMS_APP_ID and TEAMS_TENANT_ID, and that TEAMS_CLOUD is the cloud of the registration.',
  ],
  90002: ['there is no such tenant in this cloud', 'Check TEAMS_TENANT_ID and TEAMS_CLOUD.'],
  900023: ['there is no such tenant in this cloud', 'Check TEAMS_TENANT_ID and TEAMS_CLOUD.'],
  53003: ['a policy (Conditional Access) blocks the app', 'Ask the tenant’s administrator to let it in.'],
};

const codesIn = (body: unknown): readonly number[] =>
  typeof body === 'object' && body !== null && 'error_codes' in body && Array.isArray(body.error_codes)
    ? body.error_codes.filter((code) => typeof code === 'number')
    : [];

/** Whether a token for the bot can be had with these credentials. Neither is ever printed. */
export async function checkTeamsLogin(config: TeamsConfig, login: Login): Promise<Finding> {
  if (config.local)
    return warning(about, 'sign-in is switched off (TEAMS_LOCAL=1)', 'Use it for tests on this machine only.');
  if (config.appType === 'UserAssignedMSI')
    return ok(about, 'a managed identity: it can only be tried where it runs, on Azure');
  const { host } = new URL(login.address);
  try {
    const response = await fetch(login.address, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: config.appId ?? '',
        client_secret: config.appPassword ?? '',
        scope: login.scope,
      }),
      signal: AbortSignal.timeout(patience),
    });
    const body: unknown = await response.json();
    if (response.ok && typeof body === 'object' && body !== null && 'access_token' in body)
      return ok(about, `${host} gives a token`);
    const [says, todo] = codesIn(body).flatMap((code) => [sentences[code] ?? []])[0] ?? [];
    return wrong(
      about,
      says ?? `${host} refused them`,
      todo ?? 'Check TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID and TEAMS_CLOUD against the app registration.',
    );
  } catch (fault) {
    const { says, todo } = unreachableHost(host, causeOf(fault));
    return warning(about, says, todo);
  }
}

/** That the manifest of the Teams app is for this bot. */
export async function checkTeamsManifest(file: string, appId: string | undefined): Promise<Finding> {
  const own = 'Teams manifest';
  const text = await readFile(file, 'utf8').catch(() => '');
  const [, id] = /"botId"\s*:\s*"([^"]*)"/u.exec(text) ?? [];
  if (id === undefined)
    return wrong(own, 'manifests/teams/manifest.json names no bot', 'Take the file from the release once more.');
  return id.startsWith('$') || id === appId
    ? ok(own, 'is for this bot')
    : wrong(
        own,
        'is for another bot than TEAMS_APP_ID',
        'Put TEAMS_APP_ID into it as id and botId, and upload the app again.',
      );
}
