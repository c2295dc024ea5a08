import { parseMasterKeys } from './store/keys';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Variables that have a value. */
type Given = Readonly<Record<string, string>>;

/** What is wrong, or missing, and with which variable. */
type Fault = { readonly name: string; readonly says: string };
const fault = (name: string, says: string): Fault => ({ name, says: `${name} ${says}` });

const has = (given: Given, ...names: string[]): boolean => names.some((name) => given[name] !== undefined);

function oauthTogether(given: Given): Fault[] {
  const faults: Fault[] = [];
  for (const [one, other] of [
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
    ['SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID'],
  ] as const) {
    if (has(given, one) && !has(given, other))
      faults.push(fault(other, `is missing beside ${one}; both stand under Basic Information, App Credentials.`));
  }
  if (given.PUBLIC_URL === undefined) {
    faults.push(fault('PUBLIC_URL', 'is missing; to install by OAuth, Slack sends the browser back to it.'));
  } else if (!given.PUBLIC_URL.startsWith('https://') && !isLoopbackUrl(given.SLACK_API_URL)) {
    faults.push(fault('PUBLIC_URL', 'must begin with https://; Slack sends nobody back to an address without TLS.'));
  }
  return faults;
}

const isLoopbackUrl = (text: string | undefined): boolean =>
  text !== undefined && URL.canParse(text) && loopback.has(new URL(text).hostname.replace(/^\[|\]$/g, ''));

function slackTogether(given: Given): Fault[] {
  const byOAuth = has(given, 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET');
  if (!byOAuth && !has(given, 'SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN')) return [];
  const faults = byOAuth ? oauthTogether(given) : [];
  if (!has(given, 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN')) {
    faults.push(
      fault(
        'SLACK_SIGNING_SECRET',
        'is missing; it stands under Basic Information, and every Slack request is checked with it.',
      ),
    );
  }
  if (!byOAuth && !has(given, 'SLACK_BOT_TOKEN')) {
    faults.push(
      fault(
        'SLACK_BOT_TOKEN',
        'is missing; it stands under OAuth & Permissions (or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to install by OAuth).',
      ),
    );
  }
  return faults;
}

function teamsTogether(given: Given): Fault[] {
  const faults: Fault[] = [];
  const isLocal = given.TEAMS_LOCAL === '1';
  if (isLocal && !loopback.has(given.HOST ?? '127.0.0.1'))
    faults.push(fault('HOST', 'must be 127.0.0.1 while TEAMS_LOCAL=1 switches authentication off.'));
  if (!has(given, 'TEAMS_APP_ID')) {
    return has(given, 'TEAMS_APP_PASSWORD')
      ? [...faults, fault('TEAMS_APP_ID', 'is missing; without it requests could not be told from forged ones.')]
      : faults;
  }
  if (isLocal) faults.push(fault('TEAMS_LOCAL', 'switches authentication off and cannot stand beside TEAMS_APP_ID.'));
  if (!has(given, 'TEAMS_TENANT_ID'))
    faults.push(fault('TEAMS_TENANT_ID', 'is missing; the bot answers one tenant only.'));
  if (given.TEAMS_APP_TYPE !== 'UserAssignedMSI' && !has(given, 'TEAMS_APP_PASSWORD'))
    faults.push(
      fault('TEAMS_APP_PASSWORD', 'is missing; a SingleTenant bot needs it (or use TEAMS_APP_TYPE=UserAssignedMSI).'),
    );
  return faults;
}

function keysTogether(given: Given): Fault[] {
  if (given.MENTOR_KEYS === undefined) {
    return has(given, 'DATABASE_URL')
      ? [
          fault(
            'MENTOR_KEYS',
            'is missing; with DATABASE_URL it is needed. Make one with: npm run -s mentor -- keys new',
          ),
        ]
      : [];
  }
  const keys = parseMasterKeys(given.MENTOR_KEYS);
  return keys.ok ? [] : [fault('MENTOR_KEYS', `cannot be used: ${keys.reason}.`)];
}

/** Faults of several variables together; by what is given, so that they are told beside the faults of each alone. */
export const faultsTogether = (given: Given): readonly Fault[] => [
  ...slackTogether(given),
  ...teamsTogether(given),
  ...keysTogether(given),
];
