import type { types } from '@slack/bolt';
import { cleanText, clip, type Span, type Text } from '../../chat';
import { limits } from './limits';

/**
 * Everything people read is drawn as rich text or plain text, never as Slack's `mrkdwn`: in `mrkdwn` a name like `_Eve_`
 * or `:tada:` is formatting, and Slack has no escape for it. In rich text a text element is literal by construction, and
 * bold and links exist only where we say so.
 */
type Piece = { readonly text: string; readonly bold: boolean; readonly href?: string };

const schemes = new Set(['https:', 'http:', 'mailto:']);

/** True for an address that may stand behind a link or a button: web or mail, and not too long for Slack. */
export function isLink(href: string): boolean {
  return href.length <= limits.button.url && URL.canParse(href) && schemes.has(new URL(href).protocol);
}

function piece(span: Span): Piece {
  if (typeof span === 'string') return { text: cleanText(span), bold: false };
  if ('bold' in span) return { text: cleanText(span.bold), bold: true };
  const text = cleanText(span.link);
  return isLink(span.href) ? { text, bold: false, href: span.href } : { text, bold: false };
}

function element({ text, bold, href }: Piece): types.RichTextElement {
  const style = bold ? { style: { bold: true } } : {};
  return href === undefined ? { type: 'text', text, ...style } : { type: 'link', url: href, text, ...style };
}

/** A text as rich text elements, of at most `most` characters; what is longer ends in an ellipsis. Empty text gives none. */
export function elementsOf(text: Text, most: number = limits.paragraph): types.RichTextElement[] {
  if (typeof text === 'string') {
    const literal = clip(cleanText(text), most);
    return literal === '' ? [] : [plain(literal)];
  }
  const pieces = text.map(piece).filter((each) => each.text !== '');
  let rest = pieces.reduce((sum, each) => sum + each.text.length, 0);
  let left = most;
  const kept: Piece[] = [];
  for (const each of pieces) {
    if (rest > left && each.text.length >= left) {
      kept.push({ ...each, text: clip(`${each.text}…`, left) });
      break;
    }
    kept.push(each);
    rest -= each.text.length;
    left -= each.text.length;
  }
  return kept.map(element);
}

export const plain = (text: string): types.RichTextElement => ({ type: 'text', text });

/** Lines, one below the other, in one section; lines without a word are left out. */
export function linesOf(lines: readonly (readonly types.RichTextElement[])[]): types.RichTextElement[] {
  const joined: types.RichTextElement[] = [];
  for (const line of lines) {
    if (line.length > 0 && joined.length > 0) joined.push(plain('\n'));
    joined.push(...line);
  }
  return joined;
}

/** A block of rich text; none at all when there is nothing to say. */
export function richBlock(...parts: readonly types.RichTextBlockElement[]): types.RichTextBlock[] {
  return parts.length === 0 ? [] : [{ type: 'rich_text', elements: [...parts] }];
}

/** One paragraph; none when there is nothing to say. */
export function section(elements: readonly types.RichTextElement[]): types.RichTextSection[] {
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements: [...elements] }];
}

/** A literal one-line text for labels, titles and buttons. */
export function plainText(text: string, most: number): types.PlainTextElement {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return { type: 'plain_text', text: clip(line === '' ? '–' : line, most), emoji: false };
}

/** Text for the places where Slack reads `mrkdwn` whatever we do: nothing in it can ping, link or look like an entity. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
