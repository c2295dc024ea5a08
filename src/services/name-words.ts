const mention = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/u;
const titles = /^(?:mr|mrs|ms|dr)$/u;

/** The account in a mention as a channel writes it; undefined for a name. */
export const accountIn = (who: string): string | undefined => mention.exec(who)?.[1];

/** A name as somebody typed it, word by word in lower case, without titles and the signs of a mention. */
export const nameWords = (who: string): readonly string[] =>
  who
    .replace(/<\/?at>/gu, '')
    .replace(/^@/u, '')
    .replace(/[._]/gu, ' ')
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '' && !titles.test(word));
