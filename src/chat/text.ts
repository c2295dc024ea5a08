/**
 * A piece of a sentence. A plain string is literal: whatever it holds (`<!channel>`, `**`, `${x}`), the reader sees just
 * that. Emphasis and links exist only as these objects, so nobody's name or words can make them.
 */
export type Span = string | { readonly bold: string } | { readonly link: string; readonly href: string };

/** A sentence or paragraph as people read it; line breaks by "\n". */
export type Text = string | readonly Span[];

export const bold = (text: string): Span => ({ bold: text });
export const link = (text: string, href: string): Span => ({ link: text, href });

/** The words alone, for summaries and screen readers. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text;
  return text.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : span.link)).join('');
}

// C0 and C1 controls but tab and line feed, zero-width characters, and the bidirectional marks and overrides.
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

const plainest = /^[\t\n\x20-\x7e]*$/;

/**
 * Takes out what can deceive the eye or break a client: control characters, zero-width characters, text-direction
 * overrides and lone surrogates. Every text of a person passes here before it is stored or shown.
 */
export function cleanText(text: string): string {
  // Most of what cards say is plain ASCII, and holds nothing to take out.
  if (plainest.test(text)) return text;
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(invisible, '').normalize('NFC');
}

/**
 * Shortens to at most `most` characters, counted as people and platforms count them (UTF-16 units at the most, never
 * half of a pair), with an ellipsis where something was left out.
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
