import { decode as decodeAs } from 'iconv-lite';

/** The text of a file, or a sentence that says why it cannot be read and what to do. */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly because: string };

/** Encodings that can be named where the file does not tell its own. */
export const encodings = ['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1', 'windows-1250', 'macintosh'] as const;
export type Encoding = (typeof encodings)[number];

const save = 'In Excel, save it as "CSV UTF-8 (Comma delimited)".';
const startsWith = (bytes: Buffer, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** Node's own decoder takes windows-1252 for Latin 1, so that it loses O’Brien's apostrophe: iconv-lite does not. */
const decode = (bytes: Buffer, encoding: string): string | undefined => {
  const text = decodeAs(bytes, encoding);
  return text.includes('\uFFFD') ? undefined : text;
};

/** Quotation marks, dashes and the like, which stand at the same places in all Windows encodings. */
const sharedMarks = (byte: number): boolean => byte === 0x85 || (byte >= 0x91 && byte <= 0x97) || byte === 0xa0;

/**
 * Bytes that are no UTF-8 come from an older Windows program, mostly. They are read where every letter is the same in the
 * encodings it could be; a letter that could be another one (ñ or ń) would be a wrong name.
 */
function readWindows(bytes: Buffer): Decoded {
  const [western, central, turkish] = ['windows-1252', 'windows-1250', 'windows-1254'].map((name) =>
    decode(bytes, name),
  );
  let line = 1;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x0a) line += 1;
    if (byte < 0x80 || sharedMarks(byte)) continue;
    // Below 0xC0 stand signs, and on a Mac letters: nobody can tell there.
    if (byte >= 0xc0 && western?.[at] === central?.[at] && western?.[at] === turkish?.[at]) continue;
    return {
      ok: false,
      because: `Line ${line} holds a letter that can be read in several ways, as the file is not UTF-8: a name could come out wrong. ${save} Or say how it was saved, like --encoding windows-1252.`,
    };
  }
  return { ok: true, text: western ?? '' };
}

/** The text of a file of people: by its own mark, as UTF-8, or where it can be told for sure as Windows text. `named` decides. */
export function decodeText(bytes: Buffer, named?: Encoding): Decoded {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return { ok: false, because: `This is an Excel workbook and no CSV file. ${save}` };
  const own = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : named;
  if (own !== undefined) {
    const text = decode(bytes, own);
    return text === undefined
      ? { ok: false, because: `The file is not ${own}, as it says or as you said. ${save}` }
      : { ok: true, text };
  }
  if (bytes.includes(0))
    return { ok: false, because: `This is no text, or text in UTF-16 without a mark at its beginning. ${save}` };
  const text = decode(bytes, 'utf-8');
  return text === undefined ? readWindows(bytes) : { ok: true, text };
}
