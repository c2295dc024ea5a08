import { type AboutUs, aboutUs } from './about-us';

/** Commands that are about nothing else; each is an intent. */
export type PlainCommand =
  | 'help'
  | 'smalltalk'
  | 'thanks'
  | 'topics'
  | 'my_pairs'
  | 'withdraw'
  | 'become_mentor'
  | 'pause_mentoring'
  | 'resume_mentoring'
  | 'next'
  | 'overview'
  | 'accounts'
  | AboutUs;

/** What a fixed form of words asks for; `rest` is what it is about, as typed. */
export type Command =
  | { readonly command: PlainCommand }
  /** One's other account; `code` is what stands behind the word, if it can be a code. */
  | { readonly command: 'link'; readonly code: string | undefined }
  | { readonly command: 'find' | 'open' | 'close'; readonly rest: string };

const end = '[\\s.!?]*$';
const whole = (words: string): RegExp => new RegExp(`^(?:${words})${end}`, 'iu');

const help = whole(
  'help(?: me)?|commands?|(?:show|list)(?: me)?(?: the| all)? commands|usage|man|how do (?:i|you) use (?:this|it|this bot|the bot)|how does (?:this|it|this bot) work|what can (?:you|i) do(?: here)?|what do you do|what is this',
);
const smalltalk = whole(
  '(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day))(?:,? (?:there|again|all|everyone|bot|mentor|mentor bot|mentor exchange))?',
);
const thanks = whole(
  "(?:(?:ok(?:ay)?|great|perfect|super|wonderful|nice|cool|alright|that(?:['’]s| is) (?:great|perfect|all)),? )?(?:(?:many )?thanks?|thank you|thx|cheers|much appreciated|bye(?: bye)?|goodbye|see you)(?:,? (?:there|again|all|so much|very much|a lot|everyone|for (?:your|the|all your|all the) help|bot|mentor|mentor bot|mentor exchange|later|tomorrow|soon))*",
);
const topics = whole(
  '(?:(?:show|list|browse|see|view|find|which|what)(?: me)?(?: are)?(?: the| all| all the)? )?(?:topics|categories)(?: are there| do you have| are open)?',
);
const mine = whole(
  '(?:(?:show|list|view|display|see)(?: me)? )?(?:mine|my (?:own )?(?:requests?|mentors?|mentees?|pairs?|pairings?|partnerships?|exchanges?))',
);
const entry = whole(
  "(?:(?:show|change|edit|update)(?: me)? )?my (?:mentor )?(?:entry|profile|offers?|topics)|(?:i(?:'d| would)? (?:want|like|love|wish) to |how (?:do|can) i |can i )?(?:be(?:come)?|sign up as|volunteer as|work as) an? mentor|(?:i(?:'d| would)? (?:want|like|love) to |can i )?(?:mentor|coach) (?:others|somebody|someone|people|colleagues)|volunteer(?: to mentor)?|sign (?:me )?up(?: (?:as an?|to) mentor)?|offer(?: topics?)?|mentor (?:entry|profile|offers?)",
);
const pause = whole('pause(?: (?:me|mentoring|my (?:entry|mentoring)))?|(?:take|i need) a break(?: from mentoring)?');
const resume = whole("resume(?: (?:me|mentoring|my (?:entry|mentoring)))?|i(?:'m| am) back(?: to mentoring)?|unpause");
const next = whole('next(?: (?:page|one|ones|mentors|five))?|more(?: mentors)?|show(?: me)? more');
const overview = whole(
  '(?:(?:show|list|see)(?: me)? )?(?:the )?(?:overview|offers and wishes|wishes(?: and offers)?|offers by topic)',
);
const openAlone = whole('open(?: (?:a |the |more |another )?topics?)?');
const closeAlone = whole('close(?: (?:a |the )?topics?)?');
const withdraw = whole('withdraw(?: (?:my|the|this))?(?: (?:last|open))?(?: requests?)?');

