import { readSession, type SessionWords, whomIn } from './session-words';

/** What a person can want of an exchange that runs, and of what is told of it. */
export type AboutExchange =
  | 'log_session'
  | 'evaluate'
  | 'schedule_meeting'
  | 'agenda'
  | 'end_pairing'
  | 'raise_concern'
  | 'privacy'
  | 'program_status';
export type ExchangeWish = { readonly intent: AboutExchange; readonly slots: SessionWords };

const wish =
  "(?:please )?(?:(?:i|we)(?:['’]d like| would like| want| need| have)? ?(?:to )?|can (?:i|we) |how (?:do|can) (?:i|we) |let me )?";
const starts = (words: string): RegExp => new RegExp(`^${wish}(?:${words})(?=$|[^\\p{L}])`, 'iu');
const whole = (words: string): RegExp => new RegExp(`^${wish}(?:${words})[\\s.!?]*$`, 'iu');

const logs = starts('log|record|(?:have )?met|(?:add|report) an? (?:session|meeting)');
const evaluates = starts('evaluate|rate|give feedback|(?:open |fill in |do )?(?:the |an |my )?evaluation');
const aMeeting = '(?:(?:an?|the|our|my|next|first) )*(?:meeting|session|time)';
const schedules = starts(`(?:re)?schedule|(?:plan|book|arrange|set up|move|call off|cancel) ${aMeeting}`);
const meets = /^(?:[Pp]lease )?[Mm]eet (?:up )?(?:with )?(?=<|@|\p{Lu})/u;
const agendas = starts('(?:set |show |see |change |edit |add to )?(?:the |an |my |our )?agenda');
const ends = [
  starts('(?:end|finish|close|stop) (?:(?:the|my|our|this) )?(?:exchange|pairing|mentoring with|mentorship)'),
  whole('end'),
  starts("(?:(?:do not|don['’]?t) (?:want|need)|no longer (?:want|need)) an? mentor(?: any ?more| any longer| now)?"),
];
const concerns = [
  starts('(?:raise|report|have|file) an? (?:concern|problem|complaint)'),
  whole('concern|something is wrong|problem'),
];
const privacy = [
  whole('privacy'),
  whole(
    'who (?:can )?(?:sees?|reads?|look(?:s|ed) at)(?: (?:what|my|about|mine|me|of|data|notes?|it|this|i|write|type|say|all))*',
  ),
  starts('(?:what do you know|what is (?:kept|stored|known)) (?:about|of) me'),
];
const report = whole('(?:(?:show|give)(?: me)? )?(?:the )?(?:quarterly |quality )?(?:council )?report');

const person = (rest: string): SessionWords => {
  const who = whomIn(rest);
  return who === undefined ? {} : { person: who };
};

/** Reads them off a tidied text; null where it is none of them. `today` is the writer's calendar day (ISO). */
export function aboutExchange(text: string, today: string): ExchangeWish | null {
  const said = text.replace(/[\s.!?]+$/u, '');
  const after = (form: RegExp): string | undefined => {
    const found = form.exec(said);
    return found ? said.slice(found[0].length) : undefined;
  };
  const logged = after(logs);
  if (logged !== undefined) return { intent: 'log_session', slots: readSession(logged, today) };
  const evaluated = after(evaluates);
  if (evaluated !== undefined) return { intent: 'evaluate', slots: person(evaluated) };
  if (concerns.some((form) => form.test(said))) return { intent: 'raise_concern', slots: {} };
  for (const form of ends) {
    const rest = after(form);
    if (rest !== undefined) return { intent: 'end_pairing', slots: person(rest) };
  }
  const agenda = after(agendas);
  if (agenda !== undefined) return { intent: 'agenda', slots: person(agenda) };
  const planned = after(meets) ?? after(schedules);
  if (planned !== undefined) return { intent: 'schedule_meeting', slots: person(planned) };
  if (privacy.some((form) => form.test(said))) return { intent: 'privacy', slots: {} };
  return report.test(said) ? { intent: 'program_status', slots: {} } : null;
}
