import { SetupError } from '../../start/house';
import { askUntil, isYes, terminal } from './ask';

/** Whether somebody at the terminal says yes, or has said so beforehand; refuses (SetupError) where nobody can be asked. */
export async function isSure(question: string, yes: boolean): Promise<boolean> {
  if (yes) return true;
  const asker = terminal();
  if (!asker) throw new SetupError(['Nobody can be asked here. If you are sure, say --yes.']);
  try {
    return await askUntil(asker, question, 'no', isYes);
  } finally {
    asker.close();
  }
}
