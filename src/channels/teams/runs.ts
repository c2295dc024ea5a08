import { cleanText, clip, type Span, type Text } from '../../chat';
import type { Json } from './json';

/** How a text looks as a whole. */
export type Look = { readonly isSubtle?: true; readonly weight?: 'Bolder' };

/** One line of text: a RichTextBlock's inlines, and how far it stands from the line above. */
export type Line = { readonly inlines: readonly Json[]; readonly spacing: 'Default' | 'None' | 'Small' };

/**
 * The lines of a text as text runs. In a run every character is literal, which no escaping could promise: a TextBlock
 * renders Markdown, and Teams does not say how (or whether) it may be escaped. `mayLink` is asked once for each link,
 * as a card has few actions to spend; a link that may not act shows its address.
 */
export function linesOf(text: Text, most: number, mayLink: () => boolean, look: Look = {}): Line[] {
  const lines: Json[][] = [[]];
  for (const span of clipped(text, most)) {
    const [first = '', ...rest] = (typeof span === 'string' ? span : 'bold' in span ? span.bold : span.link).split(
      '\n',
    );
    const add = (words: string): void => {
      if (words !== '') lines.at(-1)?.push(runOf(span, words, mayLink, look));
    };
    add(first);
    for (const words of rest) {
      lines.push([]);
      add(words);
    }
  }
  return spaced(lines);
}

/** A line of its own for each line that holds words; an empty line becomes room above the next. */
function spaced(lines: readonly Json[][]): Line[] {
  const shown: Line[] = [];
  let afterGap = false;
  for (const inlines of lines) {
    if (inlines.length === 0) {
      afterGap = shown.length > 0;
      continue;
    }
    shown.push({ inlines, spacing: shown.length === 0 ? 'Default' : afterGap ? 'Small' : 'None' });
    afterGap = false;
  }
  return shown;
}

function runOf(span: Span, words: string, mayLink: () => boolean, look: Look): Json {
  const run = { type: 'TextRun', text: words, ...look };
  if (typeof span === 'string') return run;
  if ('bold' in span) return { ...run, weight: 'Bolder' };
  if (!isOpenable(span.href)) return run;
  if (!mayLink()) return { ...run, text: `${words} (${span.href})` };
  return { ...run, selectAction: { type: 'Action.OpenUrl', title: words, url: span.href } };
}

/** Whether a client may open this address: web pages and mail only. */
export function isOpenable(href: string): boolean {
  return /^(https?|mailto):/i.test(href) && URL.canParse(href);
}

/** A plain text as it may be shown: nothing that deceives the eye, at most `most` characters. */
export const shown = (text: string, most: number): string => clip(cleanText(text), most);

function clipped(text: Text, most: number): Span[] {
  if (typeof text === 'string') return [shown(text, most)];
  const spans: Span[] = [];
  let left = most;
  for (const span of text) {
    if (left <= 0) {
      spans.push('…');
      break;
    }
    const words = typeof span === 'string' ? span : 'bold' in span ? span.bold : span.link;
    const kept = shown(words, left);
    spans.push(typeof span === 'string' ? kept : 'bold' in span ? { bold: kept } : { link: kept, href: span.href });
    left -= kept.length;
    if (kept.endsWith('…') && !words.endsWith('…')) break;
  }
  return spans;
}

const markdown = /[\\`*_[\]<>~#|\n]|&#?\w+;|^\s*(?:[-+]|\d+[.)])\s|https?:|www\.|@/i;

/** Whether a text means the same with and without Markdown, so that the elements that render Markdown may carry it. */
export const isPlain = (text: string): boolean => !markdown.test(text);

/** A text for the places whose Markdown differs by client (titles of choices): readable as it is, but never a link. */
export const unlinked = (text: string): string => text.replaceAll('](', '] (');
