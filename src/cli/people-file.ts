import { open } from 'node:fs/promises';
import { type Decoded, decodeText, type Encoding } from './encoding';

const megabyte = 1024 * 1024;
/** A list of 50,000 people has some ten megabytes. */
const mostMegabytes = 50;

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check its name, and the folder that you are in.',
  EACCES: 'This user may not read it. Give it the right (chmod), or copy the file.',
  EISDIR: 'It is a folder. Name the CSV file inside it.',
};

/** Reads a list of people from a file; a sentence for one that is missing, empty, a folder, too large or no text. */
export async function readPeopleFile(file: string, encoding?: Encoding): Promise<Decoded> {
  const cannot = (because: string): Decoded => ({ ok: false, because: `${file} cannot be read. ${because}` });
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > mostMegabytes * megabyte)
        return cannot(
          `It has ${Math.round(size / megabyte)} MB, and ${mostMegabytes} MB are the most. Is it the right file? If so, split it; without --full, the parts can go in one after the other.`,
        );
      const bytes = await handle.readFile();
      if (bytes.toString('latin1').trim() === '')
        return cannot('It is empty. Its first row must name the columns: name, email, and what else you have.');
      const decoded = decodeText(bytes, encoding);
      return decoded.ok ? decoded : cannot(decoded.because);
    } finally {
      await handle.close();
    }
  } catch (fault) {
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
    return cannot(sentences[code] ?? 'Check the disk that it lies on.');
  }
}
