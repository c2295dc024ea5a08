import type { Express } from 'express';
import { answersBelow, pointer } from '../cards';
import {
  createSlackChannel,
  type InstallBook,
  ownWorkspace,
  type SlackChannel,
  SocketRefused,
  type TokenFor,
} from '../channels/slack';
import { createTeamsChannel, teamsAdvice } from '../channels/teams';
import { type Channel, type Traffic, uncounted } from '../chat';
import type { SlackConfig, TeamsConfig } from '../config';
import { realTime } from './clock';
import { SetupError } from './house';
import type { Log } from './log';
import { causeOf, unreachableHost } from './network';

/** In milliseconds: how long Slack may take to say whose the configured token is. */
const patience = 5000;

/**
 * Whether a Slack workspace is the one whose token is configured. Alone, the token is for whatever workspace signs its
 * requests; beside installing by OAuth it is for its own, which Slack is asked for.
 */
export function configuredWorkspace(slack: SlackConfig | undefined, log: Log): (tenant: string) => Promise<boolean> {
  const { botToken, apiUrl, oauth } = slack ?? {};
  if (botToken === undefined || apiUrl === undefined) return async () => false;
  return oauth === undefined ? async () => true : ownWorkspace({ token: botToken, apiUrl, timeout: patience, log });
}

/** Slack: workspaces that were installed by OAuth first, then the one whose token is configured. */
export function slackChannel(
  app: Express,
  slack: SlackConfig,
  book: InstallBook,
  isConfigured: (tenant: string) => Promise<boolean>,
  log: Log,
  traffic: Traffic = uncounted,
): SlackChannel {
  const { signingSecrets, botToken, appToken, apiUrl, oauth } = slack;
  const tokenFor: TokenFor = async (tenant) =>
    botToken !== undefined && (await isConfigured(tenant)) ? { token: botToken } : undefined;
  const channel = createSlackChannel({
    app,
    signingSecrets,
    tokenFor,
    apiUrl,
    ...(appToken === undefined ? {} : { socketAppToken: appToken }),
    ...(oauth === undefined ? {} : { oauth: { ...oauth, book } }),
    unreachable: (host, fault) => {
      const { says, todo } = unreachableHost(host, causeOf(fault));
      return `${says}. ${todo}`;
    },
    clock: realTime,
    traffic,
    log,
  });
  return {
    ...channel,
    start: (receive) =>
      channel.start(receive).catch((fault: unknown) => {
        throw fault instanceof SocketRefused ? new SetupError([fault.message]) : fault;
      }),
  };
}

/** Teams for one tenant, or on loopback without sign-in. */
export const teamsChannel = (
  app: Express,
  teams: TeamsConfig,
  tenantInstalled: (tenant: string) => Promise<boolean>,
  log: Log,
  traffic: Traffic = uncounted,
): Channel =>
  createTeamsChannel({
    app,
    appId: teams.appId,
    appPassword: teams.appPassword,
    tenantId: teams.tenantId,
    appType: teams.appType,
    cloud: teams.cloud,
    local: teams.local,
    tenantInstalled,
    now: realTime,
    traffic,
    log: (level, event, fields) =>
      log[level]({ event, ...fields }, teamsAdvice(String(fields?.code ?? '')) ?? teamsAdvice(event) ?? 'Teams'),
    answersBelow,
    pointer: pointer('answered'),
    pointerToOpen: pointer('no-chat-yet'),
  });
