import type { Slots } from '../slot-values';

const first = <T>(text: string, forms: readonly (readonly [RegExp, T])[]): T | undefined =>
  forms.find(([form]) => form.test(text))?.[1];

const programs = [
  [/\b(?:cohort|class|intake|group|round|batch|cycle|season|academy|classes)\b/u, 'cohort'],
  [
    /\b(?:one|1|12|a|full|whole|twelve)[ -]?(?:year|yr|month)\w*\b|\byear ?long\b|\bformal\b|\b(?:pair|pairing|pairs)\b|\b1yr\b|\byearlong\b/u,
    'pair',
  ],
  [/\bexchanges?\b|\bon demand\b/u, 'exchange'],
] as const;

const applying = [
  [
    /\b(?:withdraw|retract|pull|rescind|take back|take (?:me|my name)|cancel|scratch|drop|no longer|not (?:want|wish|be|going)|changed my mind|remove|back out|out of the running|delete|forget|void|recall|undo|wdraw|out of)\b|\bapplication back\b/u,
    'withdraw',
  ],
  [
    /\b(?:status|where (?:does|is|are) (?:my|the|that|it|application)(?! form)|any (?:news|word|update)|did (?:i|you|my|they)|been (?:accepted|approved|received|reviewed|looked)|was (?:i|my)|am i|have (?:you|i|they)|is my|i heard|hear (?:back|about)|received|accepted|decided|decision|happen\w*|go through|made it|make it in|check|when will i|what became|accept(?:ed)? me|look(?:ed)? at)\b/u,
    'status',
  ],
] as const;

const views = [
  [
    /\b(?:waitlist|wait list|waiting list|queue|waiting|in line|unmatched|without a mentor|no mentor|wait listed|not been assigned|still need(?:s)? a mentor|wants? a mentor)\b/u,
    'waitlist',
  ],
  [
    /\b(?:not (?:met|meet|been|talked|had|logged|spoken)|no (?:contact|sessions?|meetings?|activity)|inactive|silent|quiet|dead|dormant|idle|lapsed|stalled|without contact|never met|fallen|stale|cold|lost touch|out of touch|not meeting|nothing has happened|not seen|asleep|sleeping|without (?:a )?(?:session|meeting)|gone (?:quiet|silent|dark)|no touch|slipp\w+|drift\w*)\b/u,
    'inactive',
  ],
  [
    /\b(?:digest|weekly (?:summary|update|roundup|overview|report|email)|week ?ly|summary (?:of the week|to|out)|monday (?:summary|message))\b/u,
    'digest',
  ],
  [/\b(?:quarterly|report|this quarter s|quarter report|write ?up|in writing)\b/u, 'report'],
] as const;

const privacyActs = [
  [
    /\b(?<!not )(?:delet\w*|erase[ds]?|remov\w*|wipe[ds]?|purge[ds]?|expunge[ds]?|take (?:\S+ ){1,4}?(?:off|out)|nothing of mine|forget (?:me|all|about me|everything)|scrub|destroy|clear|get rid of|strip|deleted|erased|gone)\b(?!.*\bonly to know\b)/u,
    'delete',
  ],
  [
    /\b(?:who (?:can|else|all|gets?|has|is able|sees?|reads?|looks?|knows?)|which people|can (?:my|boss|anyone|anybody|the|others|other|someone|somebody|people|_|hr|she|he|they|everyone)|could (?:_|my|anyone)|do they|end up with|able to (?:see|read|view|look)|does (?:my|anyone|anybody|the|someone|_|hr|it)|do (?:my|others|the|other|people)|will (?:my|anyone|anybody|the|others|_|someone)|is (?:it|this|what|my|the|hr|anybody|anyone|that|everything|_)|are (?:my|the|these|our)|visible|see(?:s|n)? (?:my|what)|private|confidential|anonymous|share|between us|shown to|find out|access to)\b/u,
    'who_sees',
  ],
  [
    /\b(?:export|copy|download|get|see|show|send|give|have|keep|know|store[ds]?|hold|collect\w*|saved?|inspect|everything|furnish|records|request|view|pull|what)\b/u,
    'export',
  ],
] as const;

/** Which program is meant by an application. */
export const programIn = (text: string): Slots['program'] => first(text, programs);
/** Whether an application is asked after or taken back. */
export const applyingIn = (text: string): Slots['action'] => first(text, applying);
/** Which view of the program's state is asked for; none for other figures. */
export const viewIn = (text: string): Slots['view'] =>
  first(text.replace(/\bnot (?:the |a )?(?:waitlist|waiting list|digest|report|quarterly report)\b/u, ''), views);
/** What is asked of one's own data. */
export function privacyIn(text: string): Slots['action'] {
  const asks =
    /^(?:.{0,40}?\b)?(?:send|give|copy|export|download|show|get)\b.*\b(?:then|and)\b.*\b(?:delet|wipe|erase|remov)/u;
  return asks.test(text) ? 'export' : first(text, privacyActs);
}
