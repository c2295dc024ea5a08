import type { Config } from '../config';
import { loginAbove } from '../store';
import { explainDatabaseFault } from './explain';
import { SetupError } from './house';
import { isOnLoopback } from './network';

const reasons = {
  superuser: 'The login role in DATABASE_URL is a superuser',
  bypassrls: 'The login role in DATABASE_URL may bypass row-level security (BYPASSRLS)',
} as const;

const remedy =
  'Make a role that is none, and give it the database, as docs/operate.md shows under "The database role", before people are in it.';

/** Whether people work with it: others reach it, and it speaks to the real Slack or Teams and not to a stand-in. */
export function isProduction({ publicUrl, slack, teams }: Config): boolean {
  const isPublic = publicUrl !== undefined && new URL(publicUrl).protocol === 'https:' && !isOnLoopback(publicUrl);
  const speaks = (slack !== undefined && !isOnLoopback(slack.apiUrl)) || (teams !== undefined && !teams.local);
  return isPublic && speaks;
}

/**
 * Warns where what keeps organizations apart does not hold for the login role of the database; refuses (SetupError) in
 * production. Business runs as mentor_app all the same, but one statement outside it would see everybody.
 */
export async function checkLogin(config: Config, warn: (sentence: string) => void): Promise<void> {
  if (config.databaseUrl === undefined) return;
  const above = await loginAbove(config.databaseUrl).catch((fault: unknown) => {
    const sentence = explainDatabaseFault(fault);
    throw sentence === undefined ? fault : new SetupError([sentence]);
  });
  if (above === undefined) return;
  const sentence = `${reasons[above]}, so nothing in the database itself keeps organizations apart from it. ${remedy}`;
  if (isProduction(config)) throw new SetupError([sentence]);
  warn(`WARNING: ${sentence} With an https PUBLIC_URL and the real Slack or Teams, this is refused.`);
}

/** The warning as a line of its own on the terminal. */
export const warnOnTerminal = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
