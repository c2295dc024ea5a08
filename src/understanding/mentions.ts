const mention =
  /<@[A-Z0-9]{1,40}(?:\|[^<>]{0,120})?>|<at(?: [^<>]{0,80})?>[^<>]{1,120}<\/at>|@[\p{L}\p{N}._-]{1,60}/giu;

/** The text without mentions: a person's name names no topic. */
export const withoutMentions = (text: string): string => text.replace(mention, ' ');
