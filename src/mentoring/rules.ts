import type { DateTime, Duration } from 'luxon';

type Side = 'mentor' | 'mentee';

/**
 * The closed list of things a program may ask before somebody mentors somebody. A program combines them freely; a new
 * kind of rule is a new member here and its judge below.
 */
export type Rule =
  /** The mentor offers it of their own will. Bethel/Nome: "The program is voluntary." */
  | { readonly rule: 'willing' }
  /** The mentor has a free place. */
  | { readonly rule: 'capacity' }
  /** The grade lies between these two, both included. HHS: mentees GS-5 to GS-12, mentors GS-13 and above. */
  | { readonly rule: 'grade'; readonly who: Side; readonly from?: string | undefined; readonly to?: string | undefined }
  /** The mentor stands so many grades higher. HHS: two, for a mentee at GS-12. */
  | { readonly rule: 'gradesAbove'; readonly atLeast: number; readonly whenMentee?: string | undefined }
  /** Has served no longer than this, to the day. HHS: mentees with up to five years. */
  | { readonly rule: 'service'; readonly who: Side; readonly atMost: Duration }
  /** Is employed in one of these ways. HHS: permanent employees, civilian and Commissioned Corps. */
  | { readonly rule: 'appointment'; readonly who: Side; readonly oneOf: readonly string[] }
  /** The mentor is not among the mentee's supervisors, up to the top. HHS: never in the direct chain of command. */
  | { readonly rule: 'outsideChainOfCommand' };

/** What a rule may ask about somebody. `null` means nobody has told us; a rule that needs it then refuses and says so. */
export type Party = {
  readonly id: string;
  readonly grade: string | null;
  readonly hiredOn: DateTime | null;
  readonly appointment: string | null;
  /** Ids from the direct supervisor to the top; empty for somebody who has none. */
  readonly supervisors: readonly string[] | null;
};

export type MentorParty = Party & {
  /** Stands in the directory with an open offer, not paused. */
  readonly willing: boolean;
  /** How many mentees the mentor takes at once, and has now. */
  readonly capacity: number;
  readonly load: number;
};

/** The program's grades from lowest to highest, and the day that is asked about. */
export type Setting = { readonly grades: readonly string[]; readonly on: DateTime };

type Fact = 'grade' | 'hiredOn' | 'appointment' | 'supervisors';

/** Why somebody may not: the rule that says no, or (`unknown`) the fact about `who` that it lacks. */
export type Because =
  | { readonly rule: 'self' }
  | { readonly rule: Rule['rule']; readonly broken: Rule }
  | { readonly rule: Rule['rule']; readonly broken: Rule; readonly unknown: Fact; readonly who: Side };

export type MayMentor = { readonly ok: true } | { readonly ok: false; readonly because: Because };

type Pair = { readonly mentor: MentorParty; readonly mentee: Party };
type Verdict = 'yes' | 'no' | { readonly unknown: Fact; readonly who: Side };

const allowed = (yes: boolean): Verdict => (yes ? 'yes' : 'no');
const plain = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();

/** The date alone as a number that orders like the calendar, whatever the zones. */
const calendarDay = (at: DateTime): number => at.year * 10_000 + at.month * 100 + at.day;

/** The place of a grade on the ladder, whatever its case and spacing; null where it is not on it. */
function rung(grade: string | null | undefined, grades: readonly string[]): number | null {
  if (grade === null || grade === undefined) return null;
  const place = grades.findIndex((each) => plain(each) === plain(grade));
  return place < 0 ? null : place;
}

function judgeGrade(rule: Extract<Rule, { rule: 'grade' }>, pair: Pair, { grades }: Setting): Verdict {
  const own = rung(pair[rule.who].grade, grades);
  if (own === null) return { unknown: 'grade', who: rule.who };
  const low = rule.from === undefined ? 0 : (rung(rule.from, grades) ?? Number.POSITIVE_INFINITY);
  const high = rule.to === undefined ? grades.length : (rung(rule.to, grades) ?? -1);
  return allowed(own >= low && own <= high);
}

function judgeGradesAbove(rule: Extract<Rule, { rule: 'gradesAbove' }>, pair: Pair, { grades }: Setting): Verdict {
  const mentee = rung(pair.mentee.grade, grades);
  if (mentee === null) return { unknown: 'grade', who: 'mentee' };
  if (rule.whenMentee !== undefined && mentee !== rung(rule.whenMentee, grades)) return 'yes';
  const mentor = rung(pair.mentor.grade, grades);
  if (mentor === null) return { unknown: 'grade', who: 'mentor' };
  return allowed(mentor - mentee >= rule.atLeast);
}

function judgeService(rule: Extract<Rule, { rule: 'service' }>, pair: Pair, { on }: Setting): Verdict {
  const { hiredOn } = pair[rule.who];
  if (hiredOn === null) return { unknown: 'hiredOn', who: rule.who };
  return allowed(calendarDay(hiredOn.plus(rule.atMost)) >= calendarDay(on));
}

function judge(rule: Rule, pair: Pair, setting: Setting): Verdict {
  switch (rule.rule) {
    case 'willing':
      return allowed(pair.mentor.willing);
    case 'capacity':
      return allowed(pair.mentor.load < pair.mentor.capacity);
    case 'grade':
      return judgeGrade(rule, pair, setting);
    case 'gradesAbove':
      return judgeGradesAbove(rule, pair, setting);
    case 'service':
      return judgeService(rule, pair, setting);
    case 'appointment': {
      const { appointment } = pair[rule.who];
      if (appointment === null) return { unknown: 'appointment', who: rule.who };
      return allowed(rule.oneOf.some((each) => plain(each) === plain(appointment)));
    }
    case 'outsideChainOfCommand': {
      const { supervisors } = pair.mentee;
      if (supervisors === null) return { unknown: 'supervisors', who: 'mentee' };
      return allowed(!supervisors.includes(pair.mentor.id));
    }
  }
}

/**
 * Whether this mentor may mentor this mentee under a program's rules; the first rule that does not say yes is the
 * answer. Nobody mentors themselves, whatever the rules say.
 */
export function mayMentor(rules: readonly Rule[], mentor: MentorParty, mentee: Party, setting: Setting): MayMentor {
  if (mentor.id === mentee.id) return { ok: false, because: { rule: 'self' } };
  for (const rule of rules) {
    const verdict = judge(rule, { mentor, mentee }, setting);
    if (verdict === 'yes') continue;
    const because = { rule: rule.rule, broken: rule };
    return { ok: false, because: verdict === 'no' ? because : { ...because, ...verdict } };
  }
  return { ok: true };
}
