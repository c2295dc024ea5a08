/** Where people put the words that should be kept, with what leads to them; `keep` is what is kept. */
const anyone = String.raw`(?:<[^<>]{1,120}>(?:[^<>]{1,120}<\/at>)?|[\p{Lu}][\p{L}'’.-]*(?: [\p{Lu}][\p{L}'’-]*){0,2}|my (?:mentor|mentee)|her|him|them)`;
const lead = String.raw`(?:\s*[:,–—]\s*| - |\s+(?:namely|that|to|as)\s+|\s+)`;

const agendaThing = String.raw`(?:the |our |my |next |this |that |an? )*(?:[\p{L}'’]+ ){0,2}?(?:agenda|list|talking points|topics|points)`;
const putting = `(?:add|put|place|stick|include|get|want|write|note|drop|throw|squeeze|slap|tack|append|toss|pop|slide|slip|chuck|jot|enter|save|record|insert|list)`;
const goalThing = `(?:the |our |my |a |an |this |another |second |new |next |development |main |professional |personal )*(?:goals?|aim|objective|target|milestone)`;
const planThing = `(?:the |our |my |a )*(?:career (?:development )?plan|development plan|plan of development|CDP|IDP|career map|plan)`;

type Form = { readonly form: RegExp; readonly part?: number };

const forms = (patterns: readonly string[]): readonly Form[] =>
  patterns.map((pattern) => ({ form: new RegExp(pattern, 'iu') }));

/** Behind a colon stands what is meant. */
const colon = String.raw`^[^:]{3,90}:\s+(?<keep>.+)$`;

const agenda = forms([
  colon,
  String.raw`\bag\w*nda(?: items?)?(?: (?:for|with|w/|on|of)\b[^:]{1,60})?\s*(?::|\bto\b|\bread:?|–|—| - )\s*(?<keep>.+)$`,
  String.raw`\b(?:agenda|note)(?: for| with| of)[^:]{0,60}:\s*(?<keep>.+)$`,
  String.raw`\badd to ${agendaThing}[^:]{0,40}:\s*(?<keep>.+)$`,
  String.raw`\b${putting} (?<keep>.+?) (?:on|to|in|into|onto|among) ${agendaThing}\b`,
  `^(?<keep>.+?) (?:on|to|onto|into) ${agendaThing}[.! ]*(?:please|pls)?[.! ]*$`,
  String.raw`\breplace (?:it )?(?:with|w\/|by) (?<keep>.+)$`,
  String.raw`\breplace ${agendaThing} (?:with|by) (?<keep>.+)$`,
  String.raw`\bnew agenda item,? ?(?<keep>.+)$`,
  String.raw`\bfollowing:\s*(?<keep>.+)$`,
  String.raw`\b(?:i(?:'d| would)? (?:like|want|love|need|wish|wanna)(?: us)?(?: to)?|let'?s|we (?:should|need to|could|can|must)|can we|could we|should we|i hope to|remind us to|make sure(?: that)? (?:we|\S+ and I) (?:get to)?) ?(?:to )?(?:also )?(?:discuss|talk (?:about|through|over)|speak about|cover|go over|go through|bring up|touch on|get to|examine|address) (?<keep>.+)$`,
  String.raw`\bpropose that we (?:examine|discuss|cover|go over) (?<keep>.+)$`,
]);

