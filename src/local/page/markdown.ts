const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escaped[letter] ?? '');

const link = /\[([^\]]+)\]\(((?:https?|mailto):[^\s)]+)\)/g;
const kept = /\\([\\`*_{}[\]()#+\-.!|>~<&"'])/g;
const first = 0xe000;

/** Letters after a backslash stand for themselves: they are put aside as private-use characters, and put back last. */
const putAside = (text: string): string =>
  text.replace(kept, (_, letter: string) => String.fromCharCode(first + letter.charCodeAt(0)));
const putBack = (text: string): string =>
  text.replace(/[\ue000-\ue07f]/g, (letter) => escapeHtml(String.fromCharCode(letter.charCodeAt(0) - first)));

const inline = (text: string): string =>
  escapeHtml(text)
    .replace(link, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_([^_]+)_(?=$|[\s).,;:!?])/g, '$1<em>$2</em>')
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*(?=$|[\s).,;:!?])/g, '$1<em>$2</em>');

function listOf(lines: readonly string[]): string | undefined {
  const bullet = /^\s*[-*]\s+/;
  const number = /^\s*\d+\.\s+/;
  for (const [shape, tag] of [
    [bullet, 'ul'],
    [number, 'ol'],
  ] as const)
    if (lines.every((line) => shape.test(line)))
      return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(shape, ''))}</li>`).join('')}</${tag}>`;
  return undefined;
}

/** The little Markdown that Teams draws in cards: bold, italic, links, lists. Everything else stays text. */
export function markdown(text: string): string {
  const paragraphs = putAside(text).split(/\n{2,}/);
  const html = paragraphs.map((paragraph) => {
    const lines = paragraph.split('\n').filter((line) => line !== '');
    return listOf(lines) ?? `<p>${lines.map(inline).join('<br>')}</p>`;
  });
  return putBack(html.join(''));
}
