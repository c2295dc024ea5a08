import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { type Finding, ok, warning, wrong } from './finding';

const about = 'Teams package';
const make = 'Run: npm run package:teams, and upload it as a new version.';

/** What the package has to agree with. */
export type Expected = {
  readonly appId: string | undefined;
  readonly publicUrl: string | undefined;
  readonly version: string;
};

const packaged = z.object({
  id: z.string(),
  version: z.string(),
  developer: z.object({ websiteUrl: z.url() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(z.object({ botId: z.string() })).min(1),
});
type Packaged = z.infer<typeof packaged>;

function manifestIn(files: Readonly<Record<string, Uint8Array>>): Packaged | undefined {
  const bytes = files['manifest.json'];
  if (bytes === undefined) return undefined;
  try {
    return packaged.safeParse(JSON.parse(strFromU8(bytes))).data;
  } catch {
    return undefined;
  }
}

function unpacked(zip: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  try {
    return unzipSync(zip);
  } catch {
    return undefined;
  }
}

/** Where the package and the configuration part: a sentence for each. */
function differences(
  { id, version, developer, bots }: Packaged,
  { appId, publicUrl, version: own }: Expected,
): readonly string[] {
  const host = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const named = new URL(developer.websiteUrl).host;
  const otherBot = appId !== undefined && (id !== appId || bots.some(({ botId }) => botId !== appId));
  return [
    ...(otherBot ? ['it is for another bot than TEAMS_APP_ID'] : []),
    ...(host !== undefined && named !== host ? [`it names ${named}, and PUBLIC_URL ${host}`] : []),
    ...(version === own ? [] : [`it is version ${version}, and this program ${own}`]),
  ];
}

/** That the packaged app, where there is one, is what the configuration would package today. */
export async function checkTeamsZip(file: string, expected: Expected): Promise<readonly Finding[]> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return [];
  const files = unpacked(bytes);
  if (files === undefined) return [wrong(about, 'is no zip archive, or only a part of one', make)];
  const names = Object.keys(files);
  const deep = names.filter((name) => name.includes('/'));
  if (deep.length > 0)
    return [wrong(about, `holds ${deep[0]}: Teams takes no folders`, `All files must lie at its root. ${make}`)];
  const manifest = manifestIn(files);
  if (manifest === undefined) return [wrong(about, 'has no manifest.json at its root that can be read', make)];
  const missing = Object.values(manifest.icons).filter((icon) => !names.includes(icon));
  if (missing.length > 0)
    return [wrong(about, `its manifest names ${missing.join(', ')}, which it does not hold`, make)];
  const found = differences(manifest, expected);
  return found.length === 0
    ? [ok(about, `version ${manifest.version}, for this bot and this address`)]
    : found.map((difference) => warning(about, difference, make));
}
