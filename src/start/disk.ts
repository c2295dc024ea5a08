import { statfs } from 'node:fs/promises';

/** Bytes that this process may still write in the folder's file system. */
export async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
