import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import { processEnvironment, projectRoot } from '../src/config';
import { packageTeams } from './teams-package';

/** Microsoft's own schema, where it is at hand. */
const schemaFile = join(projectRoot, '..', 'shared', 'schemas', 'teams-app-manifest-1.30.schema.json');
const target = join(projectRoot, 'dist', 'mentor-exchange-teams.zip');

function schemaFaults(manifest: unknown): readonly string[] {
  if (!existsSync(schemaFile)) return [];
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  validate(manifest);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `manifest${instancePath}: ${message ?? 'is wrong'}.`,
  );
}

const read = (...path: string[]): Buffer => readFileSync(join(projectRoot, ...path));
const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json').toString('utf8')));
const { TEAMS_APP_ID: appId, PUBLIC_URL: publicUrl } = processEnvironment();
const packaged = packageTeams(
  {
    manifest: read('manifests', 'teams', 'manifest.json').toString('utf8'),
    color: read('manifests', 'teams', 'color.png'),
    outline: read('manifests', 'teams', 'outline.png'),
  },
  { appId, publicUrl, version },
);
const faults = packaged.ok ? schemaFaults(packaged.manifest) : packaged.faults;
if (!packaged.ok || faults.length > 0) {
  process.stderr.write(`The Teams app was not packaged:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`);
  process.exitCode = 78;
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, packaged.zip);
  process.stdout.write(
    `Packaged version ${version} as dist/mentor-exchange-teams.zip.\nNext: upload it in the Teams admin center, Teams apps, Manage apps, Upload new app (docs/install-teams.md).\n`,
  );
}
