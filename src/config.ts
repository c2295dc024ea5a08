import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { parseMasterKeys } from './store/keys';

/** The folder that holds package.json: the same from `src` and from `dist/src`. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from;
  return findRoot(dirname(from));
}
export const projectRoot = findRoot(__dirname);

const filled = (hint: string) => z.string().min(1, `is empty; ${hint}`);
const guid = (hint: string) =>
  z
    .string()
    .regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
      `is no id like 00000000-0000-0000-0000-000000000000; ${hint}`,
    );
const url = (hint: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), `is no http(s) address; ${hint}`);

const variables = z.object({
  PORT: z.coerce
    .number('is no number; for example 3978')
    .int('is no whole number')
    .min(0, 'is below 0')
    .max(65535, 'is above 65535')
    .default(3978),
  HOST: filled('for example 127.0.0.1').default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'is no address like postgres://user:password@host:5432/name')
    .optional(),
  MENTOR_DATA_DIR: filled('for example ./data').default('./data'),
  MENTOR_KEYS: filled('make one with: npm run mentor -- keys new').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^[^\s,]{8,}(,[^\s,]{8,})?$/,
      'is too short to be the one under Basic Information (two, joined by a comma, while it changes)',
    )
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xox[a-z.]*-\S+$/, 'does not begin with xoxb-; it stands under OAuth & Permissions')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, 'does not begin with xapp-; it stands under Basic Information, App-Level Tokens')
    .optional(),
  SLACK_CLIENT_ID: filled('it stands under Basic Information').optional(),
  SLACK_CLIENT_SECRET: filled('it stands under Basic Information').optional(),
  SLACK_API_URL: url('for example https://slack.com/api/')
    .refine((text) => text.endsWith('/api/'), 'must end in /api/')
    .default('https://slack.com/api/'),
  TEAMS_APP_ID: guid('it is the application (client) id of the bot').optional(),
  TEAMS_APP_PASSWORD: filled('it is a client secret of the app registration').optional(),
  TEAMS_TENANT_ID: guid('it is the directory (tenant) id').optional(),
  TEAMS_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  TEAMS_CLOUD: z.enum(['public', 'gcc', 'gcch', 'dod'], 'must be public, gcc, gcch or dod').default('public'),
  TEAMS_LOCAL: z.enum(['0', '1'], 'must be 1, or left out').optional(),
  PUBLIC_URL: url('for example https://mentor.example.gov').optional(),
  PROGRAMS_DIR: filled('for example ./programs').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'silent'],
      'must be fatal, error, warn, info or silent (debug would log what people write)',
    )
    .default('info'),
});
type Variables = z.infer<typeof variables>;

export type SlackConfig = {
  readonly signingSecrets: readonly string[];
  readonly botToken: string | undefined;
  readonly appToken: string | undefined;
  readonly apiUrl: string;
  /** Installing by OAuth into several workspaces; `publicUrl` is where Slack sends the browser back to. */
  readonly oauth?: { readonly clientId: string; readonly clientSecret: string; readonly publicUrl: string } | undefined;
};
export type TeamsConfig = {
  readonly appId: string | undefined;
  readonly appPassword: string | undefined;
  readonly tenantId: string | undefined;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly cloud: 'public' | 'gcc' | 'gcch' | 'dod';
  /** Authentication is off: loopback only. */
  readonly local: boolean;
};
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly keys: string | undefined;
  readonly slack: SlackConfig | undefined;
  readonly teams: TeamsConfig | undefined;
  readonly publicUrl: string | undefined;
  readonly programsDir: string;
  readonly logLevel: Variables['LOG_LEVEL'];
  /** Names that look like ours and are none. */
  readonly unknownNames: readonly string[];
};

export type Environment = Readonly<Record<string, string | undefined>>;
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

type Given = Readonly<Record<string, string>>;

const has = (given: Given, ...names: (keyof Variables)[]): boolean => names.some((name) => given[name] !== undefined);

function oauthTogether(given: Given): string[] {
  const faults: string[] = [];
  for (const [one, other] of [
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
    ['SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID'],
  ] as const) {
    if (has(given, one) && !has(given, other))
      faults.push(`${other} is missing beside ${one}; both stand under Basic Information, App Credentials.`);
  }
  if (given.PUBLIC_URL === undefined) {
    faults.push('PUBLIC_URL is missing; to install by OAuth, Slack sends the browser back to it.');
  } else if (!given.PUBLIC_URL.startsWith('https://') && !isLoopbackUrl(given.SLACK_API_URL)) {
    faults.push('PUBLIC_URL must begin with https://; Slack sends nobody back to an address without TLS.');
  }
  return faults;
}

const isLoopbackUrl = (text: string | undefined): boolean =>
  text !== undefined && URL.canParse(text) && loopback.has(new URL(text).hostname.replace(/^\[|\]$/g, ''));