const goals = forms([
  colon,
  String.raw`\b${goalThing}(?: for[^:]{1,40}| with [^:]{1,40}| \d+)?\s*(?::|=| - |–|—)\s*(?<keep>.+)$`,
  String.raw`\b(?:goal|aim|objective|target)(?:\s+(?:for|by) [^,:]{1,30}?)?(?:'s| is| would be| will be| was)? (?:to|now) (?<keep>.+)$`,
  String.raw`\b${goalThing}(?: for[^:]{1,40})?(?: is| would be)(?: to)? (?<keep>.+)$`,
  String.raw`\b(?:change|set|edit|update) ${goalThing}(?: \d+)? to (?<keep>.+)$`,
  String.raw`\b(?:add|set|make|put|record|save|note|jot down|write down|create|enter)\b (?:as )?${goalThing}${lead}(?:to )?(?<keep>.+)$`,
  String.raw`\b(?:new|another|second) (?:goal|aim|objective|target)s?,?${lead}(?<keep>.+)$`,
  String.raw`\bas (?:a|my|an?other) (?:new )?goal,? i(?:'d| would) like to (?<keep>.+)$`,
  String.raw`\bi (?:want|intend|plan|would like|aim|hope|wish) to (?<keep>.+?)[,;.]? (?:and )?(?:please )?(?:put|save|add|set|note|make|write|record) (?:that|it|this)\b`,
  String.raw`\bwhat i(?:'m| am) (?:aiming|working|going) (?:for|toward|towards)[^:]{0,30}:\s*(?<keep>.+)$`,
  String.raw`\b(?:add|put|save|set|make) (?<keep>.+?) (?:as|to|on|in|among) (?:a |an |one of )?${goalThing}\b`,
]);

const plan = forms([
  colon,
  String.raw`\b(?:add|put|write|append|include|note|enter)\b(?: the following| this| that)? (?:to|in|into|on) ${planThing}(?: that)?\s*(?::| - |–|—|,)?\s*(?<keep>.+)$`,
  String.raw`\b${putting} (?<keep>.+?) (?:to|in|into|on|onto) ${planThing}\b`,
  String.raw`\b${planThing}\s*(?::| - |–|—)\s*(?<keep>.+)$`,
  String.raw`\bnew entry for ${planThing}:\s*(?<keep>.+)$`,
]);

/** What follows the words to keep and belongs to them no more: a wish, a day, a person. */
const tail = new RegExp(
  `(?:[,;.]? (?:please|pls|thanks|thank you|thx|ok|okay)[.! ]*$)|(?: (?:for|at|in|on|during) (?:the |our |my |this )?(?:next |upcoming |coming )?(?:meeting|session|mtg|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|time|talk|tomorrow|week|visit|call)(?:'s)?(?: (?:meeting|session))?(?: with ${anyone})?[.! ]*$)|(?: (?:next time|tomorrow|today|(?:on |next |this )?(?:[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday))(?: with ${anyone})?[.! ]*$)|(?: (?:with|w/) ${anyone}[.! ]*$)`,
  'u',
);
const thanks =
  /[,;.]? (?:please|pls|thanks|thank you|thx|ok|okay|so add that.*|when (?:i|we|\S+ and i) (?:see|meet).*)[.! ]*$/iu;

/** Words that point at something else and are nothing to keep. */
const nothing =
  /^(?:it|this|that|something|a|an|one|some|the|them|things?|a (?:training|point|topic|class|course|new one|goal|line|few|thing)|an item|agenda|goals?|items?|my|our|these|those|what|more|class|to \w+|complete|(?:done|finished|reached|achieved|way too|too|under|update it|fill it)\b.*|one (?:more|of)\b.*|yay.*|something\b.*)$/iu;

function cut(intent: keyof typeof byIntent, kept: string): string {
  let text = kept.trim();
  for (let i = 0; i < 3; i += 1) {
    text = text.replace(thanks, '').trim();
    if (intent === 'agenda') text = text.replace(tail, '').trim();
  }
  return text
    .replace(/^["“”']+|["“”']+$/gu, '')
    .replace(/[\s.!]+$/u, '')
    .replace(/^(?:-|–|please|also|like|namely|read:?) ?(?=\S)/iu, '')
    .replace(/^(?:add|open|show|edit) /iu, '')
    .trim();
}

const byIntent = { agenda, goals, career_plan: plan } as const;

/** The words that should be kept on the agenda, as a goal or in the plan, as typed; undefined where none are said. */
export function wordsToKeep(intent: keyof typeof byIntent, said: string): string | undefined {
  if (/\?\s*$/u.test(said)) return undefined;
  for (const { form } of byIntent[intent]) {
    const kept = cut(intent, form.exec(said)?.groups?.keep ?? '');
    if (kept.length > 1 && !nothing.test(kept)) return kept;
  }
  return undefined;
}
