import type { Express } from 'express';
import { pointer } from '../cards';
import { createSlackChannel } from '../channels/slack';
import { createTeamsChannel } from '../channels/teams';
import type { Channel } from '../chat';
import type { SlackConfig, TeamsConfig } from '../config';
import { realTime } from './clock';
import type { Log } from './log';

/** Slack for one workspace, whose token is configured. */
export const slackChannel = (app: Express, slack: SlackConfig, log: Log): Channel =>
  createSlackChannel({
    app,
    signingSecrets: slack.signingSecrets,
    tokenFor: async () => (slack.botToken === undefined ? undefined : { token: slack.botToken }),
    apiUrl: slack.apiUrl,
    ...(slack.appToken === undefined ? {} : { socketAppToken: slack.appToken }),
    clock: realTime,
    log,
  });

/** Teams for one tenant, or on loopback without sign-in. */
export const teamsChannel = (
  app: Express,
  teams: TeamsConfig,
  tenantInstalled: (tenant: string) => Promise<boolean>,
  log: Log,
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
    log: (level, event, fields) => log[level]({ event, ...fields }, 'Teams'),
    pointer: pointer('answered'),
    pointerToOpen: pointer('no-chat-yet'),
  });