const accounts = whole(
  '(?:(?:show|list|see|view)(?: me)?(?: the| all)? )?(?:waiting |unknown |new )?accounts(?: (?:that are )?waiting)?',
);
const plain: readonly (readonly [PlainCommand, RegExp])[] = [
  ['help', help],
  ['smalltalk', smalltalk],
  ['thanks', thanks],
  ['topics', topics],
  ['my_pairs', mine],
  ['withdraw', withdraw],
  ['become_mentor', entry],
  ['pause_mentoring', pause],
  ['resume_mentoring', resume],
  ['next', next],
  ['overview', overview],
  ['accounts', accounts],
];
const linkAlone = whole(
  '(?:please )?(?:how (?:do|can) i )?(?:link|connect|join)(?: (?:my|the|a|an))?(?: (?:other|second|two|both|new|slack|teams|microsoft teams))*(?: (?:accounts?|code|chats?))?',
);
const linkCode =
  /^link (?:(?:with )?(?:the )?code )?((?=.*\d)[a-z0-9][a-z0-9 \p{Pd}]{4,14}|[a-z0-9]{4}[ \p{Pd}]?[a-z0-9]{4})[\s.!]*$/iu;

const leadIn =
  '(?:(?:me|us) )?(?:(?:an?|the|any|some|another|available|new|good|more) ){0,2}(?:(?:mentors?|coach(?:es)?|someone|somebody|people|anyone|anybody)(?: |$))?(?:(?:available|free) )?(?:(?:for|in|on|about|with|at|to help(?: me)?(?: with)?|who (?:knows?|can help(?: me)? with|does)|that knows?)(?: |$))?(?:the topic )?';
const finders = [
  new RegExp(
    `^(?:please )?(?:find|search(?: for)?|look(?:ing)? for|seek(?:ing)?|browse|show(?: me)?|list) ?${leadIn}`,
    'iu',
  ),
  /^(?:mentors?|coach(?:es)?) (?:for|in|on|about|with) /iu,
];
const findAlone = whole('find|search|browse|mentors?|find(?: me)?(?:(?: an?| some)? mentors?)?|mentor me');
const showsOther =
  /^(?:show|list|browse)\b(?!.*\b(?:mentors?|coach(?:es)?|someone|somebody)\b)|^(?:list me|(?:show|list|browse)(?: me)? (?:my|our|all)\b)/iu;

const leading = new RegExp(`^${leadIn}`, 'iu');

/** What is searched for, without "a mentor for" and the like before it. */
export const aboutWhat = (rest: string): string => rest.replace(leading, '').trim();

function findCommand(text: string): Command | null {
  if (findAlone.test(text)) return { command: 'find', rest: '' };
  if (showsOther.test(text)) return null;
  for (const finder of finders) {
    const found = finder.exec(text);
    if (found === null || !/^(?:\s|$)/u.test(text.slice(found[0].trimEnd().length))) continue;
    return { command: 'find', rest: text.slice(found[0].length).replace(/[\s.!?]+$/u, '') };
  }
  return null;
}

/** Reads the fixed commands off a tidied text; null where it is none of them. A leading word "mentor" may stand before. */
export function readCommand(text: string): Command | null {
  if (/^[\s?¿.!]*$/u.test(text)) return /^[\s?¿]*$/u.test(text) ? { command: 'help' } : null;
  const known = plain.find(([, form]) => form.test(text))?.[0] ?? aboutUs(text);
  if (known !== null) return { command: known };
  if (linkAlone.test(text)) return { command: 'link', code: undefined };
  const code = linkCode.exec(text)?.[1];
  if (code !== undefined) return { command: 'link', code };
  if (openAlone.test(text)) return { command: 'open', rest: '' };
  if (closeAlone.test(text)) return { command: 'close', rest: '' };
  const opened = /^(?:re-?)?open (?!(?:my|our|me|us|an?|up)\b)(?:the )?(?:topic )?(.+)$/iu.exec(text)?.[1];
  if (opened !== undefined) return { command: 'open', rest: opened };
  const closed = /^close (?!(?:my|our|me|us|an?|this|that|it|up|out)\b)(?:down )?(?:the )?(?:topic )?(.+)$/iu.exec(
    text,
  )?.[1];
  if (closed !== undefined) return { command: 'close', rest: closed };
  const found = findCommand(text);
  if (found !== null) return found;
  const bare = /^mentor (.+)$/iu.exec(text)?.[1];
  return bare === undefined || /^mentor\b/iu.test(bare) ? null : readCommand(bare);
}
