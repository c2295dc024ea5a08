const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Finds the first office that is named, and the text without it and its "in the … office". */
export function takeOffice(text: string, offices: readonly string[]): { office: string | null; rest: string } {
  const lower = text.toLowerCase();
  for (const office of offices) {
    const name = office.trim().toLowerCase();
    if (name === '' || !lower.includes(name)) continue;
    const around = `(?:\\b(?:in|at|from|near) )?(?:\\bthe )?(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])(?: office\\b)?`;
    const found = new RegExp(around, 'iu').exec(text);
    if (found === null) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { office: name, rest: rest.replace(/\s+/gu, ' ').trim() };
  }
  return { office: null, rest: text };
}
