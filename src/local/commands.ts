import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Platform } from './calls';

/** What a client offers to write to the bot, and where: alone with it, or where others read along. */
export type Command = {
  readonly text: string;
  readonly says: string;
  readonly places: readonly ('private' | 'shared')[];
};

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

async function ofSlack(folder: string): Promise<readonly Command[]> {
  const { features } = slackManifest.parse(parse(await readFile(join(folder, 'slack.yaml'), 'utf8')));
  return features.slash_commands.flatMap(({ command, description, usage_hint }) =>
    usage_hint.split('|').map((use) => ({
      text: `${command} ${use.trim()}`,
      says: description,
      places: ['private', 'shared'] as const,
    })),
  );
}

async function ofTeams(folder: string): Promise<readonly Command[]> {
  const { bots } = teamsManifest.parse(JSON.parse(await readFile(join(folder, 'teams', 'manifest.json'), 'utf8')));
  return bots
    .flatMap((bot) => bot.commandLists)
    .flatMap(({ scopes, commands }) => {
      const places = [
        ...(scopes.includes('personal') ? (['private'] as const) : []),
        ...(scopes.includes('groupChat') ? (['shared'] as const) : []),
      ];
      return commands.map(({ title, description }) => ({ text: title, says: description, places }));
    });
}

/** The commands that the app's own manifests, in this folder, tell a platform about. */
export const commandsOf = (channel: Platform, folder: string): Promise<readonly Command[]> =>
  channel === 'slack' ? ofSlack(folder) : ofTeams(folder);
