import { stat } from 'node:fs/promises';
import { type Finding, ok, warning } from './finding';

/** That nobody else on this machine can read the secrets in `.env`; nothing where there is no such file. */
export async function checkEnvFile(file: string): Promise<readonly Finding[]> {
  const seen = await stat(file).catch(() => undefined);
  if (seen === undefined) return [];
  const about = 'File .env';
  return (seen.mode & 0o077) === 0
    ? [ok(about, 'readable by its owner only')]
    : [warning(about, 'others on this machine can read the secrets in it', `Run: chmod 600 ${file}`)];
}
