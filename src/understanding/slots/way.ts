import type { Channel } from '../slot-values';
import { type Found, findAll, type Line } from '../text/line';

const ways: readonly (readonly [Channel, RegExp])[] = [
  [
    'video',
    /\b(?:(?:by|on|over|via|per|in a?|through|using|with) )?(?:a )?(?:video(?: ?(?:call|chat|conference|meeting|link))?|webcam|web cam|zoom(?: call)?|teams (?:call|meeting|video)|net ?meeting|face ?time|skype|google meet|webex)\b|\b(?:on|via|over|by) teams\b(?! (?:chat|message))/gu,
  ],
  [
    'phone',
    /\b(?:(?:by|on|over|via|per|through) (?:the |a )?)?(?:phone|telephone|phone ?call|conference call)(?: call)?\b|\b(?:by|on a|on the|via|a|quick|over a|short|long|during a|our) call\b|\bphoned\b|\bcalled (?=_|me\b|him\b|her\b|us\b|each)|(?<=, )call\b|\bover the line\b|\bon the horn\b/gu,
  ],
  ['email', /\b(?:(?:by|via|over|per|through|in) )?(?:an? )?(?:e ?-?mails?|emailing|emailed)\b/gu],
  [
    'chat',
    /\b(?:(?:by|via|over|in|per|through|on) )(?:a |the )?(?:chat|slack|teams chat|teams messages?|messages|messaging|messenger|im|dms?|slack messages?|instant messages?)\b|\b(?:slack|teams) (?:chat|messages?|dms?)\b|\bchat messages?\b|\bchat$/gu,
  ],
  [
    'in_person',
    /\bin ?person\b|\bface to face\b|\bover (?:coffee|lunch|tea|breakfast|donuts)\b|\b(?:for|at|had|got|getting|grabbed|have|a|during|with) (?:a )?(?:coffee|lunch|tea|breakfast)\b|\b(?:coffee|lunch)\b|\b(?:at|by|to|near) \S+ (?:desk|cubicle|cube)\b|\b(?:at|by) (?:my|her|his|the|their|our) office\b|\bin (?:the|her|his|my) (?:office|break ?room|conference room|cafeteria)\b|\bon ?site\b|\bdeskside\b|\bside by side\b|\bshadowed\b/gu,
  ],
];

/** Without one of these nobody says how they met. */
const cue =
  /video|web ?cam|zoom|teams|meet|face|skype|webex|phone|call|line|horn|mail|chat|slack|messag|messen|\bim\b|\bdm|person|coffee|lunch|tea|breakfast|donut|desk|cub|office|room|cafeteria|site|side|shadow/u;

/** How people say that they met or will meet, in the order of the text. */
export function waysIn(line: Line): readonly Found<Channel>[] {
  if (!cue.test(line.text)) return [];
  const found: Found<Channel>[] = [];
  for (const [way, form] of ways) {
    for (const each of findAll(line, form, () => way)) {
      if (found.every((other) => each.to < other.from || each.from > other.to)) found.push(each);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
