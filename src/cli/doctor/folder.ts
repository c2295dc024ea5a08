import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, ok, warning, wrong } from './finding';

const megabyte = 1024 * 1024;
const scarce = 1024;
const full = 200;
const about = 'Data folder';

const nearest = async (folder: string): Promise<string> => {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  return exists || dirname(folder) === folder ? folder : nearest(dirname(folder));
};

async function space(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  const says = `${free.toLocaleString('en-US')} MB free`;
  if (free < full) return wrong('Disk', says, 'Free some space now: a full disk stops the embedded database.');
  if (free < scarce) return warning('Disk', says, 'Free some space soon.');
  return ok('Disk', says);
}

/** The folder of the embedded database: whether it is ours alone, can be written to, and has room. */
export async function checkFolder(folder: string): Promise<readonly Finding[]> {
  const there = await nearest(folder);
  try {
    const seen = await stat(there);
    if (!seen.isDirectory())
      return [wrong(about, 'MENTOR_DATA_DIR, or a part of it, is a file', 'Set MENTOR_DATA_DIR to a folder.')];
    await access(there, constants.R_OK | constants.W_OK | constants.X_OK);
    if (there !== folder) return [ok(about, 'is made at the first start'), await space(there)];
    const open = (seen.mode & 0o077) !== 0;
    return [
      open
        ? warning(about, 'others on this machine can look into it', `Run: chmod 700 ${folder}`)
        : ok(about, 'readable by its owner only'),
      await space(there),
    ];
  } catch {
    return [
      wrong(
        about,
        'this user may not write to it',
        'Give it the right (chown, chmod), or set MENTOR_DATA_DIR to another folder.',
      ),
    ];
  }
}
