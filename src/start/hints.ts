import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export type Hint = { readonly command: string; readonly says: string };

const slackManifest = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string() })),
  }),
});
const teamsManifest = z.object({
  bots: z.array(
    z.object({
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
});

/** What Slack and Teams offer while somebody types to the bot, as their manifests in this folder say. */
export function commandHints(folder: string): { slack: readonly Hint[]; teams: readonly Hint[] } {
  const slack = slackManifest.parse(parse(readFileSync(join(folder, 'slack.yaml'), 'utf8')));
  const teams = teamsManifest.parse(JSON.parse(readFileSync(join(folder, 'teams', 'manifest.json'), 'utf8')));
  return {
    slack: slack.features.slash_commands.flatMap(({ command, description, usage_hint }) =>
      usage_hint.split('|').map((usage) => ({ command: `${command} ${usage.trim()}`, says: description })),
    ),
    teams: teams.bots.flatMap(({ commandLists }) =>
      commandLists
        .filter(({ scopes }) => scopes.includes('personal'))
        .flatMap(({ commands }) => commands.map(({ title, description }) => ({ command: title, says: description }))),
    ),
  };
}
