/** What people say about the bot and their part in the program, in their own words rather than as a command. */
export type AboutUs = 'my_pairs' | 'stop_mentoring' | 'preferences' | 'coordinator';

const partner = '(?:mentors?|mentees?|requests?|pairings?|partners?)';
const asksMine = new RegExp(
  `^(?:who|which|what|where)(?: is| are|['’]?s|['’]?re)? my (?:current |own |new )?${partner}(?: now)?$|^do i (?:still )?have (?:an? |any )?${partner}(?: now)?$|^whom? (?:did i ask|have i asked)$`,
  'iu',
);

const wish =
  "(?:please |(?:i (?:want|wish|need|would like|have)|i['’]d like) to |(?:can|could|may) i |how (?:do|can|could) i |i am going to |let me )?";
const stops = '(?:stop|quit|leave|end|give up|step down|resign|retire|drop out)';
const part = "(?:mentoring(?: others)?|(?:the |your )?(?:list(?: of mentors)?|mentors?[’']? list|mentors|program))";
const stopsMentoring = [
  `^${wish}${stops}(?: from| of)?(?: (?:being|as|to be|working as))? an? mentor(?: (?:now|any ?more|any longer))?$`,
  `^${wish}${stops}(?: from| with)? ${part}(?: (?:now|any ?more|any longer))?$`,
  "^i (?:no longer|don[’']?t|do not|can(?:no|[’'])t) (?:want to |wish to )?(?:be an? mentor|mentor)(?: (?:people|others))?(?: (?:now|any ?more|any longer))?$",
  `^(?:please )?(?:take|remove|get) me (?:off|from) ${part}$`,
  `^${wish}(?:leave|drop out)$`,
].map((form) => new RegExp(form, 'iu'));

const fewerMessages = /^(?:please )?(?:unsubscribe|mute|notifications?)(?: me)?$/iu;

const human = '(?:humans?(?! resources)|human being|real (?:person|people)|coordinators?)';
const wantsHuman = [
  `^(?:please )?(?:(?:can|could|may) i |i (?:want|need|would like|wish)(?: to)? |let me |how (?:do|can) i )?(?:talk|speak|chat|write|reach|contact|ask|call|message|find|get|see|have|need|want)? ?(?:to |with |in touch with )?(?:an? |the |my |our |your )?${human}$`,
  "^who(?: is|[’']s) (?:my|the|our) (?:program )?coordinators?$",
  '^(?:can|could|may) i (?:talk|speak|chat|write) (?:to|with) (?:a )?(?:person|somebody|someone)$',
].map((form) => new RegExp(form, 'iu'));

/** Reads them off a tidied text; null where it is none of them. */
export function aboutUs(text: string): AboutUs | null {
  const said = text.replace(/[\s.!?]+$/u, '');
  if (asksMine.test(said)) return 'my_pairs';
  if (stopsMentoring.some((form) => form.test(said))) return 'stop_mentoring';
  if (fewerMessages.test(said)) return 'preferences';
  return wantsHuman.some((form) => form.test(said)) ? 'coordinator' : null;
}
