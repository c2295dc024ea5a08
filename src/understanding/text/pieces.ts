import { shorthand } from './shorthand';

/** One word of the text as it is compared: folded, without contractions and short forms; where it stands as typed. */
export type Piece = {
  readonly word: string;
  /** As typed. Of several pieces that one typed word was split into, each has all of it. */
  readonly raw: string;
  /** Place in the text: from, and behind the last. */
  readonly from: number;
  readonly to: number;
  /** A comma, full stop, bracket or the like stands before it. */
  readonly afterBreak: boolean;
  readonly kind: 'word' | 'mention' | 'figure';
};

/** More pieces than these are not read. */
const most = 160;

const shape =
  /<@[A-Z0-9]{1,40}(?:\|[^<>]{0,120})?>|<at(?: [^<>]{0,80})?>[^<>]{1,120}<\/at>|@[\p{L}\p{N}][\p{L}\p{N}._-]{0,58}[\p{L}\p{N}]|\d[\p{L}\p{N}]*(?:[:/.–-]\d+[\p{L}\p{N}]*)*|(?<=\d[ap]?m? )[–-](?= \d)|w\/o?(?![\p{L}\p{N}])|[\p{L}\p{M}]+(?:['’‘`´][\p{L}\p{M}]+)*|[&+]|[,.;:!?()\n—…"“”]/giu;
const breaks = /^[,.;:!?()\n—…"“”]/u;

const contractions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:won't|wont)$/u, ['will', 'not']],
  [/^(?:can't)$/u, ['can', 'not']],
  [/^(?:ain't)$/u, ['is', 'not']],
  [/^(?:let's)$/u, ['let', 'us']],
  [/n't$/u, ['not']],
  [/'d$/u, ['would']],
  [/'ll$/u, ['will']],
  [/'re$/u, ['are']],
  [/'ve$/u, ['have']],
  [/'m$/u, ['am']],
];

/** Who or what stands before "'s" where it is short for "is". */
const isBefore = new Set(
  'it that this there here who what where when how why he she everything something nothing'.split(' '),
);

/** Lower case, plain letters, one kind of apostrophe. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/gu, "'");

function split(folded: string): readonly string[] {
  for (const [ending, words] of contractions) {
    if (!ending.test(folded)) continue;
    const stem = folded.replace(ending, '');
    return [...(stem === '' ? [] : [stem]), ...words];
  }
  if (folded.endsWith("'s")) {
    const owner = folded.slice(0, -2);
    return isBefore.has(owner) ? [owner, 'is'] : (shorthand.get(owner) ?? [owner]);
  }
  const plain = folded.replaceAll("'", '');
  return shorthand.get(folded) ?? shorthand.get(plain) ?? [plain];
}

/** Signs that are read as words. */
const signs: Readonly<Record<string, string>> = { '&': 'and', '+': 'and', '-': 'to', '–': 'to' };

function kindOf(raw: string): Piece['kind'] {
  if (/^[<@]/u.test(raw)) return 'mention';
  return /^\d/u.test(raw) ? 'figure' : 'word';
}

/** Takes a tidied text apart. Words beyond the 160th are not read. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let afterBreak = false;
  for (const found of text.matchAll(shape)) {
    const [raw] = found;
    if (breaks.test(raw)) {
      afterBreak = true;
      continue;
    }
    const spoken = signs[raw];
    if (spoken !== undefined) {
      pieces.push({ word: spoken, raw, from: found.index, to: found.index + 1, afterBreak, kind: 'word' });
      afterBreak = false;
      continue;
    }
    const kind = kindOf(raw);
    const words = kind === 'mention' ? [raw] : split(fold(raw));
    for (const [i, word] of words.entries()) {
      pieces.push({
        word,
        raw,
        from: found.index,
        to: found.index + raw.length,
        afterBreak: afterBreak && i === 0,
        kind,
      });
    }
    afterBreak = false;
    if (pieces.length >= most) break;
  }
  return pieces;
}
