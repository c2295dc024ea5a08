const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&quot;': '"',
};
const leadingMention =
  /^<(?:@([A-Z0-9]{1,40})(?:\|([^<>]{0,120}))?>|at(?: [^<>]{0,80})?>([^<>]{0,120})<\/at>)[\s,:;.!-]*/iu;

/** Takes one mention of the bot off the front; `bot` are its ids and names. A mention of anybody else stays. */
function withoutBot(text: string, bot: readonly string[]): string {
  const found = leadingMention.exec(text);
  if (found === null) return text;
  const named = found.slice(1).flatMap((each) => each?.trim().toLowerCase() ?? []);
  return bot.some((each) => named.includes(each.toLowerCase())) ? text.slice(found[0].length) : text;
}

/**
 * The request itself: one form for each letter, the platform's entities undone once, white space in a row made one
 * space, invisible characters, a leading mention of the bot and a leading "/mentor" taken off.
 */
export function tidy(text: string, bot: readonly string[]): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, (gap) => (/[\s\p{Z}]/u.test(gap) ? ' ' : ''))
    .trim();
  return withoutBot(plain, bot)
    .replace(/^\/mentor(?![\p{L}\p{N}])/iu, '')
    .replace(/&(?:amp|lt|gt|nbsp|quot);/giu, (entity) => entities[entity.toLowerCase()] ?? entity)
    .trim();
}
