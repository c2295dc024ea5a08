import { createInterface } from 'node:readline/promises';
import { SetupError } from '../../start/house';

/** Somebody at a terminal. */
export type Asker = { ask(question: string): Promise<string>; say(text: string): void; close(): void };

/** An answer, read; or why it cannot be taken. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string };

export const taken = <T>(value: T): Read<T> => ({ ok: true, value });
export const refused = <T>(because: string): Read<T> => ({ ok: false, because });

/** Asks on a terminal; undefined where nobody sits at one. */
export function terminal(): Asker | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const line = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<never>((_, reject) => {
    line.once('close', () => reject(new SetupError(['Stopped; nothing was changed.'])));
  });
  ended.catch(() => undefined);
  return {
    ask: (question) => Promise.race([line.question(question), ended]),
    say: (text) => void process.stdout.write(`${text}\n`),
    close: () => line.close(),
  };
}

/** Asks until the answer can be taken, each time with the reason; an empty answer takes what stands in brackets. */
export async function askUntil<T>(
  asker: Asker,
  question: string,
  usual: string | undefined,
  read: (text: string) => Read<T>,
): Promise<T> {
  for (;;) {
    const typed = (await asker.ask(`${question}${usual === undefined ? '' : ` [${usual}]`}: `)).trim();
    const answer = read(typed === '' ? (usual ?? '') : typed);
    if (answer.ok) return answer.value;
    asker.say(`  ${answer.because}`);
  }
}

export const isYes = (text: string): Read<boolean> =>
  /^(y|yes)$/iu.test(text) ? taken(true) : /^(n|no)$/iu.test(text) ? taken(false) : refused('Please say yes or no.');
