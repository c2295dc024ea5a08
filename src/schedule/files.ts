import { endFile, fileEndKind } from '../services';
import { forgetLinks } from '../store';
import { type DueParts, whatIsDue } from './due';

/** For so long a link that has ended can still say so. */
const remembered = 30 * 24 * 3_600_000;

const filesDue = whatIsDue(fileEndKind, (tx, _, fileId) => endFile(tx, fileId));

/** Deletes files whose day is over, and forgets their links a month later. */
export async function filesEnded(parts: DueParts, by: Date): Promise<number> {
  const ended = await filesDue.ask(parts, by);
  if (ended > 0) await forgetLinks(parts.store, new Date(by.getTime() - remembered));
  return ended;
}
