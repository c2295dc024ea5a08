import { makeMasterKeys } from '../../store';
import { type Asker, askUntil, isYes } from './ask';

const isAboutKeys = (fault: string): boolean => fault.startsWith('MENTOR_KEYS is missing');

/**
 * Where MENTOR_KEYS is all that is missing, offers to make one and shows the line for .env. It is not used yet: what it
 * sealed could not be read again if the line were lost now. Returns the exit code; undefined where it is no help.
 */
export async function offerKeys(faults: readonly string[], asker: Asker | undefined): Promise<number | undefined> {
  if (!asker || faults.length !== 1 || !faults.every(isAboutKeys)) return undefined;
  asker.say('With DATABASE_URL, a key is needed that seals what people write in confidence (MENTOR_KEYS).');
  if (!(await askUntil(asker, 'Shall I make one', 'yes', isYes))) return undefined;
  asker.say(
    `\nPut this line into .env, and a copy somewhere safe, apart from the database's backups:\n\nMENTOR_KEYS=${makeMasterKeys()}\n\nThen run the setup again. Without this key, sealed texts can never be read again.`,
  );
  return 0;
}