function slackTogether(given: Given): string[] {
  const byOAuth = has(given, 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET');
  if (!byOAuth && !has(given, 'SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN')) return [];
  const faults = byOAuth ? oauthTogether(given) : [];
  if (!has(given, 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN')) {
    faults.push(
      'SLACK_SIGNING_SECRET is missing; it stands under Basic Information, and every Slack request is checked with it.',
    );
  }
  if (!byOAuth && !has(given, 'SLACK_BOT_TOKEN')) {
    faults.push(
      'SLACK_BOT_TOKEN is missing; it stands under OAuth & Permissions (or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to install by OAuth).',
    );
  }
  return faults;
}

function teamsTogether(given: Given): string[] {
  const faults: string[] = [];
  const isLocal = given.TEAMS_LOCAL === '1';
  if (isLocal && !loopback.has(given.HOST ?? '127.0.0.1'))
    faults.push('HOST must be 127.0.0.1 while TEAMS_LOCAL=1 switches authentication off.');
  if (!has(given, 'TEAMS_APP_ID')) {
    return has(given, 'TEAMS_APP_PASSWORD')
      ? [...faults, 'TEAMS_APP_ID is missing; without it requests could not be told from forged ones.']
      : faults;
  }
  if (isLocal) faults.push('TEAMS_LOCAL=1 switches authentication off and cannot stand beside TEAMS_APP_ID.');
  if (!has(given, 'TEAMS_TENANT_ID')) faults.push('TEAMS_TENANT_ID is missing; the bot answers one tenant only.');
  if (given.TEAMS_APP_TYPE !== 'UserAssignedMSI' && !has(given, 'TEAMS_APP_PASSWORD'))
    faults.push('TEAMS_APP_PASSWORD is missing; a SingleTenant bot needs it (or use TEAMS_APP_TYPE=UserAssignedMSI).');
  return faults;
}

function keysTogether(given: Given): string[] {
  if (given.MENTOR_KEYS === undefined) {
    return has(given, 'DATABASE_URL')
      ? ['MENTOR_KEYS is missing; with DATABASE_URL it is needed. Make one with: npm run -s mentor -- keys new']
      : [];
  }
  const keys = parseMasterKeys(given.MENTOR_KEYS);
  return keys.ok ? [] : [`MENTOR_KEYS cannot be used: ${keys.reason}.`];
}

/** Faults of several variables together; by what is given, so that they are told beside the faults of each alone. */
const together = (given: Given): string[] => [...slackTogether(given), ...teamsTogether(given), ...keysTogether(given)];

/** Reads the configuration from variables; all faults at once, each with what to do, never with a value. */
export function readConfig(environment: Environment): ReadConfig {
  const known = Object.keys(variables.shape);
  const given: Given = Object.fromEntries(
    known.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = variables.safeParse(given);
  const alone = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  const faults = [...alone, ...together(given)];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  return { ok: true, config: Object.freeze(configOf(parsed.data, environment, known)) };
}

const oauthOf = ({ SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl }: Variables) =>
  clientId && clientSecret && publicUrl ? { clientId, clientSecret, publicUrl } : undefined;

function configOf(v: Variables, environment: Environment, known: readonly string[]): Config {
  return {
    port: v.PORT,
    host: v.HOST,
    databaseUrl: v.DATABASE_URL,
    dataDir: resolve(v.MENTOR_DATA_DIR),
    keys: v.MENTOR_KEYS,
    slack:
      v.SLACK_SIGNING_SECRET || v.SLACK_BOT_TOKEN || v.SLACK_CLIENT_ID
        ? {
            signingSecrets: v.SLACK_SIGNING_SECRET?.split(',') ?? [],
            botToken: v.SLACK_BOT_TOKEN,
            appToken: v.SLACK_APP_TOKEN,
            apiUrl: v.SLACK_API_URL,
            oauth: oauthOf(v),
          }
        : undefined,
    teams:
      v.TEAMS_APP_ID || v.TEAMS_LOCAL === '1'
        ? {
            appId: v.TEAMS_APP_ID,
            appPassword: v.TEAMS_APP_PASSWORD,
            tenantId: v.TEAMS_TENANT_ID,
            appType: v.TEAMS_APP_TYPE,
            cloud: v.TEAMS_CLOUD,
            local: v.TEAMS_LOCAL === '1',
          }
        : undefined,
    publicUrl: v.PUBLIC_URL,
    programsDir: v.PROGRAMS_DIR ? resolve(v.PROGRAMS_DIR) : join(projectRoot, 'programs'),
    logLevel: v.LOG_LEVEL,
    unknownNames: Object.keys(environment).filter(
      (name) => /^(MENTOR|SLACK|TEAMS)_/.test(name) && !known.includes(name),
    ),
  };
}

/** The process's environment, with what a `.env` file in the working folder adds to it. */
export function processEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
