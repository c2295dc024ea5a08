const mention = String.raw`<@[A-Z0-9]{1,40}(?:\|[^<>]{0,120})?>|<at(?: [^<>]{0,80})?>[^<>]{1,120}<\/at>|@[\p{L}\p{N}._-]{1,60}`;
const name = String.raw`(?:(?:Mrs?|Ms|Dr)\.? )?\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2}`;
const who = `(?<who>${mention}|${name})`;

const asks = [
  `^(?:please )?(?:[Aa]sk|[Rr]equest|[Cc]hoose|[Pp]ick|[Ss]elect|[Tt]ry|[Tt]ake) ${who}`,
  `^${who} (?:to )?(?:mentor|coach|teach) me\\b`,
  `\\b(?:have|like|want|choose|take|pick|get) ${who} (?:as|to be|for) (?:an?|my) (?:mentor|coach)\\b`,
  `\\b(?:mentored|coached|guided|taught) by ${who}`,
  `\\bask ${who} to (?:mentor|coach|help|teach)\\b`,
  `\\bsend ${who} (?:an? |my )?(?:invitation|request)\\b`,
].map((pattern) => new RegExp(pattern, 'u'));
const byCommand = /^request (?<who>(?!an?\b|the\b|my\b|some\b|mentors?\b|help\b|for\b)[\p{L}'’-]{2,30})(?![\p{L}])/iu;
const anyMention = new RegExp(mention, 'giu');

/** The one person a text asks to be mentored by, as typed, and the text without that person; null where nobody is asked. */
export function askedPerson(text: string): { person: string; rest: string } | null {
  for (const pattern of [...asks, byCommand]) {
    const found = pattern.exec(text);
    const person = found?.groups?.who;
    if (found === null || person === undefined) continue;
    return { person: person.replace(/['’]s$/u, ''), rest: text.replace(found[0], found[0].replace(person, ' ')) };
  }
  return null;
}

/** The text without mentions: a person's name names no topic. */
export const withoutMentions = (text: string): string => text.replace(anyMention, ' ');
