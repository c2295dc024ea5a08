import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Finding, ok, warning, wrong } from './finding';

const manifest = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
});

export type Scopes = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** The scopes of the app's manifest (slack.yaml). */
export async function scopesIn(file: string): Promise<Scopes> {
  const { bot, bot_optional: optional } = manifest.parse(parse(await readFile(file, 'utf8'))).oauth_config.scopes;
  return { required: bot.filter((scope) => !optional.includes(scope)), optional };
}

const without: Readonly<Record<string, string>> = {
  'users:read.email': 'nobody is recognized by the work address, so coordinators link accounts by hand',
  'im:history':
    'people cannot write to the bot in their own words (the command and the buttons work), and a message whose answer from Slack was lost cannot be looked for: it stays uncertain',
  'files:write': 'reports come as a link and not as a file',
};

const about = 'Slack scopes';
const reinstall = 'under OAuth & Permissions, Scopes, and install the app again.';

/** What the token may do, beside what the manifest asks for. */
export function checkScopes(
  granted: readonly string[] | undefined,
  { required, optional }: Scopes,
): readonly Finding[] {
  if (granted === undefined)
    return [
      warning(about, 'Slack did not tell what the token may do', 'Compare the app’s scopes with manifests/slack.yaml.'),
    ];
  const missing = required.filter((scope) => !granted.includes(scope));
  const off = optional.filter((scope) => !granted.includes(scope));
  const extra = granted.filter((scope) => ![...required, ...optional].includes(scope));
  return [
    missing.length === 0
      ? ok(about, `all ${required.length} that are needed`)
      : wrong(about, `missing: ${missing.join(', ')}`, `Add ${missing.length === 1 ? 'it' : 'them'} ${reinstall}`),
    ...off.map((scope) =>
      warning(
        about,
        `without ${scope}, ${without[scope] ?? 'one feature is off'}`,
        `If you want it, add it ${reinstall}`,
      ),
    ),
    ...(extra.length === 0
      ? []
      : [warning(about, `more than needed: ${extra.join(', ')}`, 'Take them out under OAuth & Permissions, Scopes.')]),
  ];
}
