import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { faultsTogether } from './config-together';

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

const perMinute = (usual: number) =>
  z.coerce
    .number(`is no number; for example ${usual}`)
    .int('is no whole number')
    .min(1, 'is below 1')
    .max(6000, 'is above 6000')
    .default(usual);

const ofKind =
  (fits: RegExp, others: readonly (readonly [looks: RegExp, says: string])[]) =>
  (text: string, context: z.core.$RefinementCtx<string>): void => {
    if (fits.test(text)) return;
    const message = others.find(([looks]) => looks.test(text))?.[1] ?? 'cannot be used';
    context.addIssue({ code: 'custom', message });
  };

/** Slack has several kinds of tokens, which look alike: who mixed two up is told which one it is. */
const slackToken = {
  bot: ofKind(/^xox[a-oq-z.]*-\S+$/, [
    [
      /^xapp-/,
      'is an app-level token (xapp-), which belongs into SLACK_APP_TOKEN; the Bot User OAuth Token (xoxb-) stands under OAuth & Permissions',
    ],
    [
      /^xoxp-/,
      'is the token of a person (xoxp-), in whose name the bot would write; the Bot User OAuth Token (xoxb-) stands beside it, under OAuth & Permissions',
    ],
    [/^/, 'does not begin with xoxb-; it stands under OAuth & Permissions'],
  ]),
  app: ofKind(/^xapp-\S+$/, [
    [
      /^xox/,
      'is a bot’s or a person’s token (xox…), and the app-level token (xapp-) is wanted; it stands under Basic Information, App-Level Tokens',
    ],
    [/^/, 'does not begin with xapp-; it stands under Basic Information, App-Level Tokens'],
  ]),
};

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
  SLACK_BOT_TOKEN: z.string().superRefine(slackToken.bot).optional(),
  SLACK_APP_TOKEN: z.string().superRefine(slackToken.app).optional(),
  SLACK_CLIENT_ID: filled('it stands under Basic Information').optional(),
  SLACK_CLIENT_SECRET: filled('it stands under Basic Information').optional(),
  SLACK_API_URL: url('for example https://slack.com/api/')
    .refine((text) => text.endsWith('/api/'), 'must end in /api/')
    .default('https://slack.com/api/'),
  SLACK_MESSAGES_PER_MINUTE: perMinute(285),
  TEAMS_APP_ID: guid('it is the application (client) id of the bot').optional(),
  TEAMS_APP_PASSWORD: filled('it is a client secret of the app registration').optional(),
  TEAMS_TENANT_ID: guid('it is the directory (tenant) id').optional(),
  TEAMS_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  TEAMS_CLOUD: z.enum(['public', 'gcc', 'gcch', 'dod'], 'must be public, gcc, gcch or dod').default('public'),
  TEAMS_LOCAL: z.enum(['0', '1'], 'must be 1, or left out').optional(),
  TEAMS_MESSAGES_PER_MINUTE: perMinute(1500),
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
  /** To one workspace or tenant, at most. */
  readonly messagesPerMinute: { readonly slack: number; readonly teams: number };
  readonly publicUrl: string | undefined;
  readonly programsDir: string;
  readonly logLevel: Variables['LOG_LEVEL'];
  /** Names that look like ours and are none. */
  readonly unknownNames: readonly string[];
};

export type Environment = Readonly<Record<string, string | undefined>>;
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | {
      readonly ok: false;
      readonly faults: readonly string[];
      /** The variables with a fault: wrong, or missing. */
      readonly faulty: ReadonlySet<string>;
      /** The configuration that the others make, as if the wrong ones were not there: to look at, never to run. */
      readonly rest: Config;
    };

/** Reads the configuration from variables; all faults at once, each with what to do, never with a value. */
export function readConfig(environment: Environment): ReadConfig {
  const known = Object.keys(variables.shape);
  const given: Readonly<Record<string, string>> = Object.fromEntries(
    known.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = variables.safeParse(given);
  const alone = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), message }));
  const faults = [
    ...alone.map(({ name, message }) => ({ name, says: `${name} ${message}.` })),
    ...faultsTogether(given),
  ];
  if (parsed.success && faults.length === 0)
    return { ok: true, config: Object.freeze(configOf(parsed.data, environment, known)) };
  const wrong = new Set(alone.map(({ name }) => name));
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  return {
    ok: false,
    faults: faults.map(({ says }) => says),
    faulty: new Set(faults.map(({ name }) => name)),
    rest: Object.freeze(configOf(variables.parse(sound), environment, known)),
  };
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
      v.SLACK_SIGNING_SECRET || v.SLACK_BOT_TOKEN || v.SLACK_APP_TOKEN || v.SLACK_CLIENT_ID
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
    messagesPerMinute: { slack: v.SLACK_MESSAGES_PER_MINUTE, teams: v.TEAMS_MESSAGES_PER_MINUTE },
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
